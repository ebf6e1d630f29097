// From plain words to a Xapian query: the ranking formula lives here and nowhere else.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "indexer/analysis/analyzer.hpp"
#include "searcher/query/search_query.hpp"

namespace bulletin {

/// Most terms one query may hold; the rest is left out with a note.
inline constexpr std::size_t kMaxQueryTerms = 512;

/// Most terms that translated words and names by sound may add to them.
inline constexpr std::size_t kMaxNameTerms = 512;

/// Returns what names by sound add to a query that ranks by `text`: beside it a name weighs as a
/// word of one item in twenty; alone it finds and weighs less than any word, so that no item that
/// has a word of the text stands behind one that only has a name.
[[nodiscard]] Xapian::Query weighed_by_sound(const Xapian::Query& names, const Xapian::Query& text);

/// Returns terms of an index that begin with `start`: the `most` most frequent.
using TermExpansion =
    std::function<std::vector<std::string>(const std::string& start, std::size_t most)>;

/// Returns the query for items whose title (only the title, where `in_title`) or text holds `typed`
/// byte for byte; it gives no weight.
using HeldText = std::function<Xapian::Query(const std::string& typed, bool in_title)>;

/// What only an index can tell a query. Each may be missing.
struct IndexLookups {
  TermExpansion expand;  ///< Without it no beginning of a word, no character is found in a title,
                         ///< and elsewhere Xapian expands it.
  HeldText held;         ///< With it Chinese is found only in the script in which it is typed.
  Deadline deadline;  ///< Goes into the query: who looks for what it finds throws `OutOfTime` then.
};

/// Where and how a piece of text has to stand.
struct Standing {
  bool in_title = false;
  std::size_t distance = 0;  ///< Other words that may stand between, in any order; 0: as written.
};

/// Turns pieces of text into queries and notes what to mark. One per query; not thread-safe.
class TextQueryBuilder {
 public:
  /// `analyzer` and `needles` have to outlive the builder.
  TextQueryBuilder(const Analyzer& analyzer, Needles& needles, IndexLookups lookups = {})
      : analyzer_(analyzer), needles_(needles), lookups_(std::move(lookups)) {}

  /// Turns marking on or off, for what no hit may have; returns what it was.
  bool set_marking(bool marks) { return std::exchange(marks_, marks); }

  /// Returns the OR of the words, as ranked: stems, and for Chinese words and pairs (.65 / .35, or
  /// .35 / .65 where all runs together are short). Runs of two and three characters have to stand
  /// together. Empty when `text` has no word. Stop words count only where there is nothing else.
  [[nodiscard]] Xapian::Query any_word(std::string_view text);

  /// Returns the text as it stands, word behind word. Empty when there is no word in it.
  ///
  /// With a distance each run of Chinese stands together and all words and pairs lie within it;
  /// in a title a distance is not kept.
  [[nodiscard]] Xapian::Query phrase(std::string_view text, Standing standing = {});

  /// Returns the words that begin with `text`, at most 100 of them, the most frequent.
  [[nodiscard]] Xapian::Query prefix(std::string_view text, Standing standing = {});

  /// Returns any of the names, which count as one word that weighs less than a typed one; fewer of
  /// them, or an empty query, once `kMaxNameTerms` are spent.
  [[nodiscard]] Xapian::Query one_of(const Translation& translation);

  /// Returns the words of `text`, a name spelled in syllables: an item that has all of them has the
  /// name as text, one that has some is found and weighs less than a name by sound.
  [[nodiscard]] Xapian::Query spelled(std::string_view text);

  /// Returns any of the names as they stand; empty once `kMaxNameTerms` are spent.
  [[nodiscard]] Xapian::Query heard(const SoundMatch& match);

  /// Tells whether something was left out because the query held too many terms.
  [[nodiscard]] bool overflowed() const { return terms_left_ == 0; }

 private:
  struct Pieces;

  [[nodiscard]] std::vector<Token> analyze(std::string_view text);
  [[nodiscard]] std::vector<Token> tokens_of(std::string_view text) const;
  [[nodiscard]] Xapian::Query as_typed(Xapian::Query query, const std::string& typed,
                                       bool in_title = false) const;
  [[nodiscard]] Xapian::Query any_of(TokenKind kind, const std::vector<Token>& tokens) const;
  [[nodiscard]] Xapian::Query phrase_of(const std::vector<Token>& tokens,
                                        bool in_title = false) const;
  [[nodiscard]] Xapian::Query near(const std::vector<Token>& tokens, std::size_t distance) const;
  [[nodiscard]] Xapian::Query first_character(const Token& tail, bool in_title = false);
  [[nodiscard]] Xapian::Query begin_with(const std::string& start, std::size_t most) const;
  [[nodiscard]] Xapian::Query expanded_in_title(const std::vector<std::string>& starts,
                                                std::size_t most) const;
  [[nodiscard]] Xapian::Query han_run(const std::vector<Token>& tokens, bool is_short);
  void mark_name(const TranslatedName& name);
  void mark_words(const std::vector<Token>& tokens);

  const Analyzer& analyzer_;
  Needles& needles_;
  IndexLookups lookups_;
  bool marks_ = true;
  std::size_t terms_left_ = kMaxQueryTerms;
  std::size_t name_terms_left_ = kMaxNameTerms;
  std::size_t wildcards_left_ = 32;
};

}  // namespace bulletin
