// What every part of a page needs to know: its reader, the names of values, and how links are
// written.

#pragma once

#include <string>
#include <string_view>

#include "searcher/search/labels.hpp"
#include "searcher/search/searcher.hpp"
#include "searcher/web/http.hpp"
#include "searcher/web/page/html.hpp"
#include "searcher/web/page/interface_text.hpp"
#include "searcher/web/page/visitor.hpp"

namespace bulletin {

/// One request's page. `labels` has to outlive it.
struct PageContext {
  Visitor visitor;
  const Labels& labels;
  std::string origin;  ///< For addresses that have to be whole.
  Date today;
  Deadline deadline;  ///< Of every search for the page.

  [[nodiscard]] UiLang lang() const { return visitor.lang; }

  /// Return a text of the interface, `{}` replaced by `value`.
  [[nodiscard]] std::string say(Say text) const { return std::string(said(text, lang())); }
  [[nodiscard]] std::string say(Say text, std::string_view value) const;

  /// Returns `1 item`, `1,234 items`.
  [[nodiscard]] std::string items(std::size_t count) const;

  /// Return the addresses of a search on the page, the map and elsewhere (`/feed.rss`), of an item
  /// and of why it answers a query.
  [[nodiscard]] std::string search_link(const SearchRequest& request) const;
  [[nodiscard]] std::string link(std::string_view path, const SearchRequest& request) const;
  [[nodiscard]] std::string link(std::string_view path) const;

  /// Returns the address of all of a search as a feed or a file: without the page that is shown and
  /// what only pages understand, which those refuse.
  [[nodiscard]] static std::string whole_link(std::string_view path, const SearchRequest& request);
  [[nodiscard]] std::string item_link(std::string_view id, WebParameters parameters = {}) const;
  [[nodiscard]] std::string why_link(std::string_view id, const SearchRequest& request) const;

  /// Returns the names of a value of the facet called `name`.
  [[nodiscard]] BilingualLabel label(std::string_view name, std::string_view value) const;

  /// Adds both names, the reader's first, the other one under its `lang`; one that is all there is
  /// once.
  void add_names(Html& html, const BilingualLabel& label) const;

  /// Returns the reader's name alone.
  [[nodiscard]] std::string name(const BilingualLabel& label) const;
};

/// Returns `1,234`.
[[nodiscard]] std::string grouped(std::size_t number);

/// Returns the path of an item, encoded. Ids that no path can hold go into a parameter.
[[nodiscard]] std::string item_path(std::string_view id);

}  // namespace bulletin
