// Text analysis: the one road from text to tokens.
//
// Indexer, searcher and highlighter all come through here. A term the indexer stores and a term
// the searcher asks for are equal only because one function made both; never cut text elsewhere.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/analysis/token.hpp"

namespace bulletin {

/// A word outside Chinese or a whole run of Chinese characters: bytes of the folded text.
struct TextPart {
  /// A plain word is letters a to z only.
  enum class Kind : std::uint8_t { kPlainWord, kWord, kHanRun };

  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Kind kind = Kind::kWord;
};

/// Turns English, Chinese or mixed text into tokens.
///
/// English: UAX #29 words, `'s` and apostrophes dropped, dotted acronyms closed up (U.S. is us),
/// `1,200` is `1200`, other dots inside words are breaks, Snowball stems. Chinese: ICU dictionary
/// words and, beside them, overlapping pairs that never cross a character outside the run.
///
/// Opening the ICU rules is costly: make one analyzer per thread. Not thread-safe.
class Analyzer {
 public:
  /// Opens the ICU break rules. Throws `Error{kResourceMissing}` if ICU data is absent.
  Analyzer();
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  /// Returns the tokens of `folded`, runs in reading order.
  ///
  /// Offsets are bytes into the original text. Inside a run of Chinese characters the words come
  /// first, then the pairs and the tail. O(n) time, one or two small allocations per token.
  [[nodiscard]] std::vector<Token> analyze(const FoldedText& folded) const;

  /// Folds `text`, any bytes, and analyzes it.
  [[nodiscard]] std::vector<Token> analyze(std::string_view text) const;

  /// Returns what analyze() makes its tokens of, in reading order, where neither terms nor
  /// dictionary words are needed: several times as fast. Valid until the next call.
  [[nodiscard]] const std::vector<TextPart>& parts(const FoldedText& folded) const;

  /// Returns `Token::word` of a part that is a word; empty where analyze() makes no token of it.
  /// Valid until the next call, and as long as `folded`.
  [[nodiscard]] std::string_view word_of(const FoldedText& folded, const TextPart& part) const;

  /// Returns `Token::term` of a `Token::word`; both begin with the same byte. Valid until the next
  /// call.
  [[nodiscard]] std::string_view stem_of(std::string_view word) const;

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

/// Longest term the analyzer makes, in bytes; what is longer is cut at a character boundary.
inline constexpr std::size_t kMaxTermBytes = 100;

/// Identifies the rules above with the version of ICU whose dictionary they use; stored in the
/// index and compared when it is opened. Bump the number with every change that can alter a term.
[[nodiscard]] std::string analyzer_id();

}  // namespace bulletin
