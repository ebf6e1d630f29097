// The one door to an index that is open for reading.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <xapian.h>

#include "indexer/base/error.hpp"
#include "indexer/schema/bulletin.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {

/// An open index. Not thread-safe.
class IndexReader {
 public:
  /// Opens the index at `index`; throws `Error` as open_index() does.
  explicit IndexReader(const std::filesystem::path& index);

  /// Runs `read(database)` on the newest state. When a writer replaces that state meanwhile, it is
  /// run once more, so it must have no effects before it returns.
  template <typename Read>
  auto read(std::string_view attempt, Read&& read) {
    try {
      return with_xapian(attempt, [&] { return read(database_); });
    } catch (const Error& error) {
      if (error.code() != ErrorCode::kIndexChanged) {
        throw;
      }
    }
    return with_xapian(attempt, [&] {
      database_.reopen();
      return read(database_);
    });
  }

  /// Returns the item called `id`, or nothing.
  [[nodiscard]] std::optional<Bulletin> find(std::string_view id);

 private:
  Xapian::Database database_;
};

}  // namespace bulletin
