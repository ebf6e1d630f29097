#include "searcher/search/labels.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/base/event_kind.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/understanding/countries.hpp"
#include "indexer/understanding/regions.hpp"

namespace bulletin {
namespace {

using nlohmann::json;

constexpr std::string_view kGroupNames[] = {"country", "region", "kind"};  // In the enum's order.
constexpr std::size_t kMaxBytes = 200;  // A name; more would be a sentence.

BilingualLabel twice(std::string_view value) {
  return {std::string(value), std::string(value)};
}

BilingualLabel shipped_country(std::string_view code) {
  if (code == kNone) {
    return {"no country", "无国家/地区"};
  }
  const auto label = country_label(code);
  return label ? BilingualLabel{std::string(label->en), std::string(label->zh)} : twice(code);
}

BilingualLabel shipped_region(std::string_view code) {
  const auto label = region_label(code);
  return label ? BilingualLabel{label->en, label->zh} : twice(code);
}

constexpr std::pair<std::string_view, std::string_view> kChineseKinds[] = {
    {"visit", "访问"},    {"signing", "签约"},     {"meeting", "会议"},
    {"training", "培训"}, {"opening", "启动"},     {"award", "表彰"},
    {"exchange", "交流"}, {"publication", "出版"}, {"other", "其他"}};

BilingualLabel shipped_kind(std::string_view kind) {
  for (const auto& [name, chinese] : kChineseKinds) {
    if (name == kind) {
      return {std::string(kind), std::string(chinese)};
    }
  }
  return twice(kind);
}

// A source may supply country codes of its own, XK for instance.
bool is_country_value(std::string_view value) {
  return value == kNone || (value.size() == 2 && std::ranges::all_of(value, [](char c) {
                              return c >= 'A' && c <= 'Z';
                            }));
}

bool is_value(std::size_t group, std::string_view value) {
  if (kGroupNames[group] == "country") {
    return is_country_value(value);
  }
  return kGroupNames[group] == "region" ? region_label(value).has_value()
                                        : std::ranges::find(kKindNames, value) != kKindNames.end();
}

// A name stands on one line and must not steer a terminal. JSON has seen to it that it is UTF-8.
bool is_plain_name(std::string_view name) {
  const bool steers = std::ranges::any_of(
      name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; });
  return !name.empty() && name.size() <= kMaxBytes && !steers;
}

// Says what is wrong with the file at `place`, and what belongs there.
class Refusal {
 public:
  explicit Refusal(const std::string& place) : place_(place) {}

  [[noreturn]] void operator()(std::initializer_list<std::string_view> parts) const {
    std::string cause;
    for (const std::string_view part : parts) {
      cause += part;
    }
    throw Error(
        ErrorCode::kBadUsage, "cannot read labels " + place_ + ": " + cause,
        R"(write {"country": {"HK": {"en": "...", "zh": "..."}}, "region": {}, "kind": {}})");
  }

 private:
  const std::string& place_;
};

std::size_t group_named(const std::string& name, const Refusal& refuse) {
  const auto* const found = std::ranges::find(kGroupNames, name);
  if (found == std::end(kGroupNames)) {
    refuse({"'", name, "' is none of country, region and kind"});
  }
  return static_cast<std::size_t>(found - kGroupNames);
}

void override_names(const json& names, const std::string& value, BilingualLabel& label,
                    const Refusal& refuse) {
  if (!names.is_object()) {
    refuse({"the names of '", value, "' are no JSON object"});
  }
  for (const auto& [lang, name] : names.items()) {
    if (lang != "en" && lang != "zh") {
      refuse({"'", lang, "' of '", value, "' is neither en nor zh"});
    }
    if (!name.is_string() || !is_plain_name(name.get_ref<const std::string&>())) {
      refuse({"the name ", lang, " of '", value, "' is no short text on one line"});
    }
    (lang == "en" ? label.en : label.zh) = name.get<std::string>();
  }
}

}  // namespace

Labels Labels::read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path)) {
    throw Error(ErrorCode::kBadUsage,
                "cannot read labels " + path.string() + ": " +
                    (file ? std::string("it is a folder") : std::string(std::strerror(errno))));
  }
  return parse(std::string{std::istreambuf_iterator<char>(file), {}}, path.string());
}

Labels Labels::parse(const std::string& text, const std::string& place) {
  const Refusal refuse(place);
  const json object = json::parse(text, nullptr, false);
  if (!object.is_object()) {
    refuse({"not a JSON object"});
  }
  Labels labels;
  for (const auto& [name, values] : object.items()) {
    const std::size_t group = group_named(name, refuse);
    if (!values.is_object()) {
      refuse({"'", name, "' holds no JSON object"});
    }
    for (const auto& [value, names] : values.items()) {
      if (!is_value(group, value)) {
        refuse({"'", value, "' is no value of the facet ", name});
      }
      BilingualLabel label = shipped(static_cast<Group>(group), value);
      override_names(names, value, label, refuse);
      labels.overridden_[group].insert_or_assign(value, std::move(label));
    }
  }
  return labels;
}

BilingualLabel Labels::shipped(Group group, std::string_view value) {
  if (group == kCountry) {
    return shipped_country(value);
  }
  return group == kRegion ? shipped_region(value) : shipped_kind(value);
}

BilingualLabel Labels::label(Group group, std::string_view value) const {
  const auto found = overridden_[group].find(value);
  return found == overridden_[group].end() ? shipped(group, value) : found->second;
}

BilingualLabel Labels::country(std::string_view code) const {
  return label(kCountry, code);
}

BilingualLabel Labels::region(std::string_view code) const {
  return label(kRegion, code);
}

BilingualLabel Labels::kind(std::string_view name) const {
  return label(kKind, name);
}

std::string language_name(std::string_view lang) {
  if (lang == "en") {
    return "English";
  }
  return lang == "zh" ? "中文" : std::string(lang);
}

}  // namespace bulletin
