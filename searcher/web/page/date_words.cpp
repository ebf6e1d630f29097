#include "searcher/web/page/date_words.hpp"

#include <array>

namespace bulletin {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

// One end of a span: as many of day, month and year as `precision` and the other end leave to say.
struct End {
  Date date;
  bool day = false;
  bool month = false;
  bool year = false;
};

std::string number(unsigned value) {
  return std::to_string(value);
}

std::string english(const End& end) {
  std::string words = end.day ? number(unsigned{end.date.day()}) : "";
  const auto add = [&](const std::string& word) { words += (words.empty() ? "" : " ") + word; };
  if (end.month) {
    add(month_name(unsigned{end.date.month()}, UiLang::kEnglish));
  }
  if (end.year) {
    add(std::to_string(int{end.date.year()}));
  }
  return words;
}

std::string chinese(const End& end) {
  return (end.year ? std::to_string(int{end.date.year()}) + "年" : "") +
         (end.month ? number(unsigned{end.date.month()}) + "月" : "") +
         (end.day ? number(unsigned{end.date.day()}) + "日" : "");
}

bool is_one(const DateSpan& span) {
  switch (span.precision) {
    case Precision::kDay:
      return span.from == span.to;
    case Precision::kMonth:
      return span.from.year() == span.to.year() && span.from.month() == span.to.month();
    case Precision::kYear:
      return span.from.year() == span.to.year();
  }
  return false;
}

}  // namespace

std::string month_name(unsigned month, UiLang lang) {
  return lang == UiLang::kChinese ? number(month) + "月" : std::string(kMonths.at(month - 1));
}

std::string span_words(const DateSpan& span, UiLang lang) {
  const bool day = span.precision == Precision::kDay;
  const bool month = span.precision != Precision::kYear;
  const End whole_from{span.from, day, month, true};
  const End whole_to{span.to, day, month, true};
  const bool same_year = span.from.year() == span.to.year();
  const bool same_month = same_year && span.from.month() == span.to.month();
  if (is_one(span)) {
    return lang == UiLang::kChinese ? chinese(whole_from) : english(whole_from);
  }
  if (lang == UiLang::kChinese) {  // Largest first, so the second end leaves out what is said.
    return chinese(whole_from) + "至" + chinese({span.to, day, month && !same_month, !same_year});
  }
  const End from{span.from, day, month && !same_month, !same_year};
  const bool is_short = same_month;
  return english(from) + (is_short ? "–" : " – ") + english(whole_to);
}

std::string date_value_words(std::string_view value, UiLang lang) {
  const auto span = parse_span(value);
  return span ? span_words(*span, lang) : std::string(value);
}

}  // namespace bulletin
