#include "searcher/search/shared_facet_column.hpp"

#include <exception>
#include <utility>

#include "indexer/understanding/regions.hpp"
#include "searcher/search/index_reader.hpp"

namespace bulletin {

// The thread reads the table of regions, which is made here so that it outlives an object of static
// life. It costs .8 ms, so a process that asks once and counts nothing goes without.
SharedFacetColumn::SharedFacetColumn(std::filesystem::path index) : index_(std::move(index)) {
  if (!index_.empty()) {
    static_cast<void>(region_of("KZ"));
  }
}

SharedFacetColumn::Turn SharedFacetColumn::turn(std::string_view state, std::size_t documents,
                                                std::size_t all) {
  const std::lock_guard lock(mutex_);
  begin(state);
  if (column_) {
    return {.column = column_};
  }
  // One alone, as a process that asks once, reads no more than it needs.
  constexpr std::size_t kPaysOff = 4;
  const bool asks_again = values_read_ > 0;
  values_read_ += documents;
  if (asks_again) {
    have_read_once();
  }
  const bool has_to_read = values_read_ > all || (asks_again && values_read_ * kPaysOff > all);
  const bool reads = has_to_read && !is_being_read_;
  is_being_read_ |= reads;
  return {.column = nullptr, .reads_column = reads};
}

// Under the lock. Forgets another state.
void SharedFacetColumn::begin(std::string_view state) {
  if (state != state_) {
    state_ = state;
    column_.reset();
    values_read_ = 0;
    days_were_asked_ = was_read_beside_ = false;
  }
}

// Under the lock, without a column.
void SharedFacetColumn::have_read_once() {
  if (!index_.empty() && !is_being_read_ && !was_read_beside_) {
    is_being_read_ = was_read_beside_ = true;
    have_read(state_);
  }
}

void SharedFacetColumn::read_ahead() {
  const std::lock_guard lock(mutex_);
  if (!index_.empty() && !column_ && !is_being_read_) {
    is_being_read_ = true;
    have_read(std::nullopt);
  }
}

// Under the lock. One thread for all states: how many there are does not change from commit to
// commit.
void SharedFacetColumn::have_read(std::optional<std::string> wanted) {
  wanted_ = {true, std::move(wanted)};
  if (!beside_.joinable()) {
    beside_ = std::jthread([this](const std::stop_token& stop) { work_beside(stop); });
  }
  asked_.notify_one();
}

void SharedFacetColumn::work_beside(const std::stop_token& stop) {
  while (true) {
    std::optional<std::string> wanted;
    {
      std::unique_lock lock(mutex_);
      if (!asked_.wait(lock, stop, [this] { return wanted_.first; })) {
        return;
      }
      wanted = std::exchange(wanted_, {}).second;
    }
    read_beside(wanted, Deadline(stop));
  }
}

void SharedFacetColumn::end_reading(const std::string& state, Column column) {
  const std::lock_guard lock(mutex_);
  is_being_read_ = false;
  if (state_.empty()) {  // Nobody has asked yet.
    state_ = state;
  }
  if (state == state_) {
    column_ = std::move(column);
  }
}

// Of the state `wanted`, or of whatever there is.
void SharedFacetColumn::read_beside(const std::optional<std::string>& wanted,
                                    const Deadline& deadline) {
  Column column;
  std::string state = wanted.value_or("");
  try {
    IndexReader reader(index_);
    column = reader.read("read the facets", [&](const Xapian::Database& database) {
      state = wanted.value_or(reader.last_state());
      return reader.last_state() == state
                 ? std::make_shared<const FacetColumn>(FacetColumn::read(database, deadline))
                 : nullptr;
    });
  } catch (const std::exception&) {  // Whoever asks next reads the values, and says what is wrong.
  }
  end_reading(state, std::move(column));
}

bool SharedFacetColumn::has_column(std::string_view state) const {
  const std::lock_guard lock(mutex_);
  return column_ && state == state_;
}

std::shared_ptr<const std::vector<std::uint32_t>> SharedFacetColumn::days(std::string_view state) {
  const std::lock_guard lock(mutex_);
  begin(state);
  if (!column_) {
    if (std::exchange(days_were_asked_, true)) {
      have_read_once();
    }
    return nullptr;
  }
  return column_->days().empty()
             ? nullptr
             : std::shared_ptr<const std::vector<std::uint32_t>>(column_, &column_->days());
}

SharedFacetColumn::Column SharedFacetColumn::read(const Xapian::Database& database,
                                                  std::string_view state,
                                                  const Deadline& deadline) {
  Column column;
  try {
    column = std::make_shared<const FacetColumn>(FacetColumn::read(database, deadline));
  } catch (...) {
    end_reading(std::string(state), nullptr);
    throw;
  }
  end_reading(std::string(state), column);
  return column;
}

FacetCounts SharedFacetColumn::count(const Xapian::Database& database, std::string_view state,
                                     const std::vector<Xapian::docid>& documents,
                                     const Xapian::Query& found_by, const Deadline& deadline) {
  Turn mine = turn(state, documents.size(), database.get_doccount());
  if (mine.reads_column) {
    mine.column = read(database, state, deadline);
  }
  return mine.column ? mine.column->count(documents)
                     : FacetColumn::count_by_reading(database, documents, found_by, deadline);
}

}  // namespace bulletin
