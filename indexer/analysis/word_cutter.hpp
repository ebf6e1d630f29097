// Where words begin and end, exactly as ICU's word iterator has it, several times as fast.
//
// Own tables cut most text. A run that they do not cover (kana, Thai, rare characters) goes to
// ICU, and so does everything when the tables disagree with it on a few texts: with what is known
// of its version, else with what it says itself.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/analysis/break_rules.hpp"
#include "indexer/analysis/han_cutter.hpp"

namespace bulletin {

/// One piece of a text; the pieces follow each other without gaps from byte 0.
struct TextPiece {
  std::uint32_t end = 0;    ///< Byte behind it.
  std::int32_t status = 0;  ///< ICU's rule status: below `UBRK_WORD_NONE_LIMIT` it is no word.

  bool operator==(const TextPiece&) const = default;
};

/// Whether runs of Chinese are cut into the words of the dictionary.
enum class HanWords : std::uint8_t { kCut, kLeave };

/// Cuts texts at the word borders of ICU's rules for Chinese. Not thread-safe.
class WordCutter {
 public:
  /// Uses the tables if they agree with ICU, which is found out once a process: 170,000
  /// instructions with an ICU that is known, seven times as many with another one, and 8 million
  /// more at the first Chinese. Throws `Error{kResourceMissing}` if ICU data is absent.
  WordCutter();

  /// Uses `rules` if they agree with ICU, else ICU alone. For tests of that decision.
  explicit WordCutter(std::optional<BreakRules> rules);

  ~WordCutter();
  WordCutter(const WordCutter&) = delete;
  WordCutter& operator=(const WordCutter&) = delete;

  /// Returns the pieces of `text`, well-formed UTF-8 below 2 GB; valid until the next call. They
  /// are the same whatever was cut before, which ICU's own iterator does not promise.
  ///
  /// Chinese that is left may be in fewer pieces than its words, and has the same ends and status.
  /// O(n); no allocation once the buffers have grown. Throws `Error{kInternal}` when ICU refuses.
  [[nodiscard]] const std::vector<TextPiece>& cut(std::string_view text,
                                                  HanWords han = HanWords::kCut);

  /// Does the same by ICU alone: the reference, and the way out.
  [[nodiscard]] const std::vector<TextPiece>& cut_by_icu(std::string_view text);

  /// Tells whether own tables are in use.
  [[nodiscard]] bool uses_tables() const noexcept { return rules_ != nullptr; }

  /// Tells whether the tables cut as is known of the ICU in use, so that nobody has to ask it.
  [[nodiscard]] static bool is_icu_known();

 private:
  struct Icu;
  struct Unchecked {};

  WordCutter(std::optional<BreakRules> rules, Unchecked unchecked);

  [[nodiscard]] static std::optional<BreakRules> checked_rules();
  [[nodiscard]] static const BreakRules* trusted_rules();

  [[nodiscard]] Icu& icu();
  void open_han();
  [[nodiscard]] bool agrees_with_icu(std::span<const std::string_view> samples);
  [[nodiscard]] bool cuts_as_known(std::span<const std::string_view> samples, std::uint64_t digest);
  void add(std::size_t end, std::int32_t status) {
    pieces_.push_back({static_cast<std::uint32_t>(end), status});
  }
  void meet_han();
  void add_by_icu(std::string_view text, std::size_t begin, std::size_t end);
  [[nodiscard]] bool add_han_words(std::string_view text, std::size_t begin,
                                   const RuleSegment& segment);

  std::unique_ptr<Icu> icu_;  // From the first piece that is cut by it.
  std::optional<BreakRules> own_rules_;
  const BreakRules* rules_ = nullptr;  // None: ICU cuts everything.
  bool asked_for_han_ = false;         // Set by the first Chinese.
  std::optional<HanCutter> han_;
  std::vector<TextPiece> pieces_;
};

}  // namespace bulletin
