// Dates as people write them in either language, at the precision that is known.

#pragma once

#include <string>
#include <string_view>

#include "indexer/base/date.hpp"
#include "searcher/web/page/visitor.hpp"

namespace bulletin {

/// Returns `24–28 December 2019`, `December 2019`, `2019`; 2019年12月24日至28日, 2019年12月,
/// 2019年.
[[nodiscard]] std::string span_words(const DateSpan& span, UiLang lang);

/// Returns the words for a value of the date facet or of a limit, `2019-12` for instance; the value
/// itself where it is none.
[[nodiscard]] std::string date_value_words(std::string_view value, UiLang lang);

/// Returns the name of a month from 1 to 12: `December`, 12月.
[[nodiscard]] std::string month_name(unsigned month, UiLang lang);

}  // namespace bulletin
