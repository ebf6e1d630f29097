#include "searcher/cli/labels.hpp"

#include "indexer/schema/schema.hpp"
#include "indexer/understanding/countries.hpp"

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

std::string language_name(std::string_view lang) {
  if (lang == "en") {
    return "English";
  }
  return lang == "zh" ? "中文" : std::string(lang);
}

}  // namespace bulletin
