// What a Xapian glass database says of itself, in its file `iamglass`: where the roots of its
// tables are, and what its documents come to.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/glass/table_writer.hpp"

namespace bulletin {

/// Names of the tables that a database of ours has.
inline constexpr std::string_view kPostingsFile = "postlist.glass";
inline constexpr std::string_view kDataFile = "docdata.glass";
inline constexpr std::string_view kTermListsFile = "termlist.glass";

/// Shorter tags are not compressed, as Xapian does not try either.
inline constexpr std::uint32_t kLeastDeflated = 19;

/// Of all documents of a database.
struct DatabaseTotals {
  std::uint32_t documents = 0;
  std::uint32_t last = 0;  ///< The greatest number that ever was one's.
  std::uint64_t length = 0;
  std::uint32_t least_length = 0;  ///< Of those that have one.
  std::uint32_t greatest_length = 0;
  std::uint32_t greatest_count = 0;  ///< Of a term in a document.

  /// Counts a document of that length.
  void add(std::uint32_t number, std::uint32_t document_length);

  /// Counts those of another database.
  void add(const DatabaseTotals& other);
};

/// A database without positions and spellings.
struct DatabaseHead {
  std::string uuid = {};  ///< As Xapian writes it. Not written: every new database has its own.
  std::uint32_t revision = 1;
  TableRoot postings;
  TableRoot data;
  TableRoot term_lists;
  DatabaseTotals totals;
};

/// Writes the file, by which the folder becomes a database of a new name and of revision 1. Throws
/// `Error{kInternal}` where it cannot.
void write_head(const std::filesystem::path& folder, const DatabaseHead& head);

/// Makes a database, of that kind, one of another revision whose table of lists of terms has
/// another root. Durable; who has the database open goes on with the old one. Throws as
/// read_head().
void change_head(const std::filesystem::path& folder, std::uint32_t revision,
                 const TableRoot& term_lists);

/// Returns the bytes of the file, which are others after every commit and in every database. Throws
/// `Error{kInternal}` where it cannot be read.
[[nodiscard]] std::string head_bytes(const std::filesystem::path& folder);

/// Returns what they say; nothing where the database is not of that kind.
[[nodiscard]] std::optional<DatabaseHead> parse_head(std::string_view bytes);

/// Tells whether a database in a folder is of that kind: its format, its blocks, what it has.
/// Throws `Error{kInternal}` where the file cannot be read.
[[nodiscard]] bool has_known_form(const std::filesystem::path& folder);

/// Reads the file. Throws `Error{kInternal}` where it is not there, of another format or has what
/// DatabaseHead has not.
[[nodiscard]] DatabaseHead read_head(const std::filesystem::path& folder);

}  // namespace bulletin
