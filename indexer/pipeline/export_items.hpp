// The whole of an index as JSON Lines, from which `build` makes it again.

#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include <xapian.h>

#include "indexer/schema/bulletin.hpp"

namespace bulletin {

/// Where the lines go, and what is told of those that could not.
struct ExportEvents {
  std::function<bool(const std::string& line)> on_line;  ///< Without `\n`; false ends it.
  std::function<void(const std::string& what)> on_problem;
  std::function<void(std::size_t done, std::size_t all)> on_item = {};  ///< May be empty.
};

/// Returns the line of one item: what its source said, under the keys that every reader of items
/// takes, and `extra`, `history` and `sources` as the index keeps them.
[[nodiscard]] std::string export_line(const Bulletin& item);

/// Hands out the lines of an index: first that it is an export, with the publisher; then what
/// people have set; then its items in their order.
///
/// Items are those of one commit. Where a writer is faster than that can be read, the rest is of a
/// later one; no item comes twice. An item whose line would be longer than a reader takes comes
/// without its history, which is told. May throw Xapian's exceptions and `Error`.
void export_items(Xapian::Database& database, const ExportEvents& events);

/// Calls `take` with each document that has an item, by number, going on in a later commit where a
/// writer was faster, until it returns false.
void each_item(Xapian::Database& database, const ExportEvents& events,
               const std::function<bool(const Bulletin&)>& take);

}  // namespace bulletin
