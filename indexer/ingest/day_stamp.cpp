#include "indexer/ingest/day_stamp.hpp"

#include <algorithm>
#include <string>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/analysis/utf8.hpp"
#include "indexer/ingest/item_fields.hpp"
#include "indexer/understanding/date_grammar.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMaxLineBytes = 400;
constexpr std::size_t kMaxLineCharacters = 100;
// What may stand beside a date that is no sentence's: more beside one that says what it is of.
constexpr std::size_t kMostBesideCue = 30;
constexpr std::size_t kMostBesideDate = 12;

struct Cue {
  std::string_view word;  // Folded.
  StampCue cue;
};

// The first that is found counts: 发布时间 is more than 时间.
constexpr Cue kCues[] = {
    {"发布", StampCue::kPublished},   {"发表", StampCue::kPublished},
    {"刊登", StampCue::kPublished},   {"公布日期", StampCue::kPublished},
    {"张贴", StampCue::kPublished},   {"published", StampCue::kPublished},
    {"posted", StampCue::kPublished}, {"release", StampCue::kPublished},
    {"更新", StampCue::kUpdated},     {"修改", StampCue::kUpdated},
    {"updated", StampCue::kUpdated},  {"modified", StampCue::kUpdated},
    {"日期", StampCue::kDated},       {"时间", StampCue::kDated},
    {"date", StampCue::kDated},       {"time", StampCue::kDated},
};

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool ends_in_word(std::string_view text) {
  if (text.empty()) {
    return false;
  }
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
    --at;
  }
  const char32_t last = next_code_point(text, at);
  return is_han(last) || (last >= 'a' && last <= 'z');
}

bool is_ascii_word(std::string_view word) {
  return static_cast<unsigned char>(word[0]) < 0x80;
}

// 时间 and "date" count at the start of a phrase only: 会议时间 and "start date" are of events.
StampCue cue_before(std::string_view before) {
  before = trim(before);
  for (const auto& [word, cue] : kCues) {
    const std::size_t at = before.rfind(word);
    if (at == std::string_view::npos) {
      continue;
    }
    const std::string_view ahead =
        is_ascii_word(word) ? trim(before.substr(0, at)) : before.substr(0, at);
    if (cue != StampCue::kDated || !ends_in_word(ahead)) {
      return cue;
    }
  }
  return StampCue::kNone;
}

std::optional<Date> day_of(const DateExpression& date) {
  const bool whole = date.from == date.to && date.from.day != 0 && date.from.year >= 1900 &&
                     date.year_figures == YearFigures::kFour;
  return whole ? make_date(date.from.year, date.from.month, date.from.day) : std::nullopt;
}

// Digits and signs behind a date are its time or a count of readers.
std::size_t count_rest(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    count += static_cast<std::size_t>(is_han(c) || (c >= 'a' && c <= 'z') || c > 0xBF);
  }
  return count;
}

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with("。") || text.ends_with('!') || text.ends_with('?');
}

struct DatedText {
  std::string text;  // Folded.
  DateExpression date;
  Date day;
};

std::optional<DatedText> first_day(std::string_view line) {
  if (line.size() > kMaxLineBytes || line.find_first_of("0123456789") == line.npos) {
    return std::nullopt;
  }
  DatedText found{.text = FoldedText::fold(line).text()};
  const DateReadings readings = read_dates(found.text);
  for (const DateExpression& date : readings.expressions) {
    if (const auto day = day_of(date)) {
      found.date = date;
      found.day = *day;
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<DayStamp> read_day_stamp(std::string_view line) {
  const auto found = first_day(line);
  if (!found || count_characters(line) > kMaxLineCharacters) {
    return std::nullopt;
  }
  const std::string_view text = found->text;
  const std::string_view before = text.substr(0, found->date.begin);
  const std::string_view behind = text.substr(found->date.end);
  const StampCue cue = cue_before(before);
  const std::size_t most = cue == StampCue::kNone ? kMostBesideDate : kMostBesideCue;
  return DayStamp{.day = found->day,
                  .cue = cue,
                  .alone = count_rest(before) + count_rest(behind) <= most && !ends_sentence(text)};
}

std::optional<Date> read_day(std::string_view text) {
  text = trim(text);
  if (const auto day = parse_date(text)) {
    return day;
  }
  const auto found = first_day(text);
  return found ? std::optional(found->day) : std::nullopt;
}

}  // namespace bulletin
