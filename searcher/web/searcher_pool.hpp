// Searchers for many threads: each is lent to one thread at a time.

#pragma once

#include <condition_variable>
#include <cstddef>
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

  /// A searcher on loan to one thread. It shows the newest state of the index at each call.
  using Loan = std::unique_ptr<Searcher, Returning>;

  /// Opens nothing yet. At most `capacity` (from 1) searchers are open at once.
  SearcherPool(std::filesystem::path index, std::size_t capacity);

  /// Lends a searcher; waits while all are out, so a thread takes one only. Throws `Error` as
  /// open_index() does when one has to be opened.
  [[nodiscard]] Loan lend();

  /// Returns a name of what the index holds now, as `Searcher::index_state()`: asked for before an
  /// answer is made, it names that answer or an older one, never a newer one. Throws as lend().
  [[nodiscard]] std::string index_generation();

 private:
  void take_back(std::unique_ptr<Searcher> searcher, bool failed);

  const std::filesystem::path index_;
  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Searcher>> idle_;  // Guarded by `mutex_`, as is the next.
  std::size_t lent_ = 0;
};

}  // namespace bulletin
