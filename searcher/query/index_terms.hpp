// The terms of an index and in how many documents each is. Of a database that is not at hand each
// look is a message, so what has been looked up is kept.

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searcher/query/ask_shards.hpp"

namespace bulletin {

/// What has been looked up in the newest state of one index that was asked about. Thread-safe.
class KeptTerms {
 public:
  using Counted = std::vector<std::pair<std::string, Xapian::doccount>>;

  /// Returns the number called `name`, which `find` gives where it is not kept.
  [[nodiscard]] std::size_t number(std::string_view state, const std::string& name,
                                   const std::function<std::size_t()>& find);

  /// Returns the terms that begin with `start`, which `find` gives where they are not kept.
  [[nodiscard]] std::shared_ptr<const Counted> beginning(std::string_view state,
                                                         const std::string& start,
                                                         const std::function<Counted()>& find);

 private:
  static constexpr std::size_t kMost = 400'000;  // Terms and numbers; some 30 MB.

  void begin(std::string_view state, std::size_t more);

  std::mutex mutex_;  // Guards what follows.
  std::string state_;
  std::size_t size_ = 0;
  std::unordered_map<std::string, std::size_t> numbers_;
  std::unordered_map<std::string, std::shared_ptr<const Counted>> beginnings_;
};

/// Looks terms up. Cheap to copy.
class IndexTerms {
 public:
  /// Keeps nothing. Converts, for whoever looks once. `database` outlives the object.
  IndexTerms(const Xapian::Database& database)  // NOLINT(google-explicit-constructor): as said.
      : database_(&database) {}

  /// Keeps what is not at hand in `kept`, under `state`, as IndexReader::state() names it; both
  /// outlive the object.
  IndexTerms(const Xapian::Database& database, KeptTerms& kept, std::string_view state)
      : database_(&database), kept_(is_at_hand(database) ? nullptr : &kept), state_(state) {}

  [[nodiscard]] const Xapian::Database& database() const { return *database_; }

  /// Returns how many documents have `term`.
  [[nodiscard]] std::size_t frequency(const std::string& term) const {
    return kept_ == nullptr
               ? database_->get_termfreq(term)
               : number("term " + term, [&] { return std::size_t{database_->get_termfreq(term)}; });
  }

  /// Returns what `find` counts, called `name`.
  [[nodiscard]] std::size_t number(const std::string& name,
                                   const std::function<std::size_t()>& find) const {
    return kept_ == nullptr ? find() : kept_->number(state_, name, find);
  }

  /// Calls `take(term, frequency)` for the terms that begin with `start`, ascending, as long as it
  /// returns true.
  template <typename Take>
  void each(const std::string& start, Take take) const {
    if (kept_ != nullptr) {
      for (const auto& [term, frequency] :
           *kept_->beginning(state_, start, [&] { return beginning(start); })) {
        if (!take(term, frequency)) {
          return;
        }
      }
      return;
    }
    const auto end = database_->allterms_end(start);
    for (auto term = database_->allterms_begin(start); term != end; ++term) {
      if (!take(*term, term.get_termfreq())) {
        return;
      }
    }
  }

 private:
  [[nodiscard]] KeptTerms::Counted beginning(const std::string& start) const;

  const Xapian::Database* database_;
  KeptTerms* kept_ = nullptr;
  std::string_view state_;
};

}  // namespace bulletin
