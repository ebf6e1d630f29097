// What an index holds, in numbers.

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace bulletin {

/// Counts over a whole index.
struct IndexStats {
  std::size_t items = 0;
  std::map<std::string, std::size_t> by_lang;
  std::map<std::string, std::size_t> by_country;  ///< Facet values, `none` included.
  std::map<std::string, std::size_t> by_year;     ///< Years touched, `none` included.
  std::uintmax_t bytes = 0;                       ///< Size of the folder on disk.
  std::string schema;
  std::string analyzer;
};

/// Returns the size of an index on disk, all its generations together.
[[nodiscard]] std::uintmax_t index_bytes(const std::filesystem::path& index);

/// Counts from the term table alone. Throws `Error` as open_index() does.
[[nodiscard]] IndexStats read_stats(const std::filesystem::path& index);

}  // namespace bulletin
