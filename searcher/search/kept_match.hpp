// Xapian's match over kept postings: the same documents, without reading the index.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/query/deadline.hpp"
#include "searcher/search/document_bits.hpp"
#include "searcher/search/held_text.hpp"
#include "searcher/search/kept_postings.hpp"

namespace bulletin {

/// Matches one state of an index. Not thread-safe; every function may throw `OutOfTime`.
///
/// Of a database that is not at hand the postings of a word, what limits, and the places of phrases
/// are a message each; nothing of ours runs there.
class KeptMatch {
 public:
  /// `state` names what the database holds, as IndexReader::state() does; everything given outlives
  /// the object.
  KeptMatch(const Xapian::Database& database, std::string_view state, KeptPostings& postings,
            const Deadline& deadline);

  /// Returns the documents that match, ascending: two nanoseconds a kept posting. The first time
  /// phrases take half a microsecond for each document with all their words, and patterns what
  /// Xapian's matcher takes.
  [[nodiscard]] std::vector<Xapian::docid> documents(const Xapian::Query& query);

  /// Returns them as a set.
  [[nodiscard]] DocumentBits bits(const Xapian::Query& query);

  /// Returns a set of documents.
  [[nodiscard]] DocumentBits set_of(std::span<const Xapian::docid> documents) const;

  /// Returns the postings of a query that is a term.
  [[nodiscard]] KeptPostings::Kept postings_of(const Xapian::Query& term);

  /// Returns the postings of a synonym that is one word to a weight, of a database that is not at
  /// hand: else of its terms there are more that may be kept already.
  [[nodiscard]] KeptPostings::Kept word_of(const Xapian::Query& synonym);

  /// Returns the lengths of documents, ascending, which `found_by` finds.
  [[nodiscard]] std::vector<Xapian::termcount> lengths_of(std::span<const Xapian::docid> documents,
                                                          const Xapian::Query& found_by);

  [[nodiscard]] const Xapian::Database& database() const { return database_; }
  [[nodiscard]] bool is_at_hand() const { return is_at_hand_; }

 private:
  void add_any(const Xapian::Query& query, DocumentBits& found);
  [[nodiscard]] DocumentBits everything();
  [[nodiscard]] DocumentBits limit(const Xapian::Query& query);
  [[nodiscard]] DocumentBits without(const Xapian::Query& query);
  [[nodiscard]] DocumentBits in_all(const Xapian::Query& query);
  [[nodiscard]] DocumentBits kept_in_all(const Xapian::Query& query);
  [[nodiscard]] DocumentBits with_words(const Xapian::Query& phrase);
  [[nodiscard]] DocumentBits standing_in(const Xapian::Query& phrase);
  [[nodiscard]] DocumentBits standing_in(const Xapian::Query& phrase, const DocumentBits& among);

  const Xapian::Database& database_;
  std::string_view state_;
  KeptPostings& postings_;
  const Deadline& deadline_;
  bool is_at_hand_;
  HeldReader held_;
};

/// Tells whether a synonym is one word to a weight: its parts are terms and ANDs of terms.
[[nodiscard]] bool is_word(const Xapian::Query& synonym);

}  // namespace bulletin
