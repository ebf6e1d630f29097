#include "indexer/schema/spoken_keys.hpp"

#include <algorithm>

#include "indexer/analysis/pinyin.hpp"
#include "indexer/analysis/utf8.hpp"

namespace bulletin {
namespace {

using Syllables = std::vector<std::string>;

// Each syllable of a character once, the most usual first, as it is typed.
Syllables syllables_of(char32_t character) {
  Syllables syllables;
  const auto add = [&](std::string syllable) {
    if (std::ranges::find(syllables, syllable) == syllables.end()) {
      syllables.push_back(std::move(syllable));
    }
  };
  for (const Reading& reading : readings_of(character)) {
    const std::string syllable(syllable_text(reading.syllable));
    add(syllable);
    if (const auto umlaut = syllable.find('v'); umlaut != std::string::npos) {
      add(std::string(syllable).replace(umlaut, 1, "u"));
    }
  }
  return syllables;
}

void add_reading(const Syllables& syllables, SpokenKeys& keys) {
  std::string sound, initials;
  for (const std::string& syllable : syllables) {
    sound += syllable;
    initials += syllable.front();
  }
  const auto add = [](std::string key, Syllables& to) {
    if (std::ranges::find(to, key) == to.end()) {
      to.push_back(std::move(key));
    }
  };
  add(std::move(sound), keys.sounds);
  add(std::move(initials), keys.initials);
}

// Reads on from byte `at` of `text` where `typed` still has to be read.
bool reads_on(std::string_view text, std::size_t at, std::span<const std::string> pieces,
              std::string_view rest) {
  if (rest.empty()) {
    return pieces.size() <= 1 || reads_on(text, at, pieces.subspan(1), pieces[1]);
  }
  if (at >= text.size()) {
    return false;
  }
  const char32_t character = next_code_point(text, at);
  return std::ranges::any_of(syllables_of(character), [&](const std::string& syllable) {
    if (rest.starts_with(syllable)) {
      return reads_on(text, at, pieces, rest.substr(syllable.size()));
    }
    return pieces.size() == 1 && syllable.starts_with(rest);
  });
}

}  // namespace

SpokenKeys spoken_keys(std::string_view text) {
  std::vector<Syllables> characters;
  for (std::size_t at = 0; at < text.size();) {
    characters.push_back(syllables_of(next_code_point(text, at)));
    if (characters.back().empty()) {
      return {};
    }
  }
  SpokenKeys keys;
  Syllables usual;
  for (const Syllables& syllables : characters) {
    usual.push_back(syllables.front());
  }
  add_reading(usual, keys);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    for (std::size_t other = 1; other < characters[i].size() && keys.sounds.size() < kMaxReadings;
         ++other) {
      Syllables reading = usual;
      reading[i] = characters[i][other];
      add_reading(reading, keys);
    }
  }
  return keys;
}

bool is_spoken(std::string_view text, std::span<const std::string> pieces) {
  return !pieces.empty() && reads_on(text, 0, pieces, pieces.front());
}

}  // namespace bulletin
