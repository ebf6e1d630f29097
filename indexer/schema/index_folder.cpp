#include "indexer/schema/index_folder.hpp"

#include <system_error>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/base/error.hpp"
#include "indexer/base/user_folders.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

constexpr auto kCurrent = "current";
constexpr auto kGenerations = "generation-";
constexpr auto kFirstGeneration = "generation-1";
constexpr auto kSchemaKey = "bulletin_schema";
constexpr auto kAnalyzerKey = "bulletin_analyzer";

std::string named(const fs::path& index) {
  return "index " + index.string();
}

[[noreturn]] void throw_not_found(const fs::path& index) {
  std::error_code error;
  const std::string cause =
      fs::exists(index, error) ? "the folder holds no index" : "no such folder";
  throw Error(ErrorCode::kIndexNotFound, "cannot open " + named(index) + ": " + cause,
              "build one with: bulletin-index add --db " + index.string() + " PATH...");
}

// What an opener asks of the analyzer that wrote the index.
enum class Analyzers : std::uint8_t { kOurs, kAny };

void check_identity(const Xapian::Database& database, const fs::path& index, Analyzers analyzers) {
  const std::string schema = database.get_metadata(kSchemaKey);
  const std::string analyzer = database.get_metadata(kAnalyzerKey);
  const auto refuse = [&](const std::string& what, const std::string& theirs,
                          const std::string& ours, const std::string& way_out) {
    throw Error(ErrorCode::kIndexMismatch,
                "cannot open " + named(index) + ": it was written with " + what + " '" +
                    (theirs.empty() ? "unknown" : theirs) + "', this program reads '" + ours + "'",
                way_out);
  };
  if (schema != kSchemaVersion) {
    refuse("schema", schema, std::string(kSchemaVersion),
           "build it again: remove the folder, then bulletin-index add");
  }
  if (analyzers == Analyzers::kOurs && analyzer != analyzer_id()) {
    refuse("analyzer", analyzer, analyzer_id(),
           "read its items again: bulletin-index reindex --db " + index.string());
  }
}

void refuse_foreign_folder(const fs::path& index) {
  std::error_code error;
  if (fs::exists(index, error) && !fs::is_directory(index, error)) {
    throw Error(ErrorCode::kBadUsage, "cannot make " + named(index) + ": a file is in the way");
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(index, error)) {
    // An unfinished first generation is what a killed first run leaves behind.
    if (!entry.path().filename().string().starts_with(kGenerations)) {
      throw Error(ErrorCode::kBadUsage,
                  "cannot make " + named(index) + ": the folder holds other files",
                  "name a new or an empty folder");
    }
  }
}

// Nothing of a generation counts before it has been brought to disk as a whole.
constexpr int kNotInUse = Xapian::DB_CREATE_OR_OPEN | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC;

Xapian::WritableDatabase make_generation(const fs::path& folder, int flags) {
  Xapian::WritableDatabase fresh(folder.string(), flags);
  fresh.set_metadata(kSchemaKey, std::string(kSchemaVersion));
  fresh.set_metadata(kAnalyzerKey, analyzer_id());
  fresh.commit();
  return fresh;
}

[[noreturn]] void throw_cannot(const std::string& attempt, const std::error_code& error) {
  throw Error(ErrorCode::kInternal, "cannot " + attempt + ": " + error.message());
}

Xapian::WritableDatabase create_index(const fs::path& index) {
  refuse_foreign_folder(index);
  std::error_code error;
  fs::create_directories(index, error);
  if (error) {
    throw_cannot("make " + named(index), error);
  }
  auto database = with_xapian("make " + named(index), [&] {
    return make_generation(index / kFirstGeneration, Xapian::DB_CREATE_OR_OVERWRITE);
  });
  fs::create_directory_symlink(kFirstGeneration, index / kCurrent, error);
  if (error) {
    throw_cannot("make " + named(index), error);
  }
  return database;
}

// What runs that were killed have left, and generations out of use. The caller holds the lock.
void remove_other_generations(const fs::path& index, const std::string& used) {
  std::error_code error;
  std::vector<fs::path> others;
  for (const fs::directory_entry& entry : fs::directory_iterator(index, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(kGenerations) && name != used) {
      others.push_back(entry.path());
    }
  }
  for (const fs::path& other : others) {
    fs::remove_all(other, error);  // What cannot go now goes with the next writer.
  }
}

Xapian::WritableDatabase open_for_writing(const fs::path& index, Analyzers analyzers) {
  if (!holds_index(index)) {
    throw_not_found(index);
  }
  return with_xapian("write to " + named(index), [&] {
    while (true) {
      // The real folder, not the link: the lock has to stay with the generation.
      const std::string generation = generation_in_use(index);
      Xapian::WritableDatabase database((index / generation).string(), Xapian::DB_OPEN);
      if (generation_in_use(index) == generation) {  // Else it was left while we took the lock.
        check_identity(database, index, analyzers);
        remove_other_generations(index, generation);
        return database;
      }
    }
  });
}

// generation-7 comes behind generation-6.
std::string name_behind(const std::string& generation) {
  const std::size_t dash = generation.rfind('-');
  const unsigned long number =
      dash == std::string::npos ? 0 : std::strtoul(generation.c_str() + dash + 1, nullptr, 10);
  return kGenerations + std::to_string(number + 1);
}

void sync_to_disk(const fs::path& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor >= 0) {
    fsync(descriptor);
    close(descriptor);
  }
}

// A folder of files: each of them, then their names.
void sync_folder_to_disk(const fs::path& folder) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    sync_to_disk(entry.path());
  }
  sync_to_disk(folder);
}

// Makes a whole generation durable, then the one in use.
void switch_to(const fs::path& index, const std::string& name) {
  sync_folder_to_disk(index / name);
  const fs::path link = index / "next";
  std::error_code error;
  fs::remove(link, error);  // Of a run that was killed just here.
  fs::create_directory_symlink(name, link, error);
  if (!error) {
    fs::rename(link, index / kCurrent, error);
  }
  if (error) {
    throw_cannot("switch " + named(index) + " to its new generation", error);
  }
  sync_to_disk(index);
}

}  // namespace

fs::path default_index_path() {
  const fs::path given = environment("BULLETIN_DB");
  return given.empty() ? user_folder("XDG_DATA_HOME", ".local/share") / "bulletin" / "index"
                       : given;
}

bool holds_index(const fs::path& index) {
  std::error_code error;
  return fs::is_directory(index / kCurrent, error);
}

std::string generation_in_use(const fs::path& index) {
  std::error_code error;
  const fs::path generation = fs::read_symlink(index / kCurrent, error);
  // Without a link `current` is a folder of somebody else's making; opening it says so.
  return error && fs::is_directory(index / kCurrent, error) ? kCurrent : generation.string();
}

Xapian::Database open_index(const fs::path& index) {
  if (!holds_index(index)) {
    throw_not_found(index);
  }
  return with_xapian("open " + named(index), [&] {
    constexpr int kTries = 10;
    for (int tries = 1;; ++tries) {
      const std::string generation = generation_in_use(index);
      try {
        Xapian::Database database((index / generation).string());
        check_identity(database, index, Analyzers::kOurs);
        return database;
      } catch (const Xapian::DatabaseModifiedError&) {  // A writer was faster than we could look.
        if (tries == kTries) {
          throw;
        }
      } catch (const Xapian::DatabaseError&) {
        if (generation_in_use(index) == generation) {  // Else a newer one took its place.
          throw;
        }
      }
    }
  });
}

Xapian::WritableDatabase open_existing_for_writing(const fs::path& index) {
  return open_for_writing(index, Analyzers::kOurs);
}

Xapian::WritableDatabase open_index_for_writing(const fs::path& index) {
  return holds_index(index) ? open_existing_for_writing(index) : create_index(index);
}

NextGeneration::NextGeneration(const fs::path& index)
    : index_(index),
      old_(open_for_writing(index, Analyzers::kAny)),
      name_(name_behind(generation_in_use(index))) {}

NextGeneration::~NextGeneration() {
  if (!took_over_) {
    if (new_) {
      new_->close();
    }
    std::error_code error;
    fs::remove_all(folder(), error);
  }
}

Xapian::WritableDatabase& NextGeneration::database() {
  if (!new_) {
    new_ = with_xapian("make a new generation of " + named(index_),
                       [&] { return make_generation(folder(), kNotInUse); });
  }
  return *new_;
}

void NextGeneration::take_over() {
  if (new_) {
    with_xapian("finish the new generation of " + named(index_), [&] { new_->commit(); });
  }
  switch_to(index_, name_);
  took_over_ = true;
  remove_other_generations(index_, name_);
}

void compact_index(const fs::path& index) {
  NextGeneration next(index);
  Xapian::Database old = next.old_database();
  with_xapian("compact " + named(index),
              [&] { old.compact(next.folder().string(), Xapian::DBCOMPACT_NO_RENUMBER); });
  next.take_over();
}

}  // namespace bulletin
