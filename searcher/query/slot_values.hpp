// The values of documents, on the one road that reads them.

#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searcher/query/ask_shards.hpp"
#include "searcher/query/deadline.hpp"

namespace bulletin {

/// Returns what slot::kDate holds as a number, 20191224; 0 for no date.
[[nodiscard]] inline std::uint32_t day_number(std::string_view value) {
  std::uint32_t day = 0;
  std::from_chars(value.data(), value.data() + value.size(), day);
  return day;
}

/// Reads the values of one slot.
class SlotValues {
 public:
  /// `found_by` finds all the documents that will be asked for. That, `database` and `deadline`
  /// outlive the object.
  SlotValues(const Xapian::Database& database, Xapian::valueno slot, const Xapian::Query& found_by,
             const Deadline& deadline)
      : database_(database), slot_(slot), found_by_(found_by), deadline_(deadline) {}

  /// Calls `take(place, value)` for each of `documents`, ascending, that has a value; `place` is
  /// where it stands there. Ends early where `take` returns false.
  ///
  /// Some hundred nanoseconds each. Of a database that is not at hand few are a message each, more
  /// are what `found_by` finds, in one message. Throws `OutOfTime`.
  template <typename Take>
  void each(std::span<const Xapian::docid> documents, Take take) const {
    if (is_at_hand(database_)) {
      each_at_hand(documents, take);
    } else if (documents.size() <= kFew) {
      each_alone(documents, take);
    } else {
      each_asked(documents, take);
    }
  }

 private:
  static constexpr std::size_t kFew = 32;

  template <typename Take>
  void each_at_hand(std::span<const Xapian::docid> documents, Take take) const {
    auto value = database_.valuestream_begin(slot_);
    const auto end = database_.valuestream_end(slot_);
    auto at = documents.begin();
    while (value != end && at != documents.end()) {
      deadline_.check();
      value.skip_to(*at);
      if (value == end) {
        return;
      }
      const Xapian::docid found = value.get_docid();
      if (found != *at) {
        at = std::lower_bound(at, documents.end(), found);
        continue;
      }
      if (!take(static_cast<std::size_t>(at - documents.begin()), *value)) {
        return;
      }
      ++at;
    }
  }

  template <typename Take>
  void each_alone(std::span<const Xapian::docid> documents, Take take) const {
    for (std::size_t place = 0; place < documents.size(); ++place) {
      deadline_.look();
      const std::string value = ask_value(database_, documents[place], slot_);
      if (!value.empty() && !take(place, value)) {
        return;
      }
    }
  }

  template <typename Take>
  void each_asked(std::span<const Xapian::docid> documents, Take take) const {
    auto at = documents.begin();
    for (const auto& [document, value] :
         ask_values(database_, slot_, widened(found_by_), deadline_)) {
      deadline_.check();
      at = std::lower_bound(at, documents.end(), document);
      if (at == documents.end()) {
        return;
      }
      if (*at == document && !value.empty() &&
          !take(static_cast<std::size_t>(at - documents.begin()), value)) {
        return;
      }
    }
  }

  const Xapian::Database& database_;
  Xapian::valueno slot_;
  const Xapian::Query& found_by_;
  const Deadline& deadline_;
};

}  // namespace bulletin
