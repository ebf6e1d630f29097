// A page as the tests show it: one block an item, so that whole pages compare as one text.

#pragma once

#include <string>
#include <string_view>

#include "indexer/ingest/html_page.hpp"

namespace bulletin::test {

/// Writes `DAY LANG URL SOURCE # TITLE` (`-` for what is not there) and the text for each item,
/// `! PROBLEM` for each problem.
inline std::string read_page(std::string_view html, const std::string& fetched_from = {}) {
  std::string said;
  const auto or_dash = [](const std::string& text) { return text.empty() ? "-" : text; };
  const ItemSink sink{
      .on_item =
          [&](const RawItem& item) {
            said += (item.published ? format_date(*item.published) : "-") + ' ' +
                    or_dash(item.lang) + ' ' + or_dash(item.url) + ' ' + or_dash(item.source) +
                    " # " + or_dash(item.title) + '\n' +
                    (item.text.empty() ? "" : item.text + '\n');
          },
      .on_problem = [&](const Problem& problem) { said += "! " + problem.message + '\n'; }};
  read_html(html, {.path = "page.html", .url = fetched_from}, sink);
  return said;
}

}  // namespace bulletin::test
