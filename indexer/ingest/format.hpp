// What kind of file some bytes are. The bytes decide; the name only where bytes cannot.

#pragma once

#include <cstdint>
#include <string_view>

namespace bulletin {

/// Formats that items are read from; the last five hold other files.
enum class Format : std::uint8_t {
  kListing,      ///< Text, a blank line between leads.
  kMarkdown,     ///< One item, a first `# ` line is its title.
  kFrontMatter,  ///< `---`, `key: value`, `---`, text.
  kJsonLines,
  kJsonArray,
  kTable,  ///< Comma or tab separated, with a header.
  kHtml,
  kFeed,     ///< RSS, RDF or Atom.
  kSitemap,  ///< Addresses only: names pages, holds none.
  kPdf,
  kDocx,
  kWarc,
  kGzip,
  kZip,
  kUnknown  ///< Neither text nor one of the above.
};

/// Bytes of a file that `detect_format` wants to see.
inline constexpr std::size_t kFormatHead = 4096;

/// Returns the format of a file that begins with `head` and is called `name`.
///
/// `head` may be in any encoding that keeps ASCII, or UTF-16 (with or without its mark); it may
/// end inside a character. `.md` and `.markdown` make Markdown of what else would be a listing.
[[nodiscard]] Format detect_format(std::string_view head, std::string_view name);

/// Returns `listing`, `json-lines`, `html`, ...: stable, for reports.
[[nodiscard]] std::string_view format_name(Format format);

/// Tells whether a file of this name is read when it is found in a folder or an archive, rather
/// than named by a person. README and hidden files are not. `with_documents` adds PDF and DOCX.
[[nodiscard]] bool is_item_file(std::string_view name, bool with_documents);

}  // namespace bulletin
