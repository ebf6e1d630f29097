// Searchers for many threads: each is lent to one thread at a time.

#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "searcher/search/searcher.hpp"

namespace bulletin {

/// Lends searchers of one index. Thread-safe; outlives what it has lent.
class SearcherPool {
 public:
  /// Gives a searcher back. One whose request has thrown is closed, so that the next begins afresh.
  class Returning {
   public:
    explicit Returning(SearcherPool& pool);
    void operator()(Searcher* searcher) const;

   private:
    SearcherPool* pool_;
    int exceptions_;  // In flight when it was lent.
  };

  /// A searcher on loan to one thread. It shows the newest state of the index at each call; while
  /// the index is away, the newest that any of the pool has seen before it was lent.
  using Loan = std::unique_ptr<Searcher, Returning>;

  /// A thread begins to read the facet column; nothing else is opened yet. At most `capacity` (from
  /// 1) searchers are open at once, each with that patience for an index that is away. They share a
  /// facet column, and up to so many bytes of postings.
  SearcherPool(std::filesystem::path index, std::size_t capacity,
               std::chrono::milliseconds patience = std::chrono::milliseconds(0),
               std::size_t bytes_of_postings = std::size_t{64} << 20);

  /// Lends a searcher; waits while all are out, so a thread takes one only. Where none can be
  /// opened it waits for one that is open; throws `Error` as open_index() does where none is.
  [[nodiscard]] Loan lend();

  /// Returns a name of what the index holds now, as `Searcher::index_state()`: asked for before an
  /// answer is made, it names that answer or an older one, never a newer one. Throws as lend().
  [[nodiscard]] std::string index_generation();

 private:
  // What the index was when somebody last looked.
  struct Seen {
    std::string state;
    std::chrono::steady_clock::time_point at;
  };

  void take_back(std::unique_ptr<Searcher> searcher, bool failed);
  void note(const Searcher& searcher);
  [[nodiscard]] std::unique_ptr<Searcher> up_to_date_one();
  [[nodiscard]] std::unique_ptr<Searcher> idle_one(const std::exception_ptr& why_none_opens);
  [[nodiscard]] std::unique_ptr<Searcher> new_one();
  [[nodiscard]] bool is_up_to_date(Searcher& searcher);

  const std::filesystem::path index_;
  const std::size_t capacity_;
  const std::chrono::milliseconds patience_;
  const std::shared_ptr<SharedFacetColumn> facet_column_;
  const std::shared_ptr<KeptPostings> kept_postings_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Searcher>> idle_;  // Guarded by `mutex_`, as are the next.
  std::size_t lent_ = 0;
  std::size_t open_ = 0;  // Lent and idle, without those that are being opened.
  Seen newest_;
};

}  // namespace bulletin
