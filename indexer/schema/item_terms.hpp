// The terms by which an item is searched and filtered: those of its text, and those of what is
// known of it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/glass/plain_document.hpp"
#include "indexer/glass/term_list.hpp"
#include "indexer/schema/bulletin.hpp"
#include "indexer/schema/term_places.hpp"

namespace bulletin {

/// Title or text of an item, folded and cut once for all that need them.
struct CutText {
  FoldedText folded;
  std::vector<Token> tokens;
};

[[nodiscard]] CutText cut_text(const Analyzer& analyzer, const std::string& text);

/// Adds the tokens of an item to its terms, and notes where they stand.
class TokenWriter {
 public:
  /// Keeps a reference.
  explicit TokenWriter(TermCounts& terms) : terms_(terms) {}

  void add(const std::vector<Token>& tokens, TextField field);

  /// Returns the value of `slot::kPlaces`. Call it behind all tokens.
  [[nodiscard]] std::string places() const { return places_.packed(); }

 private:
  void put(std::string_view prefix, const Token& token, TextField field, std::uint32_t weight);
  void add_word(const Token& token, TextField field, std::uint32_t weight);

  TermCounts& terms_;
  TermPlaces places_;
};

/// Adds the terms of id, language, countries, kinds, files and dates.
void add_filter_terms(const Bulletin& bulletin, TermCounts& terms);

/// Returns all of these of an item, sorted. As long as it takes to cut its text.
[[nodiscard]] TermCounts searched_terms(const Bulletin& bulletin, const Analyzer& analyzer);

/// Returns which terms the list of an item has in an index of so many shards. Its text gives all
/// others again, so one that is a single database lists ids alone; a shard may come to lie behind a
/// server, where no list can be lengthened before its item is changed.
[[nodiscard]] ListedTerms listed_terms(std::size_t shards);

/// Tells by the number of its terms whether the list of an item is such a short one: a whole one
/// has language and date, too.
[[nodiscard]] constexpr bool is_short_list(std::size_t terms) {
  return terms == 1;
}

}  // namespace bulletin
