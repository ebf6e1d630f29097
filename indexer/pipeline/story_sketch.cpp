#include "indexer/pipeline/story_sketch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "indexer/understanding/glossary.hpp"
#include "indexer/understanding/story_key.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMeetingKeys = 16;
constexpr std::int32_t kMostDaysApart = 3;
// Three rare words, or a day, a country and two words: less proves nothing, however short the item.
constexpr double kLeastShared = 40;
constexpr double kSeldomShare = 0.3;

constexpr std::size_t kKeyBytes = 5;
constexpr unsigned char kHasDays = 1;
constexpr unsigned char kHasShape = 2;
constexpr unsigned kWeightBits = 6;
constexpr unsigned kWeightMask = (1U << kWeightBits) - 1;

template <typename Number>
void put(std::string& out, Number number) {
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    out += static_cast<char>(static_cast<unsigned char>(number >> (8 * i)));
  }
}

template <typename Number>
Number get(std::string_view from, std::size_t at) {
  Number number = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    number |= static_cast<Number>(static_cast<Number>(static_cast<unsigned char>(from[at + i]))
                                  << (8 * i));
  }
  return number;
}

// What a key counts against an item that has it, shared or not.
double own_value(const StoryKey& key) {
  switch (key.kind) {
    case KeyClass::kFull:
      return key_value(key.weight);
    case KeyClass::kSeldom:
      return key_value(key.weight) * kSeldomShare;
    case KeyClass::kBonus:
      break;
  }
  return 0;
}

double whole_value(const StorySketch& sketch) {
  double value = 0;
  for (const StoryKey& key : sketch.keys) {
    value += own_value(key);
  }
  return value;
}

double shared_value(const StorySketch& a, const StorySketch& b) {
  double value = 0;
  for (auto x = a.keys.begin(), y = b.keys.begin(); x != a.keys.end() && y != b.keys.end();) {
    if (x->key == y->key) {
      value += key_value(std::min(x->weight, y->weight));
      ++x;
      ++y;
    } else {
      (x->key < y->key ? x : y)++;
    }
  }
  return value;
}

std::array<double, kWeightMask + 1> key_values() {
  std::array<double, kWeightMask + 1> values{};
  for (std::size_t i = 0; i < values.size(); ++i) {
    values[i] = std::pow(static_cast<double>(i) / kWeightUnit, 1.5);
  }
  return values;
}

}  // namespace

StoryLang story_lang(std::string_view lang) {
  return lang == "en"   ? StoryLang::kEnglish
         : lang == "zh" ? StoryLang::kChinese
                        : StoryLang::kOther;
}

std::optional<StoryDays> story_days(const Bulletin& bulletin) {
  if (!bulletin.item_date) {
    return std::nullopt;
  }
  const auto days = [](Date date) {
    return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
  };
  return StoryDays{days(bulletin.item_date->from), days(bulletin.item_date->to)};
}

std::string pack_sketch(const StorySketch& sketch) {
  std::string packed(1, static_cast<char>(sketch.lang));
  const StoryDays days = sketch.days.value_or(StoryDays{});
  packed += static_cast<char>((sketch.days ? kHasDays : 0) | (sketch.shape ? kHasShape : 0));
  put(packed, static_cast<std::uint32_t>(days.first));
  put(packed, static_cast<std::uint32_t>(days.last));
  put(packed, sketch.shape.value_or(0));
  for (const StoryKey& key : sketch.keys) {
    put(packed, key.key);
    packed += static_cast<char>(
        static_cast<unsigned char>(static_cast<unsigned>(key.kind) << kWeightBits | key.weight));
  }
  return packed;
}

StorySketch unpack_sketch(std::string_view packed) {
  StorySketch sketch;
  if (packed.size() < kSketchHeadBytes || (packed.size() - kSketchHeadBytes) % kKeyBytes != 0) {
    return sketch;
  }
  sketch.lang = packed[0] == 'e'   ? StoryLang::kEnglish
                : packed[0] == 'z' ? StoryLang::kChinese
                                   : StoryLang::kOther;
  const auto flags = static_cast<unsigned char>(packed[1]);
  if ((flags & kHasDays) != 0) {
    sketch.days = {static_cast<std::int32_t>(get<std::uint32_t>(packed, 2)),
                   static_cast<std::int32_t>(get<std::uint32_t>(packed, 6))};
  }
  if ((flags & kHasShape) != 0) {
    sketch.shape = get<std::uint64_t>(packed, 10);
  }
  sketch.keys.reserve((packed.size() - kSketchHeadBytes) / kKeyBytes);
  for (std::size_t at = kSketchHeadBytes; at < packed.size(); at += kKeyBytes) {
    const unsigned last = static_cast<unsigned char>(packed[at + kKeyBytes - 1]);
    sketch.keys.push_back({get<std::uint32_t>(packed, at),
                           static_cast<std::uint8_t>(last & kWeightMask),
                           static_cast<KeyClass>(std::min(
                               last >> kWeightBits, static_cast<unsigned>(KeyClass::kBonus)))});
  }
  return sketch;
}

double key_value(std::uint8_t weight) {
  static const std::array<double, kWeightMask + 1> kValues = key_values();
  return kValues[weight & kWeightMask];
}

// Days of a damaged index may lie as far apart as their numbers go.
bool on_other_days(const StorySketch& a, const StorySketch& b) {
  return a.days && b.days &&
         std::int64_t{std::max(a.days->first, b.days->first)} -
                 std::min(a.days->last, b.days->last) >
             kMostDaysApart;
}

double story_score(const StorySketch& a, const StorySketch& b) {
  if (on_other_days(a, b)) {
    return 0;
  }
  const double shared = shared_value(a, b);
  if (shared < kLeastShared) {
    return 0;
  }
  return std::min(1.0, shared / std::sqrt(whole_value(a) * whole_value(b)));
}

std::vector<std::uint32_t> meeting_keys(const StorySketch& sketch, const Bulletin& bulletin) {
  std::vector<std::uint32_t> keys;
  if (sketch.lang == StoryLang::kOther) {
    return keys;
  }
  std::vector<StoryKey> heaviest = sketch.keys;
  const auto lighter = [](const StoryKey& a, const StoryKey& b) {
    return std::pair(-rank_weight(a), a.key) < std::pair(-rank_weight(b), b.key);
  };
  const std::size_t count = std::min(kMeetingKeys, heaviest.size());
  std::ranges::partial_sort(heaviest, heaviest.begin() + static_cast<std::ptrdiff_t>(count),
                            lighter);
  heaviest.resize(count);
  for (const StoryKey& key : heaviest) {
    keys.push_back(key.key);
  }
  if (bulletin.item_date && bulletin.item_date->precision == Precision::kDay) {
    for (const std::string& code : offered_countries(bulletin)) {
      keys.push_back(story_key(KeyKind::kMeeting, code + format_date(bulletin.item_date->from)));
    }
  }
  return keys;
}

}  // namespace bulletin
