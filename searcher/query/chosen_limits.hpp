// The limits that are chosen beside the text of a query, under the names that options, saved
// searches and addresses share.

#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/base/date.hpp"

namespace bulletin {

/// Returns the lists of limits of a `QueryRequest`, const or not, under their names.
template <typename Request>
[[nodiscard]] auto limits_of(Request& request) {
  return std::array{std::pair("country", &request.countries), std::pair("date", &request.dates),
                    std::pair("lang", &request.langs),        std::pair("kind", &request.kinds),
                    std::pair("region", &request.regions),    std::pair("rule", &request.rules),
                    std::pair("source", &request.sources)};
}

/// Why a value is no limit.
struct LimitFault {
  std::string message;  ///< `cannot read 'atlantis' as a country`.
  std::string hint;     ///< What to write instead.

  bool operator==(const LimitFault&) const = default;
};

/// Returns what is wrong with `value` (any bytes; several values part at commas, but those of
/// `rule` and `source`) as a limit called `name`, one of the above; nothing when it can be read.
[[nodiscard]] std::optional<LimitFault> limit_fault(std::string_view name, std::string_view value,
                                                    Date today);

}  // namespace bulletin
