#include "indexer/understanding/date_roc.hpp"

#include <cstddef>
#include <cstdlib>

#include "indexer/understanding/date_forms.hpp"
#include "indexer/understanding/date_words.hpp"

namespace bulletin {
namespace {

// No name that words run into by chance: 台北 lies in 平台北京, 台中 in 平台中.
constexpr std::string_view kPlaces[] = {
    "台湾",   "台北市", "台北大学", "新北市", "台中市", "台南市", "台东县",     "高雄",
    "新竹",   "花莲",   "基隆",     "嘉义",   "屏东",   "宜兰",   "彰化",       "苗栗",
    "南投县", "澎湖",   "桃园市",   "云林县", "taiwan", "taipei", "中央研究院",
};

// 112学年度, 111学年: three figures, for mainland schools write 2019学年 with four.
bool has_roc_school_year(std::string_view text) {
  constexpr std::string_view kSchoolYear = "学年";
  for (std::size_t at = text.find(kSchoolYear); at != std::string_view::npos;
       at = text.find(kSchoolYear, at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < 4 && is_digit(text[begin - 1])) {
      --begin;
    }
    if (at - begin == 3) {
      return true;
    }
  }
  return false;
}

}  // namespace

RocContext find_roc_context(std::string_view text) {
  if (text.find("民国") != std::string_view::npos || has_roc_school_year(text)) {
    return RocContext::kMark;
  }
  for (const std::string_view place : kPlaces) {
    if (text.find(place) != std::string_view::npos) {
      return RocContext::kPlace;
    }
  }
  return RocContext::kNone;
}

bool settle_year(DateExpression& expression, RocContext context, std::optional<Date> reference) {
  switch (expression.year_figures) {
    case YearFigures::kFour:
      return true;
    case YearFigures::kThree:
      return context != RocContext::kNone ||
             (reference && expression.form != DateForm::kNumeric &&
              std::abs(expression.from.year - static_cast<int>(reference->year())) <= 1);
    case YearFigures::kTwo:
      break;
  }
  if (context == RocContext::kMark) {
    const int shift = expression.from.year % 100 + kRocOffset - expression.from.year;
    expression.from.year += shift;
    expression.to.year += shift;
  }
  return context != RocContext::kPlace;
}

}  // namespace bulletin
