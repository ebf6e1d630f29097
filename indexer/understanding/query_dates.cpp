// Dates in a query: the grammar of running text, and the short forms that only a searcher writes.

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

#include "indexer/understanding/date_forms.hpp"
#include "indexer/understanding/date_grammar.hpp"
#include "indexer/understanding/date_periods.hpp"
#include "indexer/understanding/date_roc.hpp"
#include "indexer/understanding/date_words.hpp"
#include "indexer/understanding/date_years.hpp"
#include "indexer/understanding/dates.hpp"

namespace bulletin {
namespace {

using Kind = DateTokenKind;

DateSpan to_year_end(const DateSpan& since, Date today) {
  const DateSpan last = year_span(std::max(today.year(), since.to.year()));
  return {since.from, last.to, since.precision};
}

bool is_one_unit(const DateSpan& span) {
  return span == day_span(span.from) || span == month_span(span.from.year() / span.from.month()) ||
         span == year_span(span.from.year());
}

// Says which days a word like "since" makes of the date beside it.
enum class Bound : std::uint8_t { kNone, kFrom, kSince, kAfter, kUntil, kBefore };

constexpr Date kFirstDay = std::chrono::year(kFirstYear) / 1 / 1;

Date day_before(Date day) {
  return std::chrono::sys_days(day) - std::chrono::days(1);
}

std::optional<DateSpan> apply_bound(const DateSpan& span, Bound bound, Date today) {
  DateSpan bounded = span;
  switch (bound) {
    case Bound::kNone:
      break;
    case Bound::kFrom:  // 自2020年, but not 自2019年至2020年.
      bounded = is_one_unit(span) ? to_year_end(span, today) : span;
      break;
    case Bound::kSince:
      bounded = to_year_end(span, today);
      break;
    case Bound::kAfter:
      bounded = to_year_end({next_day(span.to), next_day(span.to), span.precision}, today);
      break;
    case Bound::kUntil:
      bounded.from = kFirstDay;
      break;
    case Bound::kBefore:
      bounded.from = kFirstDay;
      bounded.to = day_before(span.from);
      break;
  }
  return bounded.from <= bounded.to ? std::optional(bounded) : std::nullopt;
}

struct BoundWord {
  std::string_view word;
  Bound bound;
};
constexpr BoundWord kWordsBefore[] = {
    {"since", Bound::kSince}, {"after", Bound::kAfter}, {"before", Bound::kBefore},
    {"until", Bound::kUntil}, {"till", Bound::kUntil},  {"prior to", Bound::kBefore},
    {"自", Bound::kFrom},     {"从", Bound::kFrom},     {"..", Bound::kUntil},
};
constexpr BoundWord kWordsBehind[] = {
    {"以来", Bound::kSince},  {"至今", Bound::kSince},    {"起", Bound::kSince},
    {"以后", Bound::kAfter},  {"之后", Bound::kAfter},    {"以前", Bound::kBefore},
    {"之前", Bound::kBefore}, {"onwards", Bound::kSince}, {"to date", Bound::kSince},
    {"..", Bound::kSince},
};

// Widens `found` over a bounding word beside it and returns what the word means.
Bound take_bound(std::string_view text, QueryDate& found) {
  std::string_view before = text.substr(0, found.begin_byte);
  while (!before.empty() && is_space(before.back())) {
    before.remove_suffix(1);
  }
  Bound bound = Bound::kNone;
  for (const BoundWord& entry : kWordsBefore) {
    const bool latin = is_letter(entry.word[0]) && entry.word.find(' ') == std::string_view::npos;
    if (latin ? last_word(before) == entry.word : before.ends_with(entry.word)) {
      bound = entry.bound;
      found.begin_byte = before.size() - entry.word.size();
    }
  }
  std::size_t end = found.end_byte;
  while (end < text.size() && text[end] == ' ') {
    ++end;
  }
  for (const BoundWord& entry : kWordsBehind) {
    if (text.substr(end).starts_with(entry.word)) {
      found.end_byte = end + entry.word.size();
      return entry.bound;
    }
  }
  return bound;
}

// A day without a year is the latest such day, also in a query that names a year elsewhere.
std::optional<DateSpan> span_of(const DateExpression& expression, Date today) {
  if (expression.from.year == 0 && expression.year_word == YearWord::kNone) {
    return span_near(expression, today, false);
  }
  SentenceYears no_years("");  // Not asked: the year is written, or said by its distance.
  const auto dated =
      date_expression(no_years, expression, {.published = today, .context = {}, .item_year = {}});
  return dated ? std::optional(dated->span) : std::nullopt;
}

// The folded query and what its dates rest on.
struct QueryText {
  std::string_view text;
  Date today;
  RocContext roc;
};

void append_expressions(const QueryText& query, std::vector<DateExpression>& expressions,
                        std::vector<QueryDate>& out) {
  for (DateExpression& expression : expressions) {
    const auto span =
        settle_year(expression, query.roc) ? span_of(expression, query.today) : std::nullopt;
    if (span && expression.form != DateForm::kBareDay) {
      out.push_back({*span, expression.begin, expression.end});
    }
  }
}

// A month's name alone is a word: only a day, a year or "in" makes it a date.
bool is_loose(std::string_view text, const DateExpression& expression) {
  return expression.form == DateForm::kMonth && expression.from.year == 0 &&
         expression.year_word == YearWord::kNone && is_letter(text[expression.begin]) &&
         !is_one_of(last_word(text_before(text, expression.begin, 40)), {"in", "from", "last"});
}

// Reads one date of any form at `at`; returns its end, or `at` when there is none.
std::size_t read_one(const QueryText& query, std::size_t at, std::vector<QueryDate>& out) {
  const std::string_view text = query.text;
  if (const auto period = read_query_period(text, at, query.today)) {
    out.push_back(*period);
    return period->end_byte;
  }
  if (!is_date_start(text, at)) {
    return at;
  }
  DateReadings readings;
  const auto end = read_date_at(text, at, readings);
  std::vector<DateExpression>& expressions = readings.expressions;
  std::erase_if(expressions, [&](const DateExpression& e) { return is_loose(text, e); });
  if (!end || expressions.empty()) {
    return end.value_or(at);
  }
  append_expressions(query, expressions, out);
  return *end;
}

bool is_range_joint(std::string_view between, std::string_view before) {
  while (!between.empty() && is_space(between.back())) {
    between.remove_suffix(1);
  }
  while (!between.empty() && is_space(between.front())) {
    between.remove_prefix(1);
  }
  return is_one_of(between, {"..", "...", "-", "–", "—", "~", "to", "until", "till", "through",
                             "至", "到"}) ||
         (is_one_of(between, {"and", "和", "与"}) && last_word(before) == "between");
}

std::size_t with_opening(std::string_view text, std::size_t begin) {
  const std::string_view word = last_word(text.substr(0, begin));
  return is_one_of(word, {"from", "between"}) ? static_cast<std::size_t>(word.data() - text.data())
                                              : begin;
}

// Joins "2019-12..2020-03" and "between 2018 and 2020" into one span.
std::vector<QueryDate> join_ranges(std::string_view text, const std::vector<QueryDate>& dates) {
  std::vector<QueryDate> joined;
  for (const QueryDate& date : dates) {
    if (!joined.empty()) {
      QueryDate& last = joined.back();
      const std::string_view between = text.substr(last.end_byte, date.begin_byte - last.end_byte);
      if (between.size() < 16 && last.span.to < date.span.from &&
          is_range_joint(between, text.substr(0, last.begin_byte))) {
        last.span.to = date.span.to;
        last.span.precision = std::max(last.span.precision, date.span.precision);
        last.end_byte = date.end_byte;
        last.begin_byte = with_opening(text, last.begin_byte);
        continue;
      }
    }
    joined.push_back(date);
  }
  return joined;
}

// Joins 2019 十二月: a year in figures, a space and a month without a year of its own.
std::vector<QueryDate> join_years(std::string_view text, const std::vector<QueryDate>& dates) {
  std::vector<QueryDate> joined;
  for (const QueryDate& date : dates) {
    const bool has_year =
        !joined.empty() && joined.back().end_byte - joined.back().begin_byte == 4 &&
        joined.back().span == year_span(joined.back().span.from.year()) &&
        text.substr(joined.back().end_byte, date.begin_byte - joined.back().end_byte) == " ";
    const std::string_view month = text.substr(date.begin_byte, date.end_byte - date.begin_byte);
    const bool is_month = month.ends_with("月") && month.find("年") == std::string_view::npos &&
                          date.span == month_span(date.span.from.year() / date.span.from.month());
    if (has_year && is_month) {
      QueryDate& last = joined.back();
      last.span = month_span(last.span.from.year() / date.span.from.month());
      last.end_byte = date.end_byte;
    } else {
      joined.push_back(date);
    }
  }
  return joined;
}

}  // namespace

std::vector<QueryDate> read_folded_dates(std::string_view text, Date today) {
  const QueryText query{text, today, find_roc_context(text)};
  std::vector<QueryDate> dates;
  for (std::size_t at = next_query_start(text, 0); at < text.size();) {
    const std::size_t end = read_one(query, at, dates);
    at = next_query_start(text, end > at ? end : behind_query_word(text, at));
  }
  return join_ranges(text, join_years(text, dates));
}

std::vector<QueryDate> read_query_dates(std::string_view query, Date today) {
  const FoldedText folded = FoldedText::fold(query);
  const std::string_view text = folded.text();
  std::vector<QueryDate> result;
  for (QueryDate date : read_folded_dates(text, today)) {
    const auto bounded = apply_bound(date.span, take_bound(text, date), today);
    const std::size_t begin = folded.source_begin(date.begin_byte);
    if (bounded && (result.empty() || result.back().end_byte <= begin)) {
      result.push_back({*bounded, begin, folded.source_end(date.end_byte)});
    }
  }
  return result;
}

}  // namespace bulletin
