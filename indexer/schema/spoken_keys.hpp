// What people type in Latin letters for Chinese text: its syllables, or their first letters.

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bulletin {

/// What Latin letters may stand for a Chinese text.
struct SpokenKeys {
  std::vector<std::string> sounds;    ///< `changsha`, `zhangsha`; `ü` as `v` and as `u`.
  std::vector<std::string> initials;  ///< `cs`, `zs`.

  bool operator==(const SpokenKeys&) const = default;
};

/// Most ways to read one text that are kept.
inline constexpr std::size_t kMaxReadings = 4;

/// Returns the keys of folded `text`: the usual reading first, then those in which one character is
/// read otherwise, each once. Empty unless all of it is Chinese characters of known sound.
[[nodiscard]] SpokenKeys spoken_keys(std::string_view text);

/// Tells whether folded `text` may be read so that it begins as typed: each of `pieces` but the
/// last is whole syllables, the last may break off within one. Pieces are of the letters a to z.
[[nodiscard]] bool is_spoken(std::string_view text, std::span<const std::string> pieces);

}  // namespace bulletin
