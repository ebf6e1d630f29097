#include "searcher/web/searcher_pool.hpp"

#include <cassert>
#include <utility>

namespace bulletin {

SearcherPool::Returning::Returning(SearcherPool& pool)
    : pool_(&pool), exceptions_(std::uncaught_exceptions()) {}

void SearcherPool::Returning::operator()(Searcher* searcher) const {
  pool_->take_back(std::unique_ptr<Searcher>(searcher), std::uncaught_exceptions() > exceptions_);
}

SearcherPool::SearcherPool(std::filesystem::path index, std::size_t capacity,
                           std::chrono::milliseconds patience, std::size_t bytes_of_postings)
    : index_(std::move(index)),
      capacity_(capacity),
      patience_(patience),
      facet_column_(std::make_shared<SharedFacetColumn>(index_)),
      kept_postings_(std::make_shared<KeptPostings>(bytes_of_postings)) {
  assert(capacity > 0 && "a pool lends at least one searcher");
  idle_.reserve(capacity);  // Giving back must not fail.
  facet_column_->read_ahead();
}

SearcherPool::Loan SearcherPool::lend() {
  {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [&] { return lent_ < capacity_; });
    ++lent_;
  }
  try {
    return Loan(up_to_date_one().release(), Returning(*this));
  } catch (...) {
    const std::lock_guard lock(mutex_);
    --lent_;
    returned_.notify_all();
    throw;
  }
}

// An index that is away cannot be opened, but those who have it open may still answer.
std::unique_ptr<Searcher> SearcherPool::up_to_date_one() {
  std::exception_ptr why_none_opens;
  while (true) {
    auto searcher = idle_one(why_none_opens);
    if (!searcher) {
      try {
        return new_one();
      } catch (const Error&) {
        why_none_opens = std::current_exception();
      }
    } else if (is_up_to_date(*searcher)) {
      return searcher;
    } else {
      searcher.reset();
      const std::lock_guard lock(mutex_);
      --open_;
    }
  }
}

// Nothing where none is idle. Where none could be opened it waits for one, but not for long: others
// may be quicker to take each that comes back, and the index may be there again.
std::unique_ptr<Searcher> SearcherPool::idle_one(const std::exception_ptr& why_none_opens) {
  std::unique_lock lock(mutex_);
  if (why_none_opens) {
    constexpr std::chrono::milliseconds kWait(20);
    returned_.wait_for(lock, kWait, [&] { return !idle_.empty() || open_ == 0; });
  }
  if (idle_.empty()) {
    if (why_none_opens && open_ == 0) {
      std::rethrow_exception(why_none_opens);
    }
    return nullptr;
  }
  auto searcher = std::move(idle_.back());
  idle_.pop_back();
  return searcher;
}

std::unique_ptr<Searcher> SearcherPool::new_one() {
  auto searcher = std::make_unique<Searcher>(index_, patience_, facet_column_, kept_postings_);
  const std::lock_guard lock(mutex_);
  ++open_;
  note(*searcher);
  return searcher;
}

// One that was idle while the index changed has to catch up before it is lent: were the index taken
// away next, it would show for its patience what others had left behind.
bool SearcherPool::is_up_to_date(Searcher& searcher) {
  const auto knows_newest = [&] {
    const std::lock_guard lock(mutex_);
    return searcher.last_look() >= newest_.at || searcher.last_state() == newest_.state;
  };
  if (!knows_newest()) {
    static_cast<void>(searcher.index_state());
  }
  return knows_newest();
}

// `mutex_` is held.
void SearcherPool::note(const Searcher& searcher) {
  if (searcher.last_look() > newest_.at) {
    newest_ = {searcher.last_state(), searcher.last_look()};
  }
}

void SearcherPool::take_back(std::unique_ptr<Searcher> searcher, bool failed) {
  {
    const std::lock_guard lock(mutex_);
    --lent_;
    if (failed) {
      --open_;
    } else {
      note(*searcher);
      idle_.push_back(std::move(searcher));
    }
  }
  returned_.notify_all();  // Some wait for a place, some for a searcher.
}

std::string SearcherPool::index_generation() {
  return lend()->index_state();
}

}  // namespace bulletin
