// Postings in memory, for those who search one index again and again.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "searcher/query/deadline.hpp"

namespace bulletin {

/// The documents of one term, ascending, and how often each has it.
struct Postings {
  std::vector<Xapian::docid> documents;
  std::vector<std::uint16_t> wdfs;  ///< Empty for what is no term.
  bool is_exact = true;             ///< Whether no number was cut to 65,535.
};

/// Postings of the newest state of one index that was asked about. Thread-safe.
///
/// `state` names what the database holds, as IndexReader::state() does. What is not kept yet is
/// read, some twenty nanoseconds a posting; all throw `OutOfTime` at `deadline`.
class KeptPostings {
 public:
  using Kept = std::shared_ptr<const Postings>;

  /// Keeps up to `capacity` bytes, six a posting, beside the lengths of documents, four each; what
  /// was not asked for longest goes first.
  explicit KeptPostings(std::size_t capacity = kDefaultCapacity) : capacity_(capacity) {}

  /// Returns the postings of `term`; of all documents for an empty one.
  [[nodiscard]] Kept of_term(const Xapian::Database& database, std::string_view state,
                             const std::string& term, const Deadline& deadline);

  /// Returns the documents that match `query`, which `find` gives where they are not kept.
  [[nodiscard]] Kept of_query(std::string_view state, const Xapian::Query& query,
                              const std::function<std::vector<Xapian::docid>()>& find);

  /// The same where they are kept; else nothing.
  [[nodiscard]] Kept kept_of_query(std::string_view state, const Xapian::Query& query);

  /// Returns the length of each of `documents`, ascending. Lengths are read one by one until as
  /// many have been read as the index has documents, then all are.
  [[nodiscard]] std::vector<Xapian::termcount> lengths(const Xapian::Database& database,
                                                       std::string_view state,
                                                       std::span<const Xapian::docid> documents,
                                                       const Deadline& deadline);

  /// Returns how many bytes the postings take, about.
  [[nodiscard]] std::size_t bytes() const;

 private:
  static constexpr std::size_t kDefaultCapacity = std::size_t{64} << 20;

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
  [[nodiscard]] Lengths all_lengths(const Xapian::Database& database, std::string_view state,
                                    std::size_t wanted, const Deadline& deadline);

  const std::size_t capacity_;
  mutable std::mutex mutex_;  // Guards what follows.
  std::string state_;
  std::list<Entry> entries_;                                                  // Last used first.
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_name_;  // Into `entries_`.
  std::size_t bytes_ = 0;
  Lengths lengths_;               // Of all documents, by number.
  std::size_t lengths_read_ = 0;  // One by one.
};

}  // namespace bulletin
