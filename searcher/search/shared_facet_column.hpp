// One facet column for all who search an index, made when it pays, or ahead.

#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searcher/query/deadline.hpp"
#include "searcher/query/query_part.hpp"
#include "searcher/search/facet_column.hpp"

namespace bulletin {

/// Counts facet values of one index. Thread-safe.
class SharedFacetColumn {
 public:
  /// Where `index` is named, the second question of a state has a thread of its own read the column
  /// from there, while this one and others go on without: nobody waits for it.
  explicit SharedFacetColumn(std::filesystem::path index = {});

  /// Has a thread open the index and read the column of what it holds now, before anybody asks: for
  /// those who will be asked often. Going away stops it. Nothing where no index is named.
  void read_ahead();

  /// Counts `documents`, ascending, which `found_by` finds. `state` names what the database holds,
  /// as IndexReader::state() does: the column of another state is forgotten. Throws `OutOfTime` at
  /// `deadline`.
  ///
  /// Values are read one by one until a quarter as many have been read as the index has documents;
  /// then one caller reads them all, while others go on without.
  [[nodiscard]] FacetCounts count(const Xapian::Database& database, std::string_view state,
                                  const std::vector<Xapian::docid>& documents,
                                  const Xapian::Query& found_by = match_all(),
                                  const Deadline& deadline = {});

  /// Tells whether there is a column of `state`.
  [[nodiscard]] bool has_column(std::string_view state) const;

  /// Returns FacetColumn::days() where there is a column of `state` that has them; else null. Where
  /// an index is named, the second question of a state has its column read, as count() does. For a
  /// database at hand.
  [[nodiscard]] std::shared_ptr<const std::vector<std::uint32_t>> days(std::string_view state);

 private:
  using Column = std::shared_ptr<const FacetColumn>;

  // Returns the column of `state`; null where there is none and the caller has not to read it.
  struct Turn {
    Column column;
    bool reads_column = false;
  };
  [[nodiscard]] Turn turn(std::string_view state, std::size_t documents, std::size_t all);
  void begin(std::string_view state);
  void have_read_once();
  void have_read(std::optional<std::string> wanted);
  void work_beside(const std::stop_token& stop);
  void read_beside(const std::optional<std::string>& wanted, const Deadline& deadline);
  [[nodiscard]] Column read(const Xapian::Database& database, std::string_view state,
                            const Deadline& deadline);
  void end_reading(const std::string& state, Column column);

  const std::filesystem::path index_;
  mutable std::mutex mutex_;  // Guards what follows.
  std::string state_;
  Column column_;
  std::size_t values_read_ = 0;  // Since the state began.
  bool days_were_asked_ = false;
  bool is_being_read_ = false;
  bool was_read_beside_ = false;                        // Or tried to, in this state.
  std::pair<bool, std::optional<std::string>> wanted_;  // Whether to read, and of which state.
  std::condition_variable_any asked_;
  std::jthread beside_;  // Last, so that it ends before what it uses.
};

}  // namespace bulletin
