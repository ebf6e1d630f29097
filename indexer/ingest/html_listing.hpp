// Pages that list many items: places of one shape that stand beside one another.

#pragma once

#include <vector>

#include "indexer/ingest/html_entry.hpp"
#include "indexer/ingest/html_lines.hpp"
#include "indexer/ingest/html_tree.hpp"

namespace bulletin {

/// Returns the items of a page that is a listing, in the page's order; none for other pages.
///
/// Looks for siblings of one tag, and for runs of siblings that each begin with a heading, end with
/// a "Read more" or stand between line breaks; at least three that may be items, and more text in
/// them than beside them. Menus are links without days and texts, so no items; a page that calls
/// itself an `article`, or has a paragraph beside bare headlines, is none either.
[[nodiscard]] std::vector<ListedItem> find_listing(const HtmlTree& tree, bool article,
                                                   const SkipMarks& boilerplate);

/// Tells whether the lines of a page are leads, each an item: most begin with a date, or the page
/// leads to further pages of its list.
[[nodiscard]] bool are_leads(const std::vector<TextLine>& lines, bool has_pager);

}  // namespace bulletin
