#include "indexer/understanding/date_roles_chinese.hpp"

#include <algorithm>

#include "indexer/understanding/date_words.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kHanBytes = 3;
constexpr std::size_t kMemorialReach = 6 * kHanBytes;
constexpr std::size_t kClauseReach = 20 * kHanBytes;
constexpr std::string_view kOnce = "曾";
constexpr std::string_view kFullStop = "。";
constexpr std::string_view kBornOn = "生于";

bool is_month(const DateExpression& expression) {
  return expression.form == DateForm::kMonth;
}

// 以来, 起 and the like make a date the start of something that still goes on.
bool is_since_in_chinese(std::string_view before, std::string_view behind) {
  if (starts_with_any(behind, {"以来", "至今", "起草"})) {
    return !behind.starts_with("起草");
  }
  const bool opened = ends_with_any(before, {"自", "从", "自从"});
  return behind.starts_with("起") || (opened && starts_with_any(behind, {"开始", "后", "以后"}));
}

// 他生于 tells of a birth; 先生于, 师生于 and 学生于 end a person with the same letter.
bool tells_birth(std::string_view before) {
  if (!before.ends_with(kBornOn)) {
    return false;
  }
  before.remove_suffix(kBornOn.size());
  return before.empty() || is_ascii(before.back()) ||
         ends_with_any(before, {"出", "诞", "降", "他", "她", "。", "、", "均", "都", "也"});
}

// Words that make a date no event of the bulletin.
DateReason reason_of_words(std::string_view before, std::string_view behind) {
  if (ends_with_any(before, {"农历", "阴历", "夏历", "旧历"})) {
    return DateReason::kLunar;
  }
  if (ends_with_any(before, {"每年", "历年", "往年"})) {
    return DateReason::kEveryYear;
  }
  if (tells_birth(before) || starts_with_any(behind, {"出生", "生,"})) {
    return DateReason::kBirth;
  }
  if (behind.starts_with("个月")) {
    return DateReason::kDuration;
  }
  return starts_with_any(behind, {"级", "届"}) ? DateReason::kClassYear : DateReason::kNone;
}

// 6月 without day or year is a date only as a point in time: not 为期6月, 6月龄, 十月革命.
DateReason reason_of_loose_month(const DateExpression& expression, std::string_view before,
                                 std::string_view behind) {
  if (expression.from.year != 0 || expression.year_word != YearWord::kNone) {
    return DateReason::kNone;
  }
  if (ends_with_any(before, {"为期", "历时", "长达", "近", "第", "满", "达", "共", "每"}) ||
      starts_with_any(behind, {"龄", "余", "多", "有余", "内", "之"})) {
    return DateReason::kDuration;
  }
  if (behind.starts_with("革命")) {
    return DateReason::kNamedDay;
  }
  if (starts_with_any(behind, {"刊", "号"})) {
    return DateReason::kIssue;
  }
  return starts_with_any(behind, {"初", "底", "末", "中", "薪", "花", "票", "饼"})
             ? DateReason::kMonthAlone
             : DateReason::kNone;
}

// 30日 is a day of the month, but 为期30日 and 3日内 measure time.
bool is_duration(std::string_view before, std::string_view behind) {
  return ends_with_any(before, {"为期", "历时", "长达", "近", "第", "满", "达", "共", "每", "前",
                                "后", "连续", "过去", "未来", "月"}) ||
         starts_with_any(behind, {"内", "间", "游", "后", "前", "之", "行程", "课程", "元", "历",
                                  "本", "语", "两夜", "制"});
}

// 历经19年 and 建校19年 measure time too.
bool counts_years(std::string_view before) {
  return ends_with_any(before, {"历经", "历时", "为期", "长达", "第", "近", "满", "达", "共", "约",
                                "超过", "成立", "创办", "建校", "办学", "已有"});
}

// The library's search would stop at the first byte of every other character.
std::size_t find_once(std::string_view clause) {
  for (std::size_t at = 0; at + kHanBytes <= clause.size(); ++at) {
    if (clause[at + 2] == kOnce[2] && clause[at + 1] == kOnce[1] && clause[at] == kOnce[0]) {
      return at;
    }
  }
  return std::string_view::npos;
}

// 曾 tells of the past, and is a common surname: only with what may follow the adverb, and not in
// 曾赴意大利的学姐, where it describes somebody.
bool tells_of_past(std::string_view clause) {
  const std::size_t at = find_once(clause);
  if (at == std::string_view::npos) {
    return false;
  }
  const std::string_view predicate = clause.substr(at + kOnce.size());
  const bool describes = at == 0 && predicate.find("的") != std::string_view::npos;
  return !describes &&
         starts_with_any(predicate, {"签", "于", "在", "与", "经", "访", "派", "赴", "多", "获",
                                     "到", "来", "率", "就", "向", "和", "同", "为", "共", "联",
                                     "举", "参", "两", "应", "作", "做", "担", "任", "达"});
}

// The clause that a date opens, or stands before: up to the comma, or the next if one follows it.
std::string_view clause_behind(std::string_view behind) {
  if (behind.starts_with(",")) {
    behind.remove_prefix(1);
  }
  return behind.substr(0, std::min(behind.find(','), behind.find("。")));
}

std::string_view clause_before(std::string_view before) {
  std::size_t begin = before.size();
  while (begin > 0 && before[begin - 1] != ',' &&
         !(before[begin - 1] == kFullStop[2] && before.substr(0, begin).ends_with(kFullStop))) {
    --begin;
  }
  return before.substr(begin);
}

bool is_earlier_in_chinese(std::string_view before, std::string_view behind) {
  return ends_with_any(before, {"早在", "此前", "先前", "此前于", "曾于", "曾在", "曾经于"}) ||
         starts_with_any(behind, {"前,", "以前", "之前", "底前", "前完成"}) ||
         tells_of_past(clause_behind(behind.substr(0, kClauseReach))) ||
         tells_of_past(clause_before(text_before(before, before.size(), kClauseReach)));
}

bool is_history_in_chinese(std::string_view before, std::string_view behind) {
  return ends_with_any(before, {"更名于", "改名于", "升格于", "合并于"}) ||
         starts_with_any(behind, {"更名", "改名", "改称", "升格", "改制", "并入"});
}

// What a name goes on with: 运动会 and 地震局 name no day.
bool ends_name(std::string_view rest) {
  return !starts_with_any(rest, {"会", "员", "场", "队", "服", "系", "项", "学", "局", "台", "带",
                                 "发", "预", "监", "研"});
}

// 五月四日运动, 2008年5月12日汶川地震: the day is a name. Only a short place stands between.
bool is_memorial(std::string_view behind) {
  if (behind.empty() || is_ascii(behind[0])) {
    return false;
  }
  for (const std::string_view noun : {"运动", "事件", "革命", "起义"}) {
    if (behind.starts_with(noun)) {
      return ends_name(behind.substr(noun.size()));
    }
  }
  const std::string_view near = behind.substr(0, kMemorialReach);
  for (const std::string_view noun : {"地震", "事变", "惨案", "海啸", "大屠杀"}) {
    const std::size_t at = near.find(noun);
    const std::string_view place = near.substr(0, std::min(at, near.size()));
    if (at != std::string_view::npos && !contains_any(place, {"发", "在", ",", "。"})) {
      return ends_name(behind.substr(at + noun.size()));
    }
  }
  return false;
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

DateRole role_of_event(std::string_view before, std::string_view behind) {
  if (is_earlier_in_chinese(before, behind)) {
    return DateRole::kBackground;
  }
  if (is_history_in_chinese(before, behind)) {
    return DateRole::kHistory;
  }
  const bool yields = is_relative_clause(behind) || is_planned_in_chinese(before) ||
                      ends_with_any(before, {"截至", "截止", "截止到", "截至到"});
  return yields ? DateRole::kYielding : DateRole::kEvent;
}

DateReason why_nothing(const DateExpression& expression, std::string_view before,
                       std::string_view behind) {
  if (!is_month(expression) && is_memorial(behind)) {
    return DateReason::kNamedDay;
  }
  if (is_since_in_chinese(before, behind)) {
    return DateReason::kSince;
  }
  if (const auto reason = reason_of_words(before, behind); reason != DateReason::kNone) {
    return reason;
  }
  if (is_month(expression)) {
    const DateReason reason = reason_of_loose_month(expression, before, behind);
    if (reason != DateReason::kNone) {
      return reason;
    }
  }
  const bool bare_day =
      expression.form == DateForm::kBareDay && expression.near_word == NearWord::kNone;
  if (bare_day && is_duration(before, behind)) {
    return DateReason::kDuration;
  }
  return expression.year_figures == YearFigures::kTwo && counts_years(before)
             ? DateReason::kDuration
             : DateReason::kNone;
}

}  // namespace

DateSurroundings surroundings_in_chinese(const DateExpression& expression, std::string_view before,
                                         std::string_view behind) {
  const DateReason reason = why_nothing(expression, before, behind);
  if (reason != DateReason::kNone) {
    return {.role = DateRole::kNone, .reason = reason};
  }
  const bool planned = is_planned_in_chinese(before);
  if (is_founding_in_chinese(before, behind)) {
    return {.role = DateRole::kFounding, .reason = DateReason::kFounding, .planned = planned};
  }
  return {.role = role_of_event(before, behind), .planned = planned};
}

}  // namespace bulletin
