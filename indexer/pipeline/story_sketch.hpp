// What is kept of an item to compare it with others: enough to score a pair without its texts.

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/bulletin.hpp"
#include "indexer/understanding/story_keys.hpp"

namespace bulletin {

/// The two languages that are linked with each other, and the rest, within which only near copies
/// are.
enum class StoryLang : char { kEnglish = 'e', kChinese = 'z', kOther = 'o' };

/// First and last day of the main event.
struct StoryDays {
  std::int32_t first = 0;  ///< Days since 1970-01-01.
  std::int32_t last = 0;

  bool operator==(const StoryDays&) const = default;
};

/// One item as a story.
struct StorySketch {
  StoryLang lang = StoryLang::kOther;
  std::optional<StoryDays> days;
  std::optional<std::uint64_t> shape;  ///< None for a text too short to compare.
  std::vector<StoryKey> keys;          ///< Ordered by key, each once.

  bool operator==(const StorySketch&) const = default;
};

[[nodiscard]] StoryLang story_lang(std::string_view lang);

[[nodiscard]] std::optional<StoryDays> story_days(const Bulletin& bulletin);

/// How many bytes of a packed sketch tell all but its keys: read alone they are a sketch without
/// keys.
inline constexpr std::size_t kSketchHeadBytes = 18;

/// Writes and reads the value kept in the index. Anything else than what was written is read as
/// the sketch of an item that is like no other.
[[nodiscard]] std::string pack_sketch(const StorySketch& sketch);
[[nodiscard]] StorySketch unpack_sketch(std::string_view packed);

/// Returns what a key of this weight adds when both items have it.
[[nodiscard]] double key_value(std::uint8_t weight);

/// Tells whether the main events of two items lie more than three days apart, so that they cannot
/// be the same.
[[nodiscard]] bool on_other_days(const StorySketch& a, const StorySketch& b);

/// Returns how likely two items tell the same story: the value of what they share, against what
/// each tells, 0 to 1. 0 on other days, and where too little is shared to tell. Symmetric. O(keys).
[[nodiscard]] double story_score(const StorySketch& a, const StorySketch& b);

/// Returns the keys by which items of the other language find this one: the heaviest, and each
/// country with the day of the main event.
[[nodiscard]] std::vector<std::uint32_t> meeting_keys(const StorySketch& sketch,
                                                      const Bulletin& bulletin);

}  // namespace bulletin
