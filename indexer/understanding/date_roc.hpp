// Years of the Republic of China that stand without 民国, and other short years: what 111年10月3日
// and 19年12月24日 mean depends on where the item comes from.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/understanding/date_grammar.hpp"

namespace bulletin {

/// What an item shows of Taiwan.
enum class RocContext : std::uint8_t {
  kNone,
  kPlace,  ///< Names a place of Taiwan.
  kMark    ///< Counts the Republic's years elsewhere: 民国, 112学年度.
};

/// Returns what the folded `text` shows. Traditional characters alone show nothing: Hong Kong and
/// Macao write them too. O(length of `text`).
[[nodiscard]] RocContext find_roc_context(std::string_view text);

/// Settles the year of `expression` by its item, and tells whether it is certain.
///
/// Three figures are the Republic's year in any context of Taiwan, or where 年 follows and they
/// give the year of `reference` or one beside it, and nothing elsewhere. Two are the Republic's
/// behind a mark, nobody's in an item that only names Taiwan, else 1950 to 2049.
[[nodiscard]] bool settle_year(DateExpression& expression, RocContext context,
                               std::optional<Date> reference = std::nullopt);

}  // namespace bulletin
