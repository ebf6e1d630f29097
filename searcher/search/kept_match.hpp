// Xapian's match over kept postings: the same documents and weights, without reading the index.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/query/deadline.hpp"
#include "searcher/search/document_bits.hpp"
#include "searcher/search/kept_postings.hpp"

namespace bulletin {

/// Matches one state of an index. Not thread-safe.
class KeptMatch {
 public:
  /// `state` names what the database holds, as IndexReader::state() does; everything given outlives
  /// the object.
  KeptMatch(const Xapian::Database& database, std::string_view state, KeptPostings& postings,
            const Deadline& deadline);

  /// Returns the documents that match, ascending: two nanoseconds a posting, and for phrases and
  /// other positions what Xapian's matcher takes, the first time.
  [[nodiscard]] std::vector<Xapian::docid> documents(const Xapian::Query& query);

  /// Returns the weight of each of `found`, which are the documents() of `query`, as
  /// ranking_weight() gives it to about the last bit; nothing where that takes Xapian's matcher:
  /// patterns, synonyms of phrases, words that are more than 65,535 times in a document.
  [[nodiscard]] std::optional<std::vector<double>> weights(const Xapian::Query& query,
                                                           const std::vector<Xapian::docid>& found);

 private:
  [[nodiscard]] DocumentBits bits(const Xapian::Query& query);
  [[nodiscard]] DocumentBits bits_of(const Postings& postings) const;
  void add_any(const Xapian::Query& query, DocumentBits& found);
  [[nodiscard]] DocumentBits joined(const Xapian::Query& query,
                                    void (DocumentBits::*join)(const DocumentBits&));
  void weigh(const Xapian::Query& query, const DocumentBits* among, double factor);
  void weigh_all(const Xapian::Query& query, const DocumentBits& found, double factor);
  void weigh_term(const Xapian::Query& term, const DocumentBits* among, double factor);
  void weigh_synonym(const Xapian::Query& query, const DocumentBits* among, double factor);
  [[nodiscard]] double count_wdfs(const Xapian::Query& term, const DocumentBits* among,
                                  std::vector<Xapian::docid>& found);
  [[nodiscard]] KeptPostings::Kept postings_of(const Xapian::Query& term);

  const Xapian::Database& database_;
  std::string_view state_;
  KeptPostings& postings_;
  const Deadline& deadline_;
  KeptPostings::Lengths lengths_;
  std::vector<double> weights_;  // By document; what does not match may have a part of its weight.
  std::vector<Xapian::termcount> wdfs_;  // By document; all 0 but while a synonym is weighed.
  bool is_exact_ = true;
};

}  // namespace bulletin
