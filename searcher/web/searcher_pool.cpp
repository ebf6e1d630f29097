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

SearcherPool::SearcherPool(std::filesystem::path index, std::size_t capacity)
    : index_(std::move(index)), capacity_(capacity) {
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
      searcher = std::make_unique<Searcher>(index_);
    } catch (...) {
      take_back(nullptr, true);
      throw;
    }
  }
  return Loan(searcher.release(), Returning(*this));
}

void SearcherPool::take_back(std::unique_ptr<Searcher> searcher, bool failed) {
  {
    const std::lock_guard lock(mutex_);
    --lent_;
    if (!failed) {
      idle_.push_back(std::move(searcher));
    }
  }
  returned_.notify_one();
}

std::string SearcherPool::index_generation() {
  return lend()->index_state();
}

}  // namespace bulletin
