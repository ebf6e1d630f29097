#include "indexer/schema/index_folder.hpp"

#include <cstdlib>
#include <system_error>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/base/error.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

constexpr auto kCurrent = "current";
constexpr auto kFirstGeneration = "generation-1";
constexpr auto kSchemaKey = "bulletin_schema";
constexpr auto kAnalyzerKey = "bulletin_analyzer";

std::string named(const fs::path& index) {
  return "index " + index.string();
}

bool has_index(const fs::path& index) {
  std::error_code error;
  return fs::is_directory(index / kCurrent, error);
}

[[noreturn]] void throw_not_found(const fs::path& index) {
  std::error_code error;
  const std::string cause =
      fs::exists(index, error) ? "the folder holds no index" : "no such folder";
  throw Error(ErrorCode::kIndexNotFound, "cannot open " + named(index) + ": " + cause,
              "build one with: bulletin-index add --db " + index.string() + " PATH...");
}

void check_identity(const Xapian::Database& database, const fs::path& index) {
  const std::string schema = database.get_metadata(kSchemaKey);
  const std::string analyzer = database.get_metadata(kAnalyzerKey);
  const auto refuse = [&](const std::string& what, const std::string& theirs,
                          const std::string& ours) {
    throw Error(ErrorCode::kIndexMismatch,
                "cannot open " + named(index) + ": it was written with " + what + " '" +
                    (theirs.empty() ? "unknown" : theirs) + "', this program reads '" + ours + "'",
                "build it again: remove the folder, then bulletin-index add");
  };
  if (schema != kSchemaVersion) {
    refuse("schema", schema, std::string(kSchemaVersion));
  }
  if (analyzer != analyzer_id()) {
    refuse("analyzer", analyzer, analyzer_id());
  }
}

void refuse_foreign_folder(const fs::path& index) {
  std::error_code error;
  if (fs::exists(index, error) && !fs::is_directory(index, error)) {
    throw Error(ErrorCode::kBadUsage, "cannot make " + named(index) + ": a file is in the way");
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(index, error)) {
    // An unfinished first generation is what a killed first run leaves behind.
    if (!entry.path().filename().string().starts_with("generation-")) {
      throw Error(ErrorCode::kBadUsage,
                  "cannot make " + named(index) + ": the folder holds other files",
                  "name a new or an empty folder");
    }
  }
}

Xapian::WritableDatabase create_index(const fs::path& index) {
  refuse_foreign_folder(index);
  std::error_code error;
  fs::create_directories(index, error);
  if (error) {
    throw Error(ErrorCode::kInternal, "cannot make " + named(index) + ": " + error.message());
  }
  const fs::path generation = index / kFirstGeneration;
  auto database = with_xapian("make " + named(index), [&] {
    Xapian::WritableDatabase fresh(generation.string(), Xapian::DB_CREATE_OR_OVERWRITE);
    fresh.set_metadata(kSchemaKey, std::string(kSchemaVersion));
    fresh.set_metadata(kAnalyzerKey, analyzer_id());
    fresh.commit();
    return fresh;
  });
  fs::create_directory_symlink(kFirstGeneration, index / kCurrent, error);
  if (error) {
    throw Error(ErrorCode::kInternal, "cannot make " + named(index) + ": " + error.message());
  }
  return database;
}

}  // namespace

fs::path default_index_path() {
  const auto folder_of = [](const char* variable) {
    const char* value = std::getenv(variable);
    return fs::path(value == nullptr ? "" : value);
  };
  if (const fs::path given = folder_of("BULLETIN_DB"); !given.empty()) {
    return given;
  }
  fs::path data = folder_of("XDG_DATA_HOME");
  if (data.empty()) {
    data = folder_of("HOME") / ".local" / "share";
  }
  return data / "bulletin" / "index";
}

Xapian::Database open_index(const fs::path& index) {
  if (!has_index(index)) {
    throw_not_found(index);
  }
  return with_xapian("open " + named(index), [&] {
    Xapian::Database database((index / kCurrent).string());
    check_identity(database, index);
    return database;
  });
}

Xapian::WritableDatabase open_existing_for_writing(const fs::path& index) {
  if (!has_index(index)) {
    throw_not_found(index);
  }
  return with_xapian("write to " + named(index), [&] {
    // The real folder, not the link: the lock has to stay with the generation.
    const fs::path generation = fs::canonical(index / kCurrent);
    Xapian::WritableDatabase database(generation.string(), Xapian::DB_OPEN);
    check_identity(database, index);
    return database;
  });
}

Xapian::WritableDatabase open_index_for_writing(const fs::path& index) {
  return has_index(index) ? open_existing_for_writing(index) : create_index(index);
}

}  // namespace bulletin
