// Limits of a query by field: read from fields in its text and from the options beside it.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.hpp"
#include "searcher/query/filters.hpp"
#include "searcher/query/query_builder.hpp"
#include "searcher/query/query_tree.hpp"
#include "searcher/query/search_query.hpp"

namespace bulletin {

/// Reads limits into one query: its filters, its parts and what to mark.
class Limits {
 public:
  /// All have to outlive this.
  Limits(const QueryRequest& request, const Analyzer& analyzer, SearchQuery& query)
      : request_(request), analyzer_(analyzer), query_(query) {}

  /// Takes a field at the top level, or alternatives that all are values of one field, as a limit,
  /// so that facets can leave it out. Returns whether it is one that can be read.
  bool take(const Clause& clause);

  /// Reads one value of a field; nothing when it is none or the field is no limit.
  [[nodiscard]] std::optional<FilterValue> value_of(std::string_view field,
                                                    std::string_view value) const;

  /// Takes a query as a limit to `field`; `text` is what was typed.
  void add(std::string_view field, const std::string& text, Xapian::Query query);

  /// Takes the limits of the request. Throws `Error{kBadUsage}` for one that cannot be read.
  void take_chosen();

  [[nodiscard]] bool is_empty() const;

 private:
  [[nodiscard]] std::vector<FilterValue> values_of(std::string_view field,
                                                   std::string_view text) const;
  [[nodiscard]] std::vector<Xapian::Query>* group_of(std::string_view field) const;
  bool add_values(std::string_view field, const std::string& text,
                  const std::vector<FilterValue>& values);
  void choose(std::string_view field, const std::vector<std::string>& texts,
              const std::string& expected);

  const QueryRequest& request_;
  const Analyzer& analyzer_;
  SearchQuery& query_;
};

}  // namespace bulletin
