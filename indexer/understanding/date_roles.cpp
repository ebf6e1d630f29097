#include "indexer/understanding/date_roles.hpp"

#include "indexer/understanding/date_tokens.hpp"
#include "indexer/understanding/date_words.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kReach = 96;  // Bytes looked at on either side.
constexpr int kClauseWords = 10;
constexpr std::size_t kPlaceWords = 9;
constexpr std::string_view kOnce = "曾";

// Walks back over the words of the clause before a date.
class WordsBefore {
 public:
  WordsBefore(std::string_view text, std::size_t at) : left_(text_before(text, at, kReach)) {}

  // Returns the next word to the left; empty at a mark or at the end of the reach.
  std::string_view step() {
    const std::string_view word = last_word(left_);
    left_ = word.empty() ? std::string_view{}
                         : left_.substr(0, static_cast<std::size_t>(word.data() - left_.data()));
    return word;
  }

  [[nodiscard]] std::string_view left() const { return left_; }

 private:
  std::string_view left_;
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

Governor find_governor(std::string_view text, std::size_t at) {
  Governor found;
  std::string_view left = text_before(text, at, kReach);
  if (left.ends_with("mid-")) {
    left.remove_suffix(1);
  }
  WordsBefore words(left, left.size());
  std::string_view word = words.step();
  for (int i = 0; i < kClauseWords && (is_filler(word) || is_vague(word)); ++i) {
    found.vague = found.vague || is_vague(word);
    found.as_early_as = found.as_early_as || word == "as";
    word = words.step();
  }
  found.word = word;
  found.before = words.step();
  return found;
}

bool is_participle(std::string_view word) {
  return word.ends_with("ed") || word.ends_with("en") ||
         is_one_of(word, {"met", "held", "made", "sent", "led", "set", "come", "gone", "begun",
                          "paid", "won", "built", "brought", "left", "become", "put", "known"});
}

// "had been signed in June 2019": the past of the past.
bool is_pluperfect(std::string_view text, std::size_t at) {
  WordsBefore words(text, at);
  std::string_view follower;
  std::string_view second;
  for (int i = 0; i < kClauseWords; ++i) {
    const std::string_view word = words.step();
    if (word.empty()) {
      return false;
    }
    if (word == "had") {
      return is_participle(follower) || is_participle(second);  // One adverb may stand between.
    }
    second = follower;
    follower = word;
  }
  return false;
}

// "In June 2019, the two sides had signed": the same behind the date.
bool is_pluperfect_behind(std::string_view text, std::size_t at) {
  DateCursor cursor(text, at);
  cursor.take(DateTokenKind::kComma);
  for (int i = 0; i < kClauseWords; ++i) {
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

bool is_planned(std::string_view text, std::size_t at) {
  WordsBefore words(text, at);
  std::string_view follower;
  for (int i = 0; i < kClauseWords; ++i) {
    const std::string_view word = words.step();
    if (word.empty()) {
      return false;
    }
    if (is_one_of(word, {"will", "scheduled", "slated"}) ||
        (word == "to" && is_one_of(follower, {"be", "take", "open", "start", "begin"}))) {
      return true;
    }
    follower = word;
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

bool is_name_of_thing(std::string_view text, std::size_t end) {
  const DateToken next = read_date_token(text, end);
  const std::string_view word = text.substr(next.begin, next.end - next.begin);
  return is_one_of(word, {"movement", "revolution", "attacks", "incident", "intake", "cohort",
                          "issue", "edition", "class"});
}

bool is_every_year(std::string_view text, const DateExpression& expression) {
  const std::string_view behind = text_behind(text, expression.end, 24);
  return starts_with_any(
      behind, {" each year", " every year", " of each year", " of every year", " annually"});
}

// A month name without day or year counts only as "in June": names of months are other words too.
bool is_loose_month(const DateExpression& expression, const Governor& governor,
                    std::string_view text) {
  const std::string_view word = last_word(text_before(text, expression.begin, kReach));
  return !has_year(expression) && expression.year_word == YearWord::kNone &&
         (governor.vague || !is_one_of(word, {"in", "during", "from", "between"}));
}

bool is_founding(const Governor& governor) {
  return is_one_of(governor.word, {"founded", "established", "created", "formed"}) ||
         (governor.word == "up" && governor.before == "set");
}

bool is_reduced_relative(const Governor& governor) {
  return is_one_of(governor.word, {"signed", "concluded", "reached", "adopted"}) &&
         is_one_of(governor.before, {"agreement", "memorandum", "understanding", "mou", "contract",
                                     "plan", "letter", "accord", "protocol", "cooperation"});
}

DateRole role_in_english(std::string_view text, const DateExpression& expression) {
  const Governor governor = find_governor(text, expression.begin);
  if (is_one_of(governor.word, {"since", "born", "each", "every"}) ||
      goes_on(text, expression.end) || is_name_of_thing(text, expression.end) ||
      is_every_year(text, expression) ||
      (is_month(expression) && is_loose_month(expression, governor, text))) {
    return DateRole::kNone;
  }
  if (is_founding(governor)) {
    return DateRole::kFounding;
  }
  if (is_one_of(governor.word, {"by", "before", "graduated", "enrolled", "joined", "retired"}) ||
      (governor.as_early_as && governor.vague) || is_pluperfect(text, expression.begin) ||
      (governor.word.empty() && is_pluperfect_behind(text, expression.end))) {
    return DateRole::kBackground;
  }
  return is_reduced_relative(governor) || is_planned(text, expression.begin) ? DateRole::kYielding
                                                                             : DateRole::kEvent;
}

// 以来, 起 and the like make a date the start of something that still goes on.
bool is_since_in_chinese(std::string_view before, std::string_view behind) {
  if (starts_with_any(behind, {"以来", "至今", "起草"})) {
    return !behind.starts_with("起草");
  }
  const bool opened = ends_with_any(before, {"自", "从", "自从"});
  return behind.starts_with("起") || (opened && starts_with_any(behind, {"开始", "后", "以后"}));
}

bool is_nothing_in_chinese(std::string_view before, std::string_view behind) {
  return ends_with_any(
             before, {"农历", "阴历", "夏历", "旧历", "每年", "历年", "往年", "出生于", "生于"}) ||
         starts_with_any(behind, {"出生", "生,", "个月", "级", "届"});
}

// 6月 without day or year is a date only as a point in time: not 为期6月, 6月龄, 十月革命.
bool is_loose_month_in_chinese(const DateExpression& expression, std::string_view before,
                               std::string_view behind) {
  if (has_year(expression) || expression.year_word != YearWord::kNone) {
    return false;
  }
  return ends_with_any(before, {"为期", "历时", "长达", "近", "第", "满", "达", "共", "每"}) ||
         starts_with_any(behind, {"初", "底", "末", "中", "龄", "薪", "刊", "革命", "花", "号",
                                  "票", "饼", "余", "多", "有余", "内", "之"});
}

// 30日 is a day of the month, but 为期30日 and 3日内 measure time.
bool is_duration(std::string_view before, std::string_view behind) {
  return ends_with_any(before, {"为期", "历时", "长达", "近", "第", "满", "达", "共", "每", "前",
                                "后", "连续", "过去", "未来", "月"}) ||
         starts_with_any(behind, {"内", "间", "游", "后", "前", "之", "行程", "课程", "元", "历",
                                  "本", "语", "两夜", "制"});
}

// 曾 tells of the past, and is a common surname: only with what may follow the adverb.
bool has_past_adverb(std::string_view clause) {
  const std::size_t at = clause.find(kOnce);
  return at != std::string_view::npos &&
         starts_with_any(clause.substr(at + kOnce.size()),
                         {"签", "于", "在", "与", "经", "访", "派", "赴", "多", "获",
                          "到", "来", "率", "就", "向", "和", "同", "为", "共", "联",
                          "举", "参", "两", "应", "作", "做", "担", "任", "达"});
}

bool is_earlier_in_chinese(std::string_view before, std::string_view behind) {
  return ends_with_any(before, {"早在", "此前", "先前", "此前于", "曾于", "曾在", "曾经于"}) ||
         starts_with_any(behind, {"前,", "以前", "之前", "底前", "前完成"}) ||
         has_past_adverb(behind.substr(0, behind.find("。")));
}

bool is_relative_clause(std::string_view behind) {
  for (const std::string_view verb :
       {"签署", "签订", "达成", "举行", "举办", "召开", "发布", "启动"}) {
    if (behind.starts_with(verb)) {
      return behind.substr(verb.size()).starts_with("的");
    }
  }
  return false;
}

bool is_founding_in_chinese(std::string_view before, std::string_view behind) {
  return ends_with_any(before, {"成立于", "创办于", "创立于", "创建于", "始建于", "建于", "建校于",
                                "创校于", "组建于"}) ||
         starts_with_any(behind, {"创校", "建校", "创办", "创立", "创建", "成立", "始建"});
}

bool is_planned_in_chinese(std::string_view before) {
  return ends_with_any(
      before, {"将于", "将在", "拟于", "定于", "拟在", "计划于", "预计于", "预计", "预定于"});
}

DateRole role_in_chinese(const DateExpression& expression, std::string_view before,
                         std::string_view behind) {
  const bool bare_day = expression.form == DateForm::kBareDay;
  if (is_since_in_chinese(before, behind) || is_nothing_in_chinese(before, behind) ||
      (is_month(expression) && is_loose_month_in_chinese(expression, before, behind)) ||
      (bare_day && is_duration(before, behind))) {
    return DateRole::kNone;
  }
  if (is_relative_clause(behind)) {
    return DateRole::kYielding;
  }
  if (is_founding_in_chinese(before, behind)) {
    return DateRole::kFounding;
  }
  if (is_earlier_in_chinese(before, behind)) {
    return DateRole::kBackground;
  }
  return is_planned_in_chinese(before) ? DateRole::kYielding : DateRole::kEvent;
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
    return {.role = role_in_chinese(expression, before, text_behind(text, expression.end, kReach)),
            .planned = is_planned_in_chinese(before)};
  }
  if (is_dateline(text, expression)) {
    return {.role = DateRole::kFiling};
  }
  return {.role = role_in_english(text, expression), .planned = is_planned(text, expression.begin)};
}

}  // namespace bulletin
