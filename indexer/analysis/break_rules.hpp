// ICU's word rules (UAX #29 with ICU's own additions) as tables of our own, made for UTF-8.
//
// The tables are read from the rules that ICU itself has compiled, so they say what the ICU in use
// says, whatever its version. How those rules are laid out is ICU's own business: what does not
// look as expected is not read, and `WordCutter` compares what was read with ICU before it trusts.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <unicode/ucptrie.h>

namespace bulletin {

/// One piece of a text as the rules cut it, before any dictionary.
struct RuleSegment {
  std::size_t end = 0;            ///< Byte behind its last character.
  std::int32_t status = 0;        ///< ICU's rule status: below `UBRK_WORD_NONE_LIMIT` no word.
  bool needs_dictionary = false;  ///< Holds a character of a script that is written without spaces.
};

/// A state machine that finds where a word ends. Immutable: one serves all threads.
class BreakRules {
 public:
  /// Reads rules as `RuleBasedBreakIterator::getBinaryRules` gives them; copies what it needs.
  ///
  /// Returns nothing when the layout is another one, or when the rules ask for more than a walk
  /// from the left (lookahead, a condition on the start or the end of the text).
  [[nodiscard]] static std::optional<BreakRules> read(std::span<const std::uint8_t> compiled);

  /// Reads the word rules where ICU keeps them, which opens no iterator; nothing when they are not
  /// there. Some languages (not Chinese) have rules of their own in their place.
  [[nodiscard]] static std::optional<BreakRules> read_stored();

  /// Returns the piece of `text` that begins at byte `begin`. `text` is well-formed UTF-8, `begin`
  /// lies in it on a border between pieces. O(length of the piece), no allocation.
  [[nodiscard]] RuleSegment segment(std::string_view text, std::size_t begin) const;

 private:
  using State = std::uint8_t;
  static constexpr State kStop = 0;
  static constexpr State kStart = 1;
  static constexpr std::size_t kAscii = 128;
  static constexpr std::size_t kMostCategories = 256;

  struct CloseTrie {
    void operator()(UCPTrie* trie) const { ucptrie_close(trie); }
  };

  // What is known of the text behind a state.
  struct Outcome {
    std::int32_t status = 0;
    bool accepts = false;
  };

  BreakRules() = default;

  bool read_states(std::span<const std::uint8_t> table, std::span<const std::uint8_t> statuses);
  bool read_categories(std::span<const std::uint8_t> trie);
  void spread_ascii();
  void find_shortcuts();

  [[nodiscard]] std::uint8_t category_of(char32_t c) const {
    return UCPTRIE_FAST_GET(categories_.get(), UCPTRIE_8, static_cast<UChar32>(c));
  }
  [[nodiscard]] State after(State state, std::uint8_t category) const {
    return states_[state * category_count_ + category];
  }

  std::vector<State> states_;                     // By state, then category, and room behind.
  std::vector<std::array<State, kAscii>> ascii_;  // By state, then byte.
  std::vector<Outcome> outcomes_;                 // By state.
  std::size_t category_count_ = 0;
  std::size_t dictionary_categories_ = 0;  // From here on up.
  std::vector<std::uint32_t> trie_bytes_;  // Copy that `categories_` points into.
  std::unique_ptr<UCPTrie, CloseTrie> categories_;
  State letters_ = kStop;  // Reached by any number of ASCII letters from the start, else kStop.
  State han_ = kStop;      // The same for characters of U+4E00 to U+9FFF.
};

}  // namespace bulletin
