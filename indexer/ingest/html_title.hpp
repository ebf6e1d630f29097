// The title of a page without the name of its site.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/ingest/html_lines.hpp"
#include "indexer/ingest/html_meta.hpp"
#include "indexer/ingest/html_tree.hpp"

namespace bulletin {

/// A title and where the page shows it.
struct PageTitle {
  std::string text;      ///< Empty when the page has none.
  std::size_t node = 0;  ///< The element that holds it in the body, or 0.
};

/// Returns the heading that agrees with the page's own title; else that title, cut at ` | `, ` - `,
/// `–` or `_` where what follows is the site's name or stands elsewhere on the page too; else the
/// only h1.
[[nodiscard]] PageTitle find_title(const HtmlTree& tree, const PageMeta& meta,
                                   const SkipMarks& unseen);

}  // namespace bulletin
