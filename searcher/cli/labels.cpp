#include "searcher/cli/labels.hpp"

#include <utility>

#include "indexer/schema/schema.hpp"
#include "indexer/understanding/countries.hpp"
#include "indexer/understanding/regions.hpp"

namespace bulletin {

BilingualLabel country_name(std::string_view code) {
  if (code == kNone) {
    return {"no country", "无国家/地区"};
  }
  if (const auto label = country_label(code)) {
    return {std::string(label->en), std::string(label->zh)};
  }
  return {std::string(code), std::string(code)};
}

BilingualLabel region_name(std::string_view code) {
  if (const auto label = region_label(code)) {
    return {label->en, label->zh};
  }
  return {std::string(code), std::string(code)};
}

BilingualLabel kind_label(std::string_view kind) {
  constexpr std::pair<std::string_view, std::string_view> kChinese[] = {
      {"visit", "访问"},    {"signing", "签约"},     {"meeting", "会议"},
      {"training", "培训"}, {"opening", "启动"},     {"award", "表彰"},
      {"exchange", "交流"}, {"publication", "出版"}, {"other", "其他"}};
  for (const auto& [name, chinese] : kChinese) {
    if (name == kind) {
      return {std::string(kind), std::string(chinese)};
    }
  }
  return {std::string(kind), std::string(kind)};
}

std::string language_name(std::string_view lang) {
  if (lang == "en") {
    return "English";
  }
  return lang == "zh" ? "中文" : std::string(lang);
}

}  // namespace bulletin
