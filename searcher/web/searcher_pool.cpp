#include "searcher/web/searcher_pool.hpp"

#include <cassert>
#include <exception>
#include <utility>

namespace bulletin {

SearcherPool::Returning::Returning(SearcherPool& pool)
    : pool_(&pool), exceptions_(std::uncaught_exceptions()) {}

void SearcherPool::Returning::operator()(Searcher* searcher) const {
  pool_->take_back(std::unique_ptr<Searcher>(searcher), std::uncaught_exceptions() > exceptions_);
}

SearcherPool::SearcherPool(std::filesystem::path index, std::size_t capacity,
                           std::chrono::milliseconds patience)
    : index_(std::move(index)), capacity_(capacity), patience_(patience) {
  assert(capacity > 0 && "a pool lends at least one searcher");
  idle_.reserve(capacity);  // Giving back must not fail.
}

SearcherPool::Loan SearcherPool::lend() {
  std::unique_ptr<Searcher> searcher;
  {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [&] { return lent_ < capacity_; });
    ++lent_;
    if (!idle_.empty()) {
      searcher = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  if (!searcher) {
    try {
      searcher = opened_or_waited_for();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      --lent_;
      returned_.notify_all();
      throw;
    }
  }
  return Loan(searcher.release(), Returning(*this));
}

// An index that is away cannot be opened, but those who have it open may still answer.
std::unique_ptr<Searcher> SearcherPool::opened_or_waited_for() {
  std::exception_ptr failure;
  try {
    auto searcher = std::make_unique<Searcher>(index_, patience_, facet_column_);
    const std::lock_guard lock(mutex_);
    ++open_;
    return searcher;
  } catch (const Error&) {
    failure = std::current_exception();
  }
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [&] { return !idle_.empty() || open_ == 0; });
  if (idle_.empty()) {
    std::rethrow_exception(failure);
  }
  auto searcher = std::move(idle_.back());
  idle_.pop_back();
  return searcher;
}

void SearcherPool::take_back(std::unique_ptr<Searcher> searcher, bool failed) {
  {
    const std::lock_guard lock(mutex_);
    --lent_;
    if (failed) {
      --open_;
    } else {
      idle_.push_back(std::move(searcher));
    }
  }
  returned_.notify_all();  // Some wait for a place, some for a searcher.
}

std::string SearcherPool::index_generation() {
  return lend()->index_state();
}

}  // namespace bulletin
