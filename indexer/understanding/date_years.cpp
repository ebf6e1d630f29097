#include "indexer/understanding/date_years.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "indexer/understanding/date_forms.hpp"
#include "indexer/understanding/date_words.hpp"

namespace bulletin {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::size_t kSentenceReach = 300;
constexpr days kContextReach{92};     // Dates of one report lie within a season.
constexpr days kEventNameReach{400};  // A name's year further from the publication is history.
constexpr int kLeapCycle = 8;         // 29 February comes back within eight years, even at 1900.

// A full stop ends a sentence unless an abbreviation or an initial stands before it.
bool is_sentence_end(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '!' || c == '?' || c == '\n') {
    return true;
  }
  if (c != '.') {
    return c == "。"[0] && text.substr(at).starts_with("。");
  }
  const bool spaced = at + 1 == text.size() || is_space(text[at + 1]);
  const std::string_view word = last_word(text.substr(0, at));
  return spaced && (word.empty() || (word.size() > 3 && word != "prof" && word != "sept"));
}

bool is_joined(std::string_view before, std::string_view behind) {
  if (!before.empty() && (is_letter(before.back()) || is_digit(before.back()))) {
    return true;
  }
  return ends_with_any(before, {"-", "–", "—", "/", "."}) ||
         starts_with_any(behind, {"-", "–", "—", "/", "~", "年-", "年至"}) ||
         (!behind.empty() && (is_letter(behind[0]) || is_digit(behind[0])));
}

bool is_named_in_chinese(std::string_view before, std::string_view behind) {
  if (ends_with_any(before, {"自", "从", "于", "到", "至", "截至", "自从"})) {
    return false;
  }
  if (behind.starts_with("年")) {
    behind.remove_prefix(std::string_view("年").size());
    return !behind.empty() && !is_digit(behind[0]) && !is_space(behind[0]) &&
           !starts_with_any(behind, {"以来", "起", "底", "初", "末", "前", "后", "间", "级", "毕业",
                                     "成立", "创", "建", "出生", "以后", ",", "。"});
  }
  return !behind.empty() && !is_ascii(behind[0]) && !starts_with_any(behind, {"—", "–", "“", "”"});
}

bool is_event_noun(std::string_view word) {
  return is_one_of(word, {"conference", "forum", "congress", "seminar", "summit", "symposium",
                          "meeting", "workshop", "expo", "festival", "week", "aaou", "icde", "eden",
                          "contest", "competition", "camp"});
}

// The year of a whole date is no name: "9 May 2013", "May 9, 2013".
bool closes_date(std::string_view before) {
  const std::string_view word = last_word(before);
  return before.ends_with(", ") || read_date_token(word, 0).kind == DateTokenKind::kMonthName;
}

bool is_named_in_english(std::string_view before, std::string_view behind) {
  const std::string_view governor = last_word(before);
  if (closes_date(before)) {
    return false;
  }
  if (is_event_noun(governor)) {
    return true;
  }
  if (is_one_of(governor, {"in", "since", "of", "by", "from", "until", "till", "before", "after",
                           "during", "to", "and", "founded", "early", "late"})) {
    return false;
  }
  if (!behind.starts_with(" ")) {
    return false;
  }
  std::size_t end = 1;
  while (end < behind.size() && is_letter(behind[end])) {
    ++end;
  }
  const std::string_view name = behind.substr(1, end - 1);
  return !name.empty() &&
         !is_one_of(name, {"and",      "to",        "in",       "on",     "at",     "by",
                           "for",      "the",       "has",      "had",    "have",   "was",
                           "were",     "when",      "he",       "she",    "they",   "it",
                           "with",     "who",       "as",       "is",     "are",    "of",
                           "from",     "graduates", "graduate", "budget", "plan",   "people",
                           "students", "teachers",  "class",    "or",     "copies", "that"});
}

bool is_event_year(std::string_view text, std::size_t begin) {
  const std::string_view before = text_before(text, begin, 24);
  const std::string_view behind = text_behind(text, begin + 4, 24);
  if (is_joined(before, behind)) {
    return false;
  }
  const bool chinese = !behind.empty() && !is_ascii(behind[0]);
  return chinese ? is_named_in_chinese(before, behind) : is_named_in_english(before, behind);
}

// Behind "in 2014": no name, yet better than no year at all.
bool is_plain_year(std::string_view text, std::size_t begin) {
  const std::string_view before = text_before(text, begin, 40);
  const std::string_view behind = text_behind(text, begin + 4, 24);
  if (is_joined(before, behind) || last_word(before) != "in") {
    return behind.starts_with("年,") && !ends_with_any(before, {"自", "从", "于"});
  }
  const std::size_t in = before.rfind("in");
  return !is_one_of(last_word(before.substr(0, in)), {"founded", "established", "born", "created",
                                                      "formed", "up", "created", "built"});
}

// Four figures at a byte of a text.
struct YearPlace {
  std::size_t at = 0;
  int year = 0;
};

// Returns the first four figures from `at` on that make a year, whatever surrounds them.
std::optional<YearPlace> next_year(std::string_view text, std::size_t at) {
  while (at + 4 <= text.size()) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    int value = 0;
    while (end < text.size() && is_digit(text[end])) {
      value = end - at < 4 ? value * 10 + (text[end] - '0') : 0;
      ++end;
    }
    if (end - at == 4 && is_year(value)) {
      return YearPlace{at, value};
    }
    at = end + 1;
  }
  return std::nullopt;
}

days gap_between(const DateSpan& a, const DateSpan& b) {
  if (a.to < b.from) {
    return sys_days(b.from) - sys_days(a.to);
  }
  return b.to < a.from ? sys_days(a.from) - sys_days(b.to) : days(0);
}

int year_of(Date date) {
  return static_cast<int>(date.year());
}

// The span nearest to the dates around it, whatever the distance.
std::optional<DateSpan> span_by_context(const DateExpression& expression, const DateSpan& context) {
  std::optional<DateSpan> best;
  const int base = year_of(context.from);
  for (const int year : {base, base + 1, base - 1}) {
    const auto span = span_in_year(expression, year);
    if (span && (!best || gap_between(*span, context) < gap_between(*best, context))) {
      best = span;
    }
  }
  return best;
}

bool fits_publication(const DateSpan& span, const YearHints& hints) {
  if (!hints.published) {
    return true;
  }
  const days age = sys_days(*hints.published) - sys_days(span.from);
  return age <= kEventNameReach && (hints.planned || age >= days(0));
}

std::optional<DatedSpan> with_source(std::optional<DateSpan> span, YearSource source) {
  return span ? std::optional(DatedSpan{*span, source}) : std::nullopt;
}

// "9 June last year", 同年9月.
std::optional<DatedSpan> date_by_year_word(const DateExpression& expression,
                                           const YearHints& hints) {
  if (expression.year_word == YearWord::kPublished && hints.published) {
    return with_source(span_in_year(expression, year_of(*hints.published) + expression.year_offset),
                       YearSource::kPublished);
  }
  if (!hints.context) {
    return std::nullopt;
  }
  return with_source(
      span_in_year(expression, year_of(hints.context->from) + expression.year_offset),
      YearSource::kContext);
}

std::optional<DatedSpan> date_by_event_name(std::optional<int> year,
                                            const DateExpression& expression,
                                            const YearHints& hints) {
  const auto span = year ? span_in_year(expression, *year) : std::nullopt;
  return span && fits_publication(*span, hints) ? with_source(span, YearSource::kEventName)
                                                : std::nullopt;
}

std::optional<DatedSpan> date_without_publication(SentenceYears& years,
                                                  const DateExpression& expression,
                                                  const YearHints& hints) {
  if (hints.context) {
    const auto same_year = span_in_year(expression, year_of(hints.context->from));
    return with_source(same_year, YearSource::kContext);
  }
  if (const auto plain = years.plain_year_around(expression.begin)) {
    return with_source(span_in_year(expression, *plain), YearSource::kContext);
  }
  return date_by_event_name(hints.item_year, expression, hints);
}

std::optional<DateSpan> days_in_month(const DateExpression& bare, std::chrono::year_month month) {
  DateExpression whole = bare;
  whole.from = {static_cast<int>(month.year()), unsigned{month.month()}, bare.from.day};
  whole.to = {static_cast<int>(month.year()), unsigned{month.month()}, bare.to.day};
  whole.form = DateForm::kDay;
  return span_in_year(whole, whole.from.year);
}

// 今(18)日 is the latest 18th up to `day`, 明(18)日 the first from it on; 本月 counts from its
// month.
std::optional<DateSpan> span_near_day(const DateExpression& bare, Date day, bool planned) {
  const auto month = day.year() / day.month();
  if (bare.near_word == NearWord::kMonth) {
    return days_in_month(bare, month + std::chrono::months(bare.near_offset));
  }
  for (int i = 0; i < 3; ++i) {  // A 31st comes back within two months.
    const auto span = days_in_month(bare, month + std::chrono::months(planned ? i : -i));
    if (span && (planned ? span->from >= day : span->from <= day)) {
      return span;
    }
  }
  return std::nullopt;
}

}  // namespace

void SentenceYears::read() {
  is_read_ = true;
  for (std::size_t begin = 0; begin < text_.size();) {
    std::size_t end = begin;
    while (end < text_.size() && !is_sentence_end(text_, end)) {
      ++end;
    }
    const std::string_view sentence = text_.substr(begin, end - begin);
    for (auto found = next_year(sentence, 0); found; found = next_year(sentence, found->at + 4)) {
      const Place place{begin + found->at, begin, end, found->year};
      if (is_event_year(sentence, found->at)) {
        event_years_.push_back(place);
      }
      if (is_plain_year(sentence, found->at)) {
        plain_years_.push_back(place);
      }
    }
    begin = end + 1;
  }
}

std::optional<int> SentenceYears::find_around(const std::vector<Place>& places, std::size_t at) {
  const std::size_t floor = at - std::min(at, kSentenceReach);
  auto place = std::ranges::lower_bound(places, floor, {}, &Place::at);
  while (place != places.end() && place->sentence_end <= at) {
    ++place;  // Of the sentences before, within the reach.
  }
  const bool same_sentence = place != places.end() && place->sentence_begin <= at;
  return same_sentence && place->at < at + kSentenceReach ? std::optional(place->year)
                                                          : std::nullopt;
}

std::optional<int> SentenceYears::event_year_around(std::size_t at) {
  if (!is_read_) {
    read();
  }
  return find_around(event_years_, at);
}

std::optional<int> SentenceYears::plain_year_around(std::size_t at) {
  if (!is_read_) {
    read();
  }
  return find_around(plain_years_, at);
}

std::optional<int> find_event_year(std::string_view text) {
  for (auto found = next_year(text, 0); found; found = next_year(text, found->at + 4)) {
    if (is_event_year(text, found->at)) {
      return found->year;
    }
  }
  return std::nullopt;
}

std::optional<DateSpan> span_near(const DateExpression& expression, Date day, bool planned) {
  const int step = planned ? 1 : -1;
  for (int i = 0; i <= kLeapCycle; ++i) {
    const auto span = span_in_year(expression, year_of(day) + i * step);
    if (span && (planned ? span->to >= day : span->from <= day)) {
      return span;
    }
  }
  return std::nullopt;
}

std::optional<DatedSpan> date_near_day(const DateExpression& expression, const YearHints& hints) {
  const bool planned = hints.planned || expression.near_offset > 0;
  std::optional<DateSpan> span;
  if (hints.published) {
    span = span_near_day(expression, *hints.published, planned);
  }
  const bool fits = span && (planned || span->from <= *hints.published);
  if (fits || !hints.context) {
    return with_source(span, YearSource::kPublished);
  }
  // Whether 今(18)日 comes before or behind the other date, its month tells; 本月 counts from it.
  const Date other = hints.context->from;
  const auto in_month = expression.near_word == NearWord::kDay
                            ? days_in_month(expression, other.year() / other.month())
                            : span_near_day(expression, other, planned);
  return with_source(in_month, YearSource::kContext);
}

std::optional<DatedSpan> date_expression(SentenceYears& years, const DateExpression& expression,
                                         const YearHints& hints) {
  if (expression.from.year != 0) {
    return with_source(span_in_year(expression, expression.from.year), YearSource::kText);
  }
  if (expression.year_word != YearWord::kNone) {
    return date_by_year_word(expression, hints);
  }
  const auto name_year = years.event_year_around(expression.begin);
  if (const auto named = date_by_event_name(name_year, expression, hints)) {
    return named;
  }
  const auto nearest = hints.context ? span_by_context(expression, *hints.context) : std::nullopt;
  if (nearest && gap_between(*nearest, *hints.context) <= kContextReach) {
    return with_source(nearest, YearSource::kContext);
  }
  if (hints.published) {
    return with_source(span_near(expression, *hints.published, hints.planned),
                       YearSource::kPublished);
  }
  return date_without_publication(years, expression, hints);
}

}  // namespace bulletin
