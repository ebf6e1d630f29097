// Reads stored items of a generation whose other tables are damaged or gone.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

namespace bulletin {

/// The tables of stored items of glass databases, the shards of an index or its only one, opened
/// without the tables for searching.
///
/// Makes databases in `scratch` that share that table and have all others empty: Xapian's file
/// `iamglass` says where each table begins, and of an empty one that it has no block to look for.
class SalvagedItems {
 public:
  /// Throws `Error{kInternal}` where that cannot be done: `iamglass` or the table of stored items
  /// itself is damaged or gone.
  SalvagedItems(const std::vector<std::filesystem::path>& databases,
                const std::filesystem::path& scratch);

  /// The highest number that a document ever had.
  [[nodiscard]] Xapian::docid last() const;

  /// Returns what is stored of a document, nothing where there is none. Throws Xapian's exceptions
  /// on a damaged block.
  [[nodiscard]] std::optional<std::string> stored(Xapian::docid document) const;

 private:
  std::vector<Xapian::Database> databases_;
};

}  // namespace bulletin
