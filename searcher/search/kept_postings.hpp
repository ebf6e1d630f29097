// Postings in memory, for those who search one index again and again.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <xapian.h>

#include "indexer/glass/posting_pieces.hpp"
#include "searcher/query/deadline.hpp"
#include "searcher/query/index_terms.hpp"

namespace bulletin {

/// The documents of one term, or of any word of a synonym, ascending, and how often each has it.
struct Postings {
  static constexpr std::uint16_t kCut = std::numeric_limits<std::uint16_t>::max();

  std::vector<Xapian::docid> documents;
  std::vector<std::uint16_t> wdfs;  ///< As wdf() tells; kCut for more. Empty for what is no word.
  std::vector<std::pair<Xapian::docid, Xapian::termcount>> large;  ///< From kCut on, ascending.
  std::vector<Xapian::doccount> frequencies;  ///< Documents with each term of a synonym.

  void add(Xapian::docid document, Xapian::termcount wdf) {
    documents.push_back(document);
    wdfs.push_back(static_cast<std::uint16_t>(std::min<Xapian::termcount>(wdf, kCut)));
    if (wdf >= kCut) {
      large.emplace_back(document, wdf);
    }
  }

  /// Returns how often the document at `place` has the word.
  [[nodiscard]] Xapian::termcount wdf(std::size_t place) const {
    return wdfs[place] < kCut ? wdfs[place] : large_wdf(documents[place]);
  }

 private:
  [[nodiscard]] Xapian::termcount large_wdf(Xapian::docid document) const;
};

/// Postings of the newest state of one index that was asked about. Thread-safe.
///
/// `state` names what the database holds, as IndexReader::state() does. What is not kept yet is
/// read, some twenty nanoseconds a posting, less than half of that where read_from() helps, or
/// asked for where the database is not at hand; all throw `OutOfTime` at `deadline`.
class KeptPostings {
 public:
  using Kept = std::shared_ptr<const Postings>;

  /// Keeps up to `capacity` bytes, six a posting, beside the lengths of documents, four each; what
  /// was not asked for longest goes first.
  explicit KeptPostings(std::size_t capacity = kDefaultCapacity) : capacity_(capacity) {}

  /// Has what is not kept yet of `state` read from these files, where there are many postings at
  /// once.
  void read_from(std::string_view state, std::optional<CommittedDatabase> files);

  /// Returns the postings of `term`; of all documents for an empty one.
  [[nodiscard]] Kept of_term(const Xapian::Database& database, std::string_view state,
                             const std::string& term, const Deadline& deadline);

  /// Returns the postings of `synonym` as one word, whose parts are terms and ANDs of terms; their
  /// `frequencies` are those of all its terms in order.
  [[nodiscard]] Kept of_synonym(const Xapian::Database& database, std::string_view state,
                                const Xapian::Query& synonym, const Deadline& deadline);

  /// Returns the documents that match `query`, which `find` gives where they are not kept.
  [[nodiscard]] Kept of_query(std::string_view state, const Xapian::Query& query,
                              const std::function<std::vector<Xapian::docid>()>& find);

  /// The same where they are kept; else nothing.
  [[nodiscard]] Kept kept_of_query(std::string_view state, const Xapian::Query& query);

  /// Returns the length of each of `documents`, ascending, which `found_by` finds. Lengths are read
  /// one by one until as many have been read as the index has documents, then all are. Where the
  /// database is not at hand, those of all that `found_by` finds are asked for when one is unknown.
  [[nodiscard]] std::vector<Xapian::termcount> lengths(const Xapian::Database& database,
                                                       std::string_view state,
                                                       std::span<const Xapian::docid> documents,
                                                       const Xapian::Query& found_by,
                                                       const Deadline& deadline);

  /// Returns the day of each of `documents`, as 20191224, 0 for none; as lengths() of a database
  /// that is not at hand.
  [[nodiscard]] std::vector<std::uint32_t> days(const Xapian::Database& database,
                                                std::string_view state,
                                                std::span<const Xapian::docid> documents,
                                                const Xapian::Query& found_by,
                                                const Deadline& deadline);

  /// What has been looked up among the terms.
  [[nodiscard]] KeptTerms& terms() { return terms_; }

  /// Returns how many bytes the postings take, about.
  [[nodiscard]] std::size_t bytes() const;

 private:
  static constexpr std::size_t kDefaultCapacity = std::size_t{64} << 20;
  static constexpr std::uint32_t kUnknown = std::numeric_limits<std::uint32_t>::max();

  using Lengths = std::shared_ptr<const std::vector<Xapian::termcount>>;

  struct Entry {
    std::string name;
    Kept postings;
    std::size_t bytes = 0;
  };

  template <typename Read>
  [[nodiscard]] Kept kept_or_read(std::string_view state, const std::string& name, Read read);
  [[nodiscard]] Kept find(std::string_view state, const std::string& name);
  void keep(std::string_view state, const std::string& name, const Kept& postings);
  void begin(std::string_view state);
  [[nodiscard]] std::optional<CommittedDatabase> files_of(std::string_view state);
  [[nodiscard]] Lengths all_lengths(const Xapian::Database& database, std::string_view state,
                                    std::size_t wanted, const Deadline& deadline);

  using Numbers = std::vector<std::uint32_t>;
  using NumberedDocuments = std::vector<std::pair<Xapian::docid, std::uint32_t>>;

  template <typename Ask>
  [[nodiscard]] Numbers known_or_asked(Numbers KeptPostings::* column, Xapian::docid last,
                                       std::string_view state,
                                       std::span<const Xapian::docid> documents, Ask ask);

  const std::size_t capacity_;
  mutable std::mutex mutex_;  // Guards what follows.
  std::string state_;
  std::optional<CommittedDatabase> files_;
  std::list<Entry> entries_;                                                  // Last used first.
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_name_;  // Into `entries_`.
  std::size_t bytes_ = 0;
  Lengths lengths_;                     // Of all documents, by number.
  std::size_t lengths_read_ = 0;        // One by one.
  Numbers asked_lengths_, asked_days_;  // By number; kUnknown where nobody asked.
  KeptTerms terms_;                     // Guards itself.
};

}  // namespace bulletin
