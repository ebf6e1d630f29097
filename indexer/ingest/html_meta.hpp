// What a page says of itself to machines: meta tags, JSON-LD, its language and addresses.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/ingest/html_tree.hpp"

namespace bulletin {

/// Texts have their white space collapsed; each is empty when the page does not say.
struct PageMeta {
  std::string title;     ///< og:title, else `<title>`.
  std::string lang;      ///< Primary subtag.
  std::string url;       ///< Canonical, else where it was fetched from; absolute.
  std::string base;      ///< What relative links count from; absolute.
  std::string site;      ///< og:site_name, else its publisher.
  bool article = false;  ///< It calls itself an article.
  std::optional<Date> published;
};

/// Reads the meta tags of `tree`; `fetched_from` is its address or empty.
[[nodiscard]] PageMeta read_page_meta(const HtmlTree& tree,
                                      const std::vector<std::string>& linked_data,
                                      const std::string& fetched_from);

}  // namespace bulletin
