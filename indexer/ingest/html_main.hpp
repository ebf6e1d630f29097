// The one item of a page that is no listing.

#pragma once

#include <optional>
#include <string>

#include "indexer/base/date.hpp"
#include "indexer/ingest/html_lines.hpp"
#include "indexer/ingest/html_title.hpp"
#include "indexer/ingest/html_tree.hpp"

namespace bulletin {

/// Text of a page and the day stamped beside its title.
struct MainText {
  std::vector<TextLine> lines;  ///< Without the title, stamps, links and stock phrases.
  std::optional<Date> stamped;
};

/// Finds the innermost element that holds most of the page's text outside links. `boilerplate` is
/// left out, `unseen` may hold the stamp.
[[nodiscard]] MainText find_main_text(const HtmlTree& tree, const PageTitle& title,
                                      const SkipMarks& boilerplate, const SkipMarks& unseen);

}  // namespace bulletin
