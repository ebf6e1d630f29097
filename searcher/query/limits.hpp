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

/// Most values of fields that the text of a query may hold; each may stand for a hundred terms.
inline constexpr std::size_t kMaxValues = 64;

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

  /// Counts one value of a field in the text; false once there were `kMaxValues`.
  [[nodiscard]] bool spend_value();

  /// Takes a query as a limit to `field`; `text` is what was typed.
  void add(std::string_view field, const std::string& text, Xapian::Query query);

  /// Takes the limits of the request. Throws `Error{kBadUsage}` for one that cannot be read.
  void take_chosen();

  [[nodiscard]] bool is_empty() const;

  /// Tells whether values were left out because the text of the query holds too many.
  [[nodiscard]] bool overflowed() const { return overflowed_; }

 private:
  [[nodiscard]] std::vector<FilterValue> values_of(std::string_view field,
                                                   std::string_view text) const;
  [[nodiscard]] std::vector<Xapian::Query>* group_of(std::string_view field) const;
  bool add_values(std::string_view field, const std::string& text,
                  const std::vector<FilterValue>& values);
  void choose(std::string_view field, const std::vector<std::string>& texts);

  const QueryRequest& request_;
  const Analyzer& analyzer_;
  SearchQuery& query_;
  std::size_t values_left_ = kMaxValues;
  bool overflowed_ = false;
};

}  // namespace bulletin
