// Tags in the text of a page, told apart from text as browsers do it. Nothing is built here: this
// is what looks at a page before a parser may.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bulletin {

/// One tag, comment or declaration as it stands in the text.
struct HtmlTag {
  std::size_t begin = 0;       ///< Byte of its `<`.
  std::size_t end = 0;         ///< Byte behind its `>`, or the end of a text that is cut in it.
  std::string name;            ///< In lower case; empty for comments and declarations.
  std::size_t attributes = 0;  ///< How many, repeated ones included.
  bool closes = false;         ///< `</name>`.
  bool self_closed = false;    ///< `<name/>`.
  bool cut = false;            ///< The text ends within it.
};

/// Returns the first tag at or behind byte `at`. A `<` that starts none is text. O(its end - at).
[[nodiscard]] std::optional<HtmlTag> next_tag(std::string_view html, std::size_t at);

/// Returns the place of the first `</name` at or behind `at`, in any case, or `npos`.
[[nodiscard]] std::size_t find_closing_tag(std::string_view html, std::size_t at,
                                           std::string_view name);

/// Returns `text` with A to Z in lower case; other bytes stay.
[[nodiscard]] std::string ascii_lower(std::string_view text);

}  // namespace bulletin
