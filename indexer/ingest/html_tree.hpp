// A parsed page as one array in reading order: a subtree is a range of it, so nothing walks it
// recursively and sums over a subtree are differences.

#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include <gumbo.h>

namespace bulletin {

/// An element or a text.
struct HtmlNode {
  GumboTag tag = GUMBO_TAG_LAST;            ///< `GUMBO_TAG_LAST` for texts.
  std::string_view text;                    ///< Of a text, references resolved, well-formed UTF-8.
  const GumboVector* attributes = nullptr;  ///< Of an element.
  std::size_t parent = 0;                   ///< Index; the first node is its own parent.
  std::size_t end = 0;                      ///< Index behind its last descendant.
  std::size_t line = 0;                     ///< From 1.

  [[nodiscard]] bool is_text() const { return tag == GUMBO_TAG_LAST; }
};

/// Owns a parsed page.
class HtmlTree {
 public:
  /// Parses what `tidy_html` made; `html` has to outlive the tree.
  explicit HtmlTree(std::string_view html);

  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] const HtmlNode& operator[](std::size_t at) const { return nodes_[at]; }

  /// Returns an attribute's value, or an empty text.
  [[nodiscard]] std::string_view attribute(std::size_t at, const char* name) const;
  [[nodiscard]] bool has_attribute(std::size_t at, const char* name) const;

  /// Returns the first element of this tag in `[begin, end)`, or `end`.
  [[nodiscard]] std::size_t find(GumboTag tag, std::size_t begin, std::size_t end) const;

  /// Returns the index of `<body>`, which every page has.
  [[nodiscard]] std::size_t body() const { return body_; }

 private:
  struct Output;
  void take(const GumboNode& node, std::size_t parent);

  std::shared_ptr<const Output> output_;
  std::vector<HtmlNode> nodes_;
  std::size_t body_ = 0;
};

/// Tells whether an element stands on lines of its own.
[[nodiscard]] bool is_block(const HtmlNode& node);

/// Tells whether an element is h1 to h6.
[[nodiscard]] bool is_heading(const HtmlNode& node);

}  // namespace bulletin
