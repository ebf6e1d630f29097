// What the words of a query are called in the other language, as far as the index knows it.

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/analysis/stemmer.hpp"
#include "searcher/query/dictionary.hpp"

namespace bulletin {

/// Returns how many items of an index have `term`; for the empty term, how many there are.
using TermFrequency = std::function<std::size_t(const std::string& term)>;

/// Most words and characters of one query that are looked up: beyond that it is a text.
inline constexpr std::size_t kMaxTranslatedWords = 64;

/// One way to say a word in the other language.
struct TranslatedName {
  std::string text;                ///< For people: Chinese, or English words.
  std::vector<std::string> terms;  ///< An item that has all of them counts as having the name.

  bool operator==(const TranslatedName&) const = default;
};

/// A word of a query, or the longest known phrase, with what else it was searched as.
struct Translation {
  std::string surface;                ///< As typed.
  std::vector<std::string> typed;     ///< The terms of the surface.
  std::vector<TranslatedName> names;  ///< Best first; never empty.
  double weight = 1;                  ///< What they count beside the typed word, up to 1.

  bool operator==(const Translation&) const = default;
};

/// Looks up the words of one query. Not thread-safe.
class Translator {
 public:
  /// `dictionary` has to outlive the translator.
  Translator(const Dictionary& dictionary, TermFrequency frequency)
      : dictionary_(dictionary), frequency_(std::move(frequency)) {}

  /// Returns the words of `text` that have a name in the other language which the index holds, in
  /// reading order. The longest phrase of up to four English words or eight characters goes first.
  ///
  /// Names are weighed by 1 / (1 + rank) x log(1 + items that have them); the best few are kept.
  /// After `kMaxTranslatedWords`, counted over all calls, nothing more is looked up. A word costs
  /// some 20 calls of `frequency`.
  [[nodiscard]] std::vector<Translation> translate(std::string_view text, const Analyzer& analyzer);

 private:
  [[nodiscard]] std::vector<TranslatedName> names_of(std::string_view key) const;
  [[nodiscard]] double weight_of(const std::vector<std::string>& typed,
                                 const std::vector<TranslatedName>& names) const;
  [[nodiscard]] std::size_t items_with(const std::vector<std::string>& terms) const;
  [[nodiscard]] double rarity(std::size_t items) const;
  [[nodiscard]] TranslatedName searchable(std::string_view name) const;
  void translate_together(std::string_view text, const std::vector<Token>& tokens,
                          std::vector<Translation>& found) const;

  const Dictionary& dictionary_;
  TermFrequency frequency_;
  Stemmer stemmer_;
  std::size_t words_left_ = kMaxTranslatedWords;
};

}  // namespace bulletin
