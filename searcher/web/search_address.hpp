// The address of a search: the one place that knows how its state is written as parameters. The
// page, the API and the feeds share it, so that a link of one is good for the others.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "searcher/search/searcher.hpp"
#include "searcher/web/http.hpp"

namespace bulletin {

inline constexpr std::size_t kMaxPageHits = 1000;      ///< `limit` goes no higher.
inline constexpr std::size_t kMaxOffset = 1000000000;  ///< As on the command line.
inline constexpr std::size_t kMaxLimitValues = 50;     ///< Of one limit: `country` and so on.
inline constexpr std::size_t kMaxLimitBytes = 200;     ///< Of one value of a limit.

/// A parameter that cannot be read. The texts may hold any bytes of the address.
struct BadParameter {
  std::string name;
  std::string message;  ///< `cannot read 'soon' as a date`: lower case, no full stop.
  std::string hint;     ///< What to write instead.

  bool operator==(const BadParameter&) const = default;
};

/// What an address asks for, as far as it can be read.
struct SearchAddress {
  SearchRequest request;          ///< Without what is in `bad`.
  std::vector<BadParameter> bad;  ///< In the order below.

  bool operator==(const SearchAddress&) const = default;
};

/// Reads `q`, `country`, `date`, `lang`, `kind`, `region`, `rule`, `source` (each of these seven
/// any number of times up to `kMaxLimitValues`), `literal`, `strict`, `translate`, `sound` (0 or
/// 1), `sort`, `limit`, `page` (from 1) or `offset`, `facets` and `group` (0 or 1).
///
/// Empty values count as not given, as a form sends them, a limit given twice as given once; other
/// names are passed over. Never throws: every value of the result can be searched for.
[[nodiscard]] SearchAddress read_search_address(const WebParameters& parameters, Date today);

/// Returns the parameters of `request` in that order, without those at their defaults; another
/// request has others. `limit` is at most `kMaxPageHits`, or `kAllHits`, which has no parameter.
[[nodiscard]] WebParameters search_parameters(const SearchRequest& request);

/// Tells whether `name` is one of the parameters of a search.
[[nodiscard]] bool is_search_parameter(std::string_view name);

}  // namespace bulletin
