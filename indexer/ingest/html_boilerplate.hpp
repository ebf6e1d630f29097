// What stands around the news of a page: navigation, footers, sharing, comments, paths and
// counters. Told by what elements are and are called and by stock phrases, never by sites.

#pragma once

#include <string_view>

#include "indexer/ingest/html_lines.hpp"
#include "indexer/ingest/html_tree.hpp"

namespace bulletin {

/// Returns marks for what is not news, what nobody sees included. An element that is only called
/// like a side matter stays when it holds much of the page's text.
[[nodiscard]] SkipMarks boilerplate_marks(const HtmlTree& tree);

/// Tells whether a line is a stock phrase: 当前位置, 浏览次数, 【打印】, 编辑：, "Share this", "©".
[[nodiscard]] bool is_stock_line(std::string_view line);

/// Tells whether a link's text only leads to the rest of an item: "Read more", 详细, 阅读全文.
[[nodiscard]] bool is_read_more(std::string_view text);

/// Tells whether a line leads to other pages of a list: "Next", "Page 2 of 30", 下一页.
[[nodiscard]] bool is_pager(std::string_view line);

}  // namespace bulletin
