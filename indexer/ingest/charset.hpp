// From the bytes of a text file to UTF-8: which encoding they are in, and the text they mean.

#pragma once

#include <string>
#include <string_view>

namespace bulletin {

/// A file's text and the encoding that it was in.
struct Decoded {
  std::string text;      ///< Without a byte order mark. Well-formed UTF-8, but see `decode_text`.
  std::string encoding;  ///< `UTF-8`, `GB18030`, `Big5-HKSCS`, `UTF-16LE`, `UTF-16BE`,
                         ///< `windows-1252`, or another declared name.
};

/// Decodes a whole text: a byte order mark, else `declared` (a name as HTML or XML write it, or
/// empty) where the bytes are strictly of it and are no better UTF-8, else UTF-8 where they are,
/// else the encoding in which most characters beyond ASCII are common Chinese ones, else
/// windows-1252.
///
/// A declared encoding of one byte a character fits any bytes, so it is asked behind UTF-8. A text
/// that is UTF-8 but for a few bytes stays as it is, ill-formed bytes included, so that its readers
/// can say which item is damaged. Never throws. O(length of the bytes).
[[nodiscard]] Decoded decode_text(std::string_view bytes, std::string_view declared = {});

/// Tells whether `bytes`, the beginning of a text, are well-formed UTF-8 as far as they go; the
/// last character may be cut. NUL is a character of UTF-8 here, but UTF-16 is not UTF-8.
[[nodiscard]] bool is_utf8_head(std::string_view bytes);

/// Tells whether a text with NUL bytes looks like UTF-16 rather than like a binary file: a mark, or
/// NUL in one byte of many pairs and always on the same side.
[[nodiscard]] bool looks_like_utf16(std::string_view head);

/// Returns the charset that HTML or XML declares in its first kilobytes (`<meta charset>`,
/// `encoding="..."`), or an empty string.
[[nodiscard]] std::string declared_charset(std::string_view head);

}  // namespace bulletin
