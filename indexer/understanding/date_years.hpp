// Which year a date without one means. The sources, best first: a name with a year in the same
// sentence, another date of the item, the day of publication.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/understanding/date_grammar.hpp"

namespace bulletin {

/// Where a year was taken from.
enum class YearSource : std::uint8_t { kText, kEventName, kContext, kPublished };

/// What is known around a date that lacks its year.
struct YearHints {
  std::optional<Date> published;
  std::optional<DateSpan> context;  ///< The dated event nearest before it, else behind it.
  std::optional<int> item_year;     ///< Year of an event named elsewhere in the item.
  bool planned = false;             ///< The date lies in the future of the bulletin.
};

/// The years that stand in the sentences of one folded text.
///
/// Reads the text when first asked, in O(length), for texts made of dates ask at every word. Views
/// `text`, which must outlive it.
class SentenceYears {
 public:
  explicit SentenceYears(std::string_view text) : text_(text) {}

  /// Returns the first year in the name of an event in the sentence around byte `at`.
  [[nodiscard]] std::optional<int> event_year_around(std::size_t at);

  /// Returns the first "in 2014" or 2014年, in the sentence around byte `at`.
  [[nodiscard]] std::optional<int> plain_year_around(std::size_t at);

 private:
  struct Place {
    std::size_t at;
    std::size_t sentence_begin, sentence_end;
    int year;
  };

  void read();
  [[nodiscard]] static std::optional<int> find_around(const std::vector<Place>& places,
                                                      std::size_t at);

  std::string_view text_;
  bool is_read_ = false;
  std::vector<Place> event_years_;  // Both in the order of the text.
  std::vector<Place> plain_years_;
};

struct DatedSpan {
  DateSpan span;
  YearSource source = YearSource::kText;
};

/// Returns the span that `expression` means, or nothing when no source gives its year.
///
/// `years` are those of the folded field that holds it.
[[nodiscard]] std::optional<DatedSpan> date_expression(SentenceYears& years,
                                                       const DateExpression& expression,
                                                       const YearHints& hints);

/// Returns the year in the name of an event in `text` ("The 2011 annual conference", 2014年理事会).
///
/// Not years of founding, of plans and terms ("2011-2013"), nor those that "in" or "since" governs.
[[nodiscard]] std::optional<int> find_event_year(std::string_view text);

/// Returns the days that a bare `expression` with a near word means: 本月20日, 今(18)日.
///
/// Counted from the day of publication, else from the item's other date; a 本月 that would lie in
/// the future is tried with that one too.
[[nodiscard]] std::optional<DatedSpan> date_near_day(const DateExpression& expression,
                                                     const YearHints& hints);

/// Returns the latest span of `expression` that does not begin after `day`; with `planned` the
/// first that does not begin before it.
[[nodiscard]] std::optional<DateSpan> span_near(const DateExpression& expression, Date day,
                                                bool planned);

}  // namespace bulletin
