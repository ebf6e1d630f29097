// One place of a list on a page: whether it may be an item, and what it says.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/ingest/html_lines.hpp"
#include "indexer/ingest/html_tree.hpp"

namespace bulletin {

/// Neighbouring nodes with all they hold.
struct NodeRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const NodeRange&) const = default;
};

/// What counts in deciding whether nodes are an item.
struct EntrySigns {
  std::uint32_t bytes = 0;          ///< Of text.
  std::uint32_t link_bytes = 0;     ///< Of text in links.
  std::uint32_t links = 0;          ///< With a text that says something.
  std::uint32_t read_more = 0;      ///< Links that only say "Read more".
  std::uint32_t link_headings = 0;  ///< h1 to h6 that are links.
  std::uint32_t days = 0;           ///< Texts that are dates.

  [[nodiscard]] std::uint32_t plain_bytes() const { return bytes - link_bytes; }
};

/// An item of a list as its entry has it.
struct ListedItem {
  std::string title;
  std::string text;
  std::string link;  ///< As written.
  std::optional<Date> day;
  std::size_t line = 0;
};

/// The signs of a page, summed up so that those of any range cost nothing.
class EntryReader {
 public:
  /// Both have to outlive the reader.
  EntryReader(const HtmlTree& tree, const SkipMarks& skip);

  [[nodiscard]] EntrySigns signs(NodeRange range) const;

  /// Tells whether an entry of these nodes may be an item: a link or a linked heading comes first
  /// and is long, dated or followed by text; or a "Read more" ends a lead.
  [[nodiscard]] bool may_be_item(NodeRange range) const;

  /// Reads an item; one without title and text is none.
  [[nodiscard]] ListedItem read(NodeRange range) const;

 private:
  [[nodiscard]] bool starts_with_link(NodeRange range) const;
  [[nodiscard]] std::size_t title_node(NodeRange range) const;
  [[nodiscard]] std::string text_of(NodeRange range) const;
  [[nodiscard]] std::string link_of(NodeRange range, std::size_t title) const;
  void set_title(NodeRange range, std::size_t node, ListedItem& item, SkipMarks& taken) const;

  const HtmlTree& tree_;
  const SkipMarks& skip_;
  std::vector<EntrySigns> before_;  // Sums over the nodes before each.
};

}  // namespace bulletin
