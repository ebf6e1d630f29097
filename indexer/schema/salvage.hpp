// Reads stored items of a generation whose other tables are damaged or gone.

#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <xapian.h>

namespace bulletin {

/// The table of stored items of a glass database, opened without the tables for searching.
///
/// Makes a database in `scratch` that shares that table and has all others empty: Xapian's file
/// `iamglass` says where each table begins, and of an empty one that it has no block to look for.
class SalvagedItems {
 public:
  /// Throws `Error{kInternal}` where that cannot be done: `iamglass` or the table of stored items
  /// itself is damaged or gone.
  SalvagedItems(const std::filesystem::path& generation, const std::filesystem::path& scratch);

  /// The highest number that a document ever had.
  [[nodiscard]] Xapian::docid last() const { return database_.get_lastdocid(); }

  /// Returns what is stored of a document, nothing where there is none. Throws Xapian's exceptions
  /// on a damaged block.
  [[nodiscard]] std::optional<std::string> stored(Xapian::docid document) const;

 private:
  Xapian::Database database_;
};

}  // namespace bulletin
