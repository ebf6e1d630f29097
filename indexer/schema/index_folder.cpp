#include "indexer/schema/index_folder.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <system_error>
#include <vector>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"
#include "indexer/base/user_folders.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

constexpr auto kGenerations = "generation-";
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

std::string way_to_read_again(const fs::path& index) {
  return "read its items again: bulletin-index reindex --db " + index.string();
}

// What an opener asks of the program that wrote the index: that it is like this one, or that its
// stored items can be read.
enum class WrittenBy : std::uint8_t { kOurs, kReadable };

void check_identity(const Xapian::Database& database, const fs::path& index, WrittenBy writer) {
  const std::string schema = database.get_metadata(kSchemaKey);
  const std::string analyzer = database.get_metadata(kAnalyzerKey);
  const bool is_readable = has_readable_items(schema);
  const auto refuse = [&](const std::string& what, const std::string& theirs,
                          const std::string& ours, const std::string& way_out) {
    throw Error(ErrorCode::kIndexMismatch,
                "cannot open " + named(index) + ": it was written with " + what + " '" +
                    (theirs.empty() ? "unknown" : theirs) + "', this program reads '" + ours + "'",
                way_out);
  };
  if (!is_readable || (writer == WrittenBy::kOurs && schema != kSchemaVersion)) {
    refuse("schema", schema, std::string(kSchemaVersion),
           is_readable ? way_to_read_again(index)
                       : "build it again: remove the folder, then bulletin-index add");
  }
  if (writer == WrittenBy::kOurs && analyzer != analyzer_id()) {
    refuse("analyzer", analyzer, analyzer_id(), way_to_read_again(index));
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

Xapian::WritableDatabase create_index(const fs::path& index) {
  refuse_foreign_folder(index);
  std::error_code error;
  fs::create_directories(index, error);
  if (error) {
    throw_disk_error("make " + named(index), error);
  }
  auto database = with_xapian("make " + named(index), [&] {
    return make_generation(index / kFirstGeneration, Xapian::DB_CREATE_OR_OVERWRITE);
  });
  fs::create_directory_symlink(kFirstGeneration, index / kCurrentLink, error);
  if (error) {
    throw_disk_error("make " + named(index), error);
  }
  sync_to_disk(index);
  return database;
}

// What runs that were killed have left, and generations out of use. The caller holds the lock.
void remove_other_generations(const fs::path& index) {
  std::error_code error;
  for (const std::string& other : generations_out_of_use(index)) {
    fs::remove_all(index / other, error);  // What cannot go now goes with the next writer.
  }
}

Xapian::WritableDatabase open_for_writing(const fs::path& index, WrittenBy writer) {
  if (!holds_index(index)) {
    throw_not_found(index);
  }
  return with_xapian("write to " + named(index), [&] {
    while (true) {
      // The real folder, not the link: the lock has to stay with the generation.
      const std::string generation = generation_in_use(index);
      Xapian::WritableDatabase database((index / generation).string(), Xapian::DB_OPEN);
      if (generation_in_use(index) == generation) {  // Else it was left while we took the lock.
        check_identity(database, index, writer);
        remove_other_generations(index);
        return database;
      }
    }
  });
}

unsigned long number_of(const std::string& generation) {
  const std::size_t dash = generation.rfind('-');
  return dash == std::string::npos ? 0 : std::strtoul(generation.c_str() + dash + 1, nullptr, 10);
}

// generation-7 comes behind generation-6, whether or not that is in use.
std::string next_name(const fs::path& index) {
  unsigned long last = number_of(generation_in_use(index));
  for (const std::string& other : generations_out_of_use(index)) {
    last = std::max(last, number_of(other));
  }
  return kGenerations + std::to_string(last + 1);
}

// Makes a whole generation durable, then the one in use.
void switch_to(const fs::path& index, const std::string& name) {
  sync_folder_to_disk(index / name);
  const fs::path link = index / "next";
  std::error_code error;
  fs::remove(link, error);  // Of a run that was killed just here.
  fs::create_directory_symlink(name, link, error);
  if (!error) {
    fs::rename(link, index / kCurrentLink, error);
  }
  if (error) {
    throw_disk_error("switch " + named(index) + " to its new generation", error);
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
  return fs::is_directory(index / kCurrentLink, error);
}

std::string generation_in_use(const fs::path& index) {
  std::error_code error;
  const fs::path generation = fs::read_symlink(index / kCurrentLink, error);
  // Without a link `current` is a folder of somebody else's making; opening it says so.
  return error && fs::is_directory(index / kCurrentLink, error) ? kCurrentLink
                                                                : generation.string();
}

std::vector<std::string> generations_out_of_use(const fs::path& index) {
  const std::string used = generation_in_use(index);
  std::vector<std::string> others;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(index, error)) {
    std::string name = entry.path().filename().string();
    if (name.starts_with(kGenerations) && name != used) {
      others.push_back(std::move(name));
    }
  }
  std::ranges::sort(others);
  return others;
}

bool has_readable_items(std::string_view schema) {
  return schema == kSchemaVersion ||
         std::ranges::find(kOlderSchemas, schema) != std::end(kOlderSchemas);
}

void refuse_unreadable_items(const fs::path& index) {
  try {
    const Xapian::Database database((index / generation_in_use(index)).string());
    check_identity(database, index, WrittenBy::kReadable);
  } catch (const Xapian::Error&) {  // Damaged: what stands in it decides.
  }
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
        check_identity(database, index, WrittenBy::kOurs);
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
  return open_for_writing(index, WrittenBy::kOurs);
}

Xapian::WritableDatabase open_index_for_writing(const fs::path& index) {
  return holds_index(index) ? open_existing_for_writing(index) : create_index(index);
}

NextGeneration::NextGeneration(const fs::path& index)
    : index_(index), old_(open_for_writing(index, WrittenBy::kReadable)), name_(next_name(index)) {}

NextGeneration::NextGeneration(const fs::path& index, GenerationLock lock)
    : index_(index), lock_(std::move(lock)) {
  remove_other_generations(index);
  name_ = next_name(index);
}

NextGeneration NextGeneration::beside_any(const fs::path& index) {
  while (true) {
    const std::string generation = generation_in_use(index);
    std::error_code error;
    if (generation.empty() || !fs::is_directory(index / generation, error)) {
      throw_not_found(index);
    }
    GenerationLock lock = GenerationLock::of_writer(index / generation);
    if (generation_in_use(index) == generation) {  // Else it was left while we took the lock.
      return {index, std::move(lock)};
    }
  }
}

const Xapian::Database& NextGeneration::old_database() const {
  assert(old_ && "a generation beside a damaged one does not read it");
  return *old_;
}

NextGeneration::~NextGeneration() {
  if (!took_over_) {
    try {
      if (new_) {
        new_->close();  // Writes, though it is to go.
      }
    } catch (const Xapian::Error&) {  // On the full disk that brought us here.
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
  remove_other_generations(index_);
}

void compact_index(const fs::path& index) {
  NextGeneration next(index);
  Xapian::Database old = next.old_database();
  with_xapian("compact " + named(index),
              [&] { old.compact(next.folder().string(), Xapian::DBCOMPACT_NO_RENUMBER); });
  next.take_over();
}

}  // namespace bulletin
