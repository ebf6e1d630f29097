// The publisher's names, folded and ready to be matched beside those of the gazetteer.

#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/understanding/gazetteer.hpp"
#include "indexer/understanding/publisher.hpp"

namespace bulletin {

/// Matches the names of one publisher. Compile it once and keep it as long as what it finds: the
/// matches point into it, so it cannot be copied.
class PublisherMatcher {
 public:
  explicit PublisherMatcher(const Publisher& publisher);
  PublisherMatcher(const PublisherMatcher&) = delete;
  PublisherMatcher& operator=(const PublisherMatcher&) = delete;
  ~PublisherMatcher() = default;

  /// Returns the matcher of `default_publisher()`, compiled once for the process.
  [[nodiscard]] static const PublisherMatcher& of_default();

  /// Tells whether a name may begin with `word`, a whole run of ASCII letters and digits.
  [[nodiscard]] bool may_begin_with(std::string_view word) const {
    return first_words_.test(start_slot(word) % kWordSlots);
  }

  /// Tells whether a name may begin with the character at `begin`.
  [[nodiscard]] bool may_begin_at(std::string_view folded, std::size_t begin) const {
    return first_characters_.test(character_slot(folded, begin));
  }

  /// Adds the publisher's names that begin exactly at byte `begin` of `folded` to `found`, which
  /// stays ordered by length; a name of the same length is replaced.
  ///
  /// Spelling varies as in the gazetteer: runs of white space, hyphens, apostrophes. Boundaries are
  /// not looked at. Mostly one look at a bit mask; else O(names + longest name).
  void add_names_at(std::string_view folded, std::size_t begin,
                    std::vector<NameMatch>& found) const;

 private:
  static constexpr std::size_t kWordSlots = 1024;
  static constexpr std::size_t kCharacterSlots = 4096;

  // A Chinese character by its last two bytes, another one by the first.
  [[nodiscard]] static std::size_t character_slot(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const bool has_three = byte(at) >= 0xE0 && at + 2 < text.size();
    return has_three ? (byte(at + 1) & 0x3FU) << 6U | (byte(at + 2) & 0x3FU) : byte(at);
  }

  struct Name {
    std::string folded;
    std::size_t first_word = 0;  // Bytes of its first Latin word: spelt in one way only.
    bool is_acronym = false;
    bool is_plain = false;  // No spaces, no apostrophes: `folded` as a whole is spelt in one way.
  };

  void add(const std::vector<std::string>& names, bool are_acronyms);

  std::vector<Name> names_;
  std::bitset<kWordSlots> first_words_;
  std::bitset<kCharacterSlots> first_characters_;
  NameEntry name_entry_;
  NameEntry acronym_entry_;
};

}  // namespace bulletin
