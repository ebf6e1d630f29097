// Text analysis: the one road from text to tokens.
//
// Indexer, searcher and highlighter all come through here. A term the indexer stores and a term
// the searcher asks for are equal only because one function made both; never cut text elsewhere.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/analysis/token.hpp"

namespace bulletin {

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
