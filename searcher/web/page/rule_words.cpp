#include "searcher/web/page/rule_words.hpp"

#include <algorithm>

namespace bulletin {
namespace {

struct RuleRow {
  std::string_view rule, en, zh;
};

constexpr RuleRow kRules[] = {
    {"name", "name", "名称"},
    {"former-name", "former name", "旧称"},
    {"demonym", "people or language", "民族或语言"},
    {"abbreviation", "abbreviation", "简称"},
    {"pair", "pair of countries", "两国并称"},
    {"city", "city", "城市"},
    {"division", "province or state", "省州"},
    {"institution", "institution", "机构"},
    {"acronym", "acronym", "缩写"},
    {"publisher", "publisher’s own name", "发布者名称"},
    {"metadata", "given by the source", "来源提供"},
    {"set", "set by hand", "人工设定"},
    {"day", "day", "日"},
    {"range", "range of days", "日期范围"},
    {"month", "month", "月"},
    {"period", "part of a month", "旬"},
    {"numeric", "figures", "数字日期"},
    {"dateline", "dateline", "电头"},
    {"year-from-event-name", "year from the event’s name", "年份取自活动名称"},
    {"year-from-context", "year from the text", "年份取自上下文"},
    {"year-from-published", "year from the day of publication", "年份取自发布日期"},
    {"month-from-context", "month from the text", "月份取自上下文"},
    {"title-cue", "words of the title", "标题用词"},
    {"cue", "words of the text", "正文用词"},
    // Reasons against a reading.
    {"inside-longer-name", "part of a longer name", "属于更长的名称"},
    {"blocked", "part of another expression", "属于其他词语"},
    {"language", "a language", "语言名称"},
    {"across-words", "letters of two words", "跨词巧合"},
    {"person", "a person", "人名"},
    {"product", "a product", "产品名"},
    {"no-witness", "nothing else speaks for it", "没有旁证"},
    {"other-meaning", "another meaning", "另有所指"},
    {"expanded-otherwise", "the item explains it otherwise", "文中另有解释"},
    {"founding", "year of founding", "成立时间"},
    {"since", "since when", "起始时间"},
    {"term", "term of office or plan", "任期或规划期"},
    {"class-year", "year of a class", "年级"},
    {"birth", "birth", "出生日期"},
    {"every-year", "every year", "每年"},
    {"lunar", "lunar calendar", "农历"},
    {"named-day", "name of a day", "纪念日名称"},
    {"duration", "a duration", "时长"},
    {"number", "a number", "编号"},
    {"issue", "an issue", "刊期"},
    {"word", "a common word", "普通词语"},
    {"impossible", "no such day", "不存在的日期"},
    {"no-year", "no year", "缺年份"},
    {"no-month", "no month", "缺月份"},
    {"uncertain-year", "uncertain year", "年份不确定"},
    {"month-alone", "a month alone", "只有月份"},
    {"year-alone", "a year alone", "只有年份"},
    {"relative", "relative words", "相对时间"},
};

}  // namespace

BilingualLabel rule_words(std::string_view rule) {
  const auto* const found = std::ranges::find(kRules, rule, &RuleRow::rule);
  return found == std::end(kRules) ? BilingualLabel{std::string(rule), std::string(rule)}
                                   : BilingualLabel{std::string(found->en), std::string(found->zh)};
}

}  // namespace bulletin
