#include "indexer/understanding/date_roles.hpp"

#include <algorithm>
#include <array>

#include "indexer/understanding/date_roles_chinese.hpp"
#include "indexer/understanding/date_tokens.hpp"
#include "indexer/understanding/date_words.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kReach = 96;  // Bytes looked at on either side.
constexpr std::size_t kClauseWords = 10;
constexpr std::size_t kPlaceWords = 9;

// The words of the clause before a date, the nearest first; read once for all who ask.
class WordsBefore {
 public:
  explicit WordsBefore(std::string_view text) {
    while (count_ < words_.size()) {
      const std::string_view word = last_word(text);
      if (word.empty()) {  // A mark, or the end of the reach.
        return;
      }
      words_[count_++] = word;
      text = text.substr(0, static_cast<std::size_t>(word.data() - text.data()));
    }
  }

  /// Returns the word at `place`; empty beyond the clause.
  [[nodiscard]] std::string_view operator[](std::size_t place) const {
    return place < count_ ? words_[place] : std::string_view{};
  }
  [[nodiscard]] std::size_t size() const { return count_; }

 private:
  std::array<std::string_view, kClauseWords> words_;
  std::size_t count_ = 0;
};

bool has_year(const DateExpression& expression) {
  return expression.from.year != 0;
}

bool is_month(const DateExpression& expression) {
  return expression.form == DateForm::kMonth;
}

// The word that governs a date, and whether "early" or "the end of" stands between them.
struct Governor {
  std::string_view word;
  std::string_view before;  // The word in front of it.
  bool vague = false;       // early, late, mid, the end of
  bool as_early_as = false;
};

bool is_filler(std::string_view word) {
  return is_one_of(
      word, {"the", "on", "in", "at", "of", "as", "about", "around", "ever", "morning", "afternoon",
             "evening", "night", "noon", "day", "month", "local", "time"});
}

bool is_vague(std::string_view word) {
  return is_one_of(word, {"early", "late", "mid", "middle", "end", "beginning", "start"});
}

Governor find_governor(const WordsBefore& words) {
  Governor found;
  std::size_t place = 0;
  for (; is_filler(words[place]) || is_vague(words[place]); ++place) {
    found.vague = found.vague || is_vague(words[place]);
    found.as_early_as = found.as_early_as || words[place] == "as";
  }
  found.word = words[place];
  found.before = words[place + 1];
  return found;
}

bool is_participle(std::string_view word) {
  return word.ends_with("ed") || word.ends_with("en") ||
         is_one_of(word, {"met", "held", "made", "sent", "led", "set", "come", "gone", "begun",
                          "paid", "won", "built", "brought", "left", "become", "put", "known"});
}

// "had been signed in June 2019": the past of the past.
bool is_pluperfect(const WordsBefore& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "had") {  // One adverb may stand between.
      return i > 0 && (is_participle(words[i - 1]) || (i > 1 && is_participle(words[i - 2])));
    }
  }
  return false;
}

// "In June 2019, the two sides had signed": the same behind the date.
bool is_pluperfect_behind(std::string_view text, std::size_t at) {
  DateCursor cursor(text, at);
  cursor.take(DateTokenKind::kComma);
  for (std::size_t i = 0; i < kClauseWords; ++i) {
    const DateToken token = cursor.token();
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    if (token.kind == DateTokenKind::kEnd || word.empty() ||
        (!is_letter(word[0]) && !is_digit(word[0]))) {
      return false;
    }
    cursor.next();
    if (word == "had") {
      const DateToken next = cursor.token();
      return is_participle(text.substr(next.begin, next.end - next.begin));
    }
  }
  return false;
}

// "the centre, which was opened on 3 May 2019,": told by the way. "The forum, which was held on" is
// the event itself.
bool is_by_the_way(const WordsBefore& words) {
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (words[i] == "which") {
      return is_one_of(words[i - 2], {"opened", "launched", "built", "completed", "unveiled",
                                      "inaugurated", "approved", "set", "started", "signed"});
    }
  }
  return false;
}

bool is_planned(const WordsBefore& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_one_of(words[i], {"will", "scheduled", "slated"}) ||
        (words[i] == "to" && i > 0 &&
         is_one_of(words[i - 1], {"be", "take", "open", "start", "begin"}))) {
      return true;
    }
  }
  return false;
}

// A dash closes a dateline unless a number follows, which would make it a range.
bool is_dateline_dash(std::string_view text, std::size_t at) {
  DateCursor cursor(text, at);
  if (cursor.take(DateTokenKind::kOpen)) {  // (Xinhua)
    cursor.next();
    cursor.take(DateTokenKind::kClose);
  }
  cursor.take(DateTokenKind::kClose);
  return cursor.is(DateTokenKind::kDash);
}

// Names and commas from the start of the line: "Wellington, New Zealand, ".
bool is_place_line(std::string_view line) {
  while (!line.empty() && is_space(line.back())) {
    line.remove_suffix(1);
  }
  if (line.empty() || line == "(") {
    return true;
  }
  std::size_t gaps = 0;
  for (const char c : line) {
    gaps += is_space(c) ? 1 : 0;
    if (c == ';' || c == ':' || c == '!' || c == '?' || is_digit(c)) {
      return false;
    }
  }
  return line.back() == ',' && gaps < kPlaceWords;
}

bool is_dateline(std::string_view text, const DateExpression& expression) {
  if (!is_dateline_dash(text, expression.end)) {
    return false;
  }
  const std::string_view before = text_before(text, expression.begin, kReach);
  const std::size_t line = before.rfind('\n');
  const bool whole = line != std::string_view::npos || before.size() == expression.begin;
  return whole && is_place_line(before.substr(line == std::string_view::npos ? 0 : line + 1));
}

bool is_stamp(std::string_view text, const DateExpression& expression) {
  std::string_view before = text_before(text, expression.begin, kReach);
  while (!before.empty() && is_space(before.back())) {
    before.remove_suffix(1);
  }
  const std::string_view behind = text_behind(text, expression.end, 8);
  return ends_with_any(before,
                       {"发布时间:", "发布日期:", "发稿时间:", "发表时间:", "更新时间:", "发布于",
                        "日期:", "posted on", "updated on", "updated:", "published:", "posted:"}) ||
         starts_with_any(behind, {"电", "讯", " 电", " 讯"});
}

// "from January 2014 on", "March 2020 to date".
bool goes_on(std::string_view text, std::size_t end) {
  std::string_view behind = text_behind(text, end, 32);
  while (!behind.empty() && (is_space(behind[0]) || behind[0] == ',')) {
    behind.remove_prefix(1);
  }
  return starts_with_any(
      behind, {"onward", "to date", "to the present", "to present", "to now", "until now",
               "until today", "up to now", "- present", "– present", "-present", "–present"});
}

bool is_catastrophe(std::string_view word) {
  return is_one_of(word, {"earthquake", "quake", "tsunami", "disaster", "uprising", "massacre"});
}

std::string_view word_behind(std::string_view text, std::size_t end) {
  const DateToken next = read_date_token(text, end);
  return text.substr(next.begin, next.end - next.begin);
}

// "the May 4th Movement", "the May 2017 class", "the class of May 2017", "the 12 May 2008 Wenchuan
// earthquake".
DateReason reason_of_name(std::string_view text, const DateExpression& expression,
                          const WordsBefore& words) {
  const std::string_view word = word_behind(text, expression.end);
  const bool of_class = words[0] == "of" && is_one_of(words[1], {"class", "cohort", "intake"});
  if (of_class || is_one_of(word, {"intake", "cohort", "class"})) {
    return DateReason::kClassYear;
  }
  if (is_one_of(word, {"issue", "edition"})) {
    return DateReason::kIssue;
  }
  const bool is_named = is_one_of(word, {"movement", "revolution", "attacks", "incident"}) ||
                        is_catastrophe(word) ||
                        (words[0] == "the" && !word.empty() && is_letter(word[0]) &&
                         is_catastrophe(word_behind(text, expression.end + 1 + word.size())));
  return is_named ? DateReason::kNamedDay : DateReason::kNone;
}

bool is_every_year(std::string_view text, const DateExpression& expression) {
  const std::string_view behind = text_behind(text, expression.end, 24);
  return starts_with_any(
      behind, {" each year", " every year", " of each year", " of every year", " annually"});
}

// A month name without day or year counts only as "in June": names of months are other words too.
bool is_loose_month(const DateExpression& expression, const Governor& governor,
                    const WordsBefore& words) {
  return !has_year(expression) && expression.year_word == YearWord::kNone &&
         (governor.vague || !is_one_of(words[0], {"in", "during", "from", "between"}));
}

bool is_founding(const Governor& governor) {
  return is_one_of(governor.word, {"founded", "established", "created", "formed"}) ||
         (governor.word == "up" && governor.before == "set");
}

bool is_history(const Governor& governor) {
  return is_one_of(governor.word, {"renamed", "upgraded", "merged", "chartered", "incorporated",
                                   "restructured", "relocated"}) ||
         is_catastrophe(governor.word);
}

bool is_reduced_relative(const Governor& governor) {
  return is_one_of(governor.word, {"signed", "concluded", "reached", "adopted"}) &&
         is_one_of(governor.before, {"agreement", "memorandum", "understanding", "mou", "contract",
                                     "plan", "letter", "accord", "protocol", "cooperation"});
}

bool is_as_of(const WordsBefore& words) {
  return (words[0] == "of" && words[1] == "as") || words[0] == "until";
}

DateReason why_nothing_in_english(std::string_view text, const DateExpression& expression,
                                  const Governor& governor, const WordsBefore& words) {
  if (governor.word == "since" || goes_on(text, expression.end)) {
    return DateReason::kSince;
  }
  if (governor.word == "born") {
    return DateReason::kBirth;
  }
  if (is_one_of(governor.word, {"each", "every"}) || is_every_year(text, expression)) {
    return DateReason::kEveryYear;
  }
  if (const auto reason = reason_of_name(text, expression, words); reason != DateReason::kNone) {
    return reason;
  }
  return is_month(expression) && is_loose_month(expression, governor, words)
             ? DateReason::kMonthAlone
             : DateReason::kNone;
}

bool is_background_in_english(std::string_view text, const DateExpression& expression,
                              const Governor& governor, const WordsBefore& words) {
  return is_one_of(governor.word, {"by", "before", "graduated", "enrolled", "joined", "retired"}) ||
         (governor.as_early_as && governor.vague) || is_pluperfect(words) ||
         (governor.word.empty() && is_pluperfect_behind(text, expression.end));
}

DateRole role_of_event(std::string_view text, const DateExpression& expression,
                       const Governor& governor, const WordsBefore& words) {
  if (is_as_of(words)) {
    return DateRole::kYielding;
  }
  if (is_background_in_english(text, expression, governor, words)) {
    return DateRole::kBackground;
  }
  if (is_history(governor)) {
    return DateRole::kHistory;
  }
  const bool yields = is_reduced_relative(governor) || is_planned(words) || is_by_the_way(words);
  return yields ? DateRole::kYielding : DateRole::kEvent;
}

DateSurroundings surroundings_in_english(std::string_view text, const DateExpression& expression,
                                         const WordsBefore& words) {
  const Governor governor = find_governor(words);
  const DateReason reason = why_nothing_in_english(text, expression, governor, words);
  if (reason != DateReason::kNone) {
    return {.role = DateRole::kNone, .reason = reason};
  }
  const bool planned = is_planned(words);
  if (is_founding(governor)) {
    return {.role = DateRole::kFounding, .reason = DateReason::kFounding, .planned = planned};
  }
  return {.role = role_of_event(text, expression, governor, words), .planned = planned};
}

// Han marks inside the expression tell whose grammar holds around it.
bool is_written_in_chinese(std::string_view text, const DateExpression& expression) {
  const std::string_view surface = text.substr(expression.begin, expression.end - expression.begin);
  const std::string_view around = text_behind(text, expression.end, 3);
  const auto not_ascii = [](char c) { return static_cast<unsigned char>(c) >= 0xE3; };
  return std::ranges::any_of(surface, not_ascii) || std::ranges::any_of(around, not_ascii) ||
         std::ranges::any_of(text_before(text, expression.begin, 3), not_ascii);
}

}  // namespace

DateSurroundings read_surroundings(std::string_view text, const DateExpression& expression) {
  if (is_stamp(text, expression)) {
    return {.role = DateRole::kFiling};
  }
  if (is_written_in_chinese(text, expression)) {
    const std::string_view before = text_before(text, expression.begin, kReach);
    return surroundings_in_chinese(expression, before, text_behind(text, expression.end, kReach));
  }
  if (is_dateline(text, expression)) {
    return {.role = DateRole::kFiling};
  }
  std::string_view before = text_before(text, expression.begin, kReach);
  if (before.ends_with("mid-")) {
    before.remove_suffix(1);
  }
  const WordsBefore words(before);
  return surroundings_in_english(text, expression, words);
}

}  // namespace bulletin
