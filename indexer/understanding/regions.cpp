#include "indexer/understanding/regions.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include <unicode/locdspnm.h>
#include <unicode/region.h>
#include <unicode/strenum.h>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/understanding/gazetteer.hpp"

namespace bulletin {
namespace {

struct NamedRegion {
  std::string_view code, name;
};

// The United Nations' own Chinese names where ICU has others, or an ambiguous one.
constexpr NamedRegion kChineseLabels[] = {
    {"011", "西部非洲"}, {"014", "东部非洲"}, {"017", "中部非洲"},     {"021", "北美"},
    {"029", "加勒比"},   {"053", "澳新地区"}, {"057", "密克罗尼西亚"}, {"061", "波利尼西亚"}};

// Further names that readers use. 中非 is not among them.
constexpr NamedRegion kAliases[] = {{"002", "非洲大陆"},
                                    {"009", "Oceania and the Pacific"},
                                    {"011", "West Africa"},
                                    {"011", "西非"},
                                    {"014", "East Africa"},
                                    {"014", "东非"},
                                    {"015", "North Africa"},
                                    {"015", "北部非洲"},
                                    {"017", "Central Africa"},
                                    {"018", "南部非洲地区"},
                                    {"019", "the Americas"},
                                    {"021", "North America"},
                                    {"021", "北美洲"},
                                    {"029", "the Caribbean"},
                                    {"029", "加勒比地区"},
                                    {"029", "加勒比海地区"},
                                    {"030", "East Asia"},
                                    {"034", "South Asia"},
                                    {"035", "South-eastern Asia"},
                                    {"035", "South East Asia"},
                                    {"035", "South-East Asia"},
                                    {"053", "Australia and New Zealand"},
                                    {"053", "澳大利亚和新西兰"},
                                    {"054", "美拉尼西亚群岛"},
                                    {"057", "Micronesia"},
                                    {"145", "West Asia"},
                                    {"143", "中亚地区"},
                                    {"039", "South Europe"},
                                    {"154", "North Europe"},
                                    {"155", "West Europe"},
                                    {"151", "East Europe"},
                                    {"005", "南美"},
                                    {"419", "拉美"},
                                    {"419", "拉丁美洲和加勒比"}};

constexpr const char* kLatinAmerica = "419";

struct Regions {
  std::map<std::string, RegionLabel, std::less<>> labels;           // By code.
  std::map<std::string, std::string, std::less<>> codes;            // By folded name.
  std::map<std::string, CountryRegions, std::less<>> countries;     // By country.
  std::map<std::string, std::vector<std::string>, std::less<>> in;  // Countries by region.
  std::map<std::string, std::string, std::less<>> parents;          // Continents by subregion.
};

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

std::string display_name(const char* code, const icu::Locale& locale) {
  const std::unique_ptr<icu::LocaleDisplayNames> names(
      icu::LocaleDisplayNames::createInstance(locale));
  icu::UnicodeString name;
  return names == nullptr ? "" : utf8(names->regionDisplayName(code, name));
}

// M49 numbers only: ICU also has QO, a region of its own making.
bool is_number(std::string_view code) {
  return code.size() == 3 && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
}

void add_label(Regions& regions, const char* code) {
  if (!is_number(code)) {
    return;
  }
  RegionLabel label{code, display_name(code, icu::Locale::getEnglish()),
                    display_name(code, icu::Locale::getSimplifiedChinese())};
  if (const auto* own = std::ranges::find(kChineseLabels, code, &NamedRegion::code);
      own != std::end(kChineseLabels)) {
    label.zh = own->name;
  }
  regions.codes.emplace(code, code);
  regions.codes.emplace(FoldedText::fold(label.en).text(), code);
  regions.codes.emplace(FoldedText::fold(label.zh).text(), code);
  regions.labels.emplace(code, std::move(label));
}

void add_labels(Regions& regions, URegionType type) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> codes(icu::Region::getAvailable(type, status));
  while (U_SUCCESS(status) && codes != nullptr) {
    const char* code = codes->next(nullptr, status);
    if (code == nullptr || U_FAILURE(status)) {
      return;
    }
    add_label(regions, code);
  }
}

const RegionLabel* label_of(const Regions& regions, const icu::Region* region) {
  const auto found =
      region == nullptr ? regions.labels.end() : regions.labels.find(region->getRegionCode());
  return found == regions.labels.end() ? nullptr : &found->second;
}

void add_country(Regions& regions, const std::string& country) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Region* place = icu::Region::getInstance(country.c_str(), status);
  if (U_FAILURE(status) || place == nullptr) {
    return;
  }
  const RegionLabel* sub = label_of(regions, place->getContainingRegion(URGN_SUBCONTINENT));
  const RegionLabel* continent = label_of(regions, place->getContainingRegion(URGN_CONTINENT));
  if (sub == nullptr || continent == nullptr) {
    return;
  }
  regions.countries.emplace(country, CountryRegions{*sub, *continent});
  regions.parents.emplace(sub->code, continent->code);
  regions.in[sub->code].push_back(country);
  regions.in[continent->code].push_back(country);
  if (sub->code == "005" || sub->code == "013" || sub->code == "029") {
    regions.in[kLatinAmerica].push_back(country);
  }
}

Regions load() {
  Regions regions;
  add_labels(regions, URGN_CONTINENT);
  add_labels(regions, URGN_SUBCONTINENT);
  add_label(regions, kLatinAmerica);
  for (const NamedRegion& alias : kAliases) {
    regions.codes.emplace(FoldedText::fold(alias.name).text(), alias.code);
  }
  for (const LabelRow& country : country_labels()) {
    add_country(regions, std::string(country.code));
  }
  return regions;
}

const Regions& regions() {
  static const Regions loaded = load();
  return loaded;
}

template <typename Value>
std::optional<Value> value_of(const std::map<std::string, Value, std::less<>>& map,
                              std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? std::nullopt : std::optional<Value>(found->second);
}

}  // namespace

std::optional<CountryRegions> region_of(std::string_view country) {
  return value_of(regions().countries, country);
}

std::vector<std::string> countries_in(std::string_view region) {
  return value_of(regions().in, region).value_or(std::vector<std::string>{});
}

std::optional<std::string> parent_region(std::string_view region) {
  return value_of(regions().parents, region);
}

std::optional<RegionLabel> region_label(std::string_view region) {
  return value_of(regions().labels, region);
}

std::optional<RegionLabel> region_from_name(std::string_view name) {
  const auto code = value_of(regions().codes, FoldedText::fold(name).text());
  return code ? region_label(*code) : std::nullopt;
}

}  // namespace bulletin
