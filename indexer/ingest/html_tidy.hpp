// The door before the HTML parser, which is quadratic in depth, in attributes and in formatting
// left open: what comes through here is small, well nested and costs what its length says.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bulletin {

inline constexpr std::size_t kMaxHtmlBytes = 8U << 20U;
inline constexpr std::size_t kMaxHtmlDepth = 512;
inline constexpr std::size_t kMaxTagBytes = 64U << 10U;
inline constexpr std::size_t kMaxAttributes = 256;

// What the parser makes of a page is bounded too: 60 MB at most, whatever the page.
inline constexpr std::size_t kMaxTidyBytes = 6U << 20U;
inline constexpr std::size_t kMaxTags = 120'000;  ///< Closing ones counted, implied ones too.
inline constexpr std::size_t kMaxPageAttributes = 60'000;

/// A page made fit for the parser.
struct TidyHtml {
  /// Its text and the tags that matter to text. Every element that was closed is closed in its
  /// turn; line breaks are where they were.
  std::string html;
  std::vector<std::string> linked_data;  ///< Contents of `<script type="application/ld+json">`.
  std::string refused;                   ///< Why it may not be parsed, or empty.
};

/// Leaves out scripts, styles, comments, drawings, fields of forms, pictures and bare formatting
/// (`<b>`, `<font>`), and closes what is open in a closed element. O(length) time and memory.
[[nodiscard]] TidyHtml tidy_html(std::string_view html);

/// Tells whether an element of this name stands on lines of its own.
[[nodiscard]] bool is_block_name(std::string_view name);

}  // namespace bulletin
