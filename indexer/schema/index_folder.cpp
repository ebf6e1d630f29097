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

WritableIndex create_index(const fs::path& index) {
  refuse_foreign_folder(index);
  std::error_code error;
  fs::create_directories(index, error);
  if (error) {
    throw_disk_error("make " + named(index), error);
  }
  WritableIndex made = with_xapian("make " + named(index), [&] {
    return make_generation(index / kFirstGeneration, 1, Xapian::DB_CREATE_OR_OVERWRITE);
  });
  fs::create_directory_symlink(kFirstGeneration, index / kCurrentLink, error);
  if (error) {
    throw_disk_error("make " + named(index), error);
  }
  sync_to_disk(index);
  return made;
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

std::vector<fs::path> databases_in_use(const fs::path& index) {
  const fs::path generation = index / generation_in_use(index);
  const std::vector<ShardPlace> places = shards_of(generation);
  std::vector<fs::path> folders;
  for (const ShardPlace& place : places) {
    if (place.is_here()) {
      folders.push_back(database_in(place));
    }
  }
  return places.empty() ? std::vector{generation} : folders;
}

void expect_all_shards_here(const fs::path& index, const std::string& attempt) {
  const std::vector<ShardPlace> places = shards_of(index / generation_in_use(index));
  const auto elsewhere = std::ranges::find_if_not(places, &ShardPlace::is_here);
  if (elsewhere != places.end()) {
    throw Error(ErrorCode::kBadUsage,
                "cannot " + attempt + " " + named(index) + ": its shard " +
                    std::to_string(elsewhere - places.begin() + 1) + " lies at " +
                    name_of(*elsewhere),
                "do it for each shard where it lies: a shard is an index of its own");
  }
}

void refuse_unreadable_items(const fs::path& index) {
  try {
    (void)open_generation(index, generation_in_use(index), WrittenBy::kReadable);
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
      const std::vector<fs::path> databases = databases_in_use(index);
      try {
        return open_generation(index, generation_in_use(index), WrittenBy::kOurs);
      } catch (const Xapian::DatabaseModifiedError&) {  // A writer was faster than we could look.
        if (tries == kTries) {
          throw;
        }
      } catch (const Xapian::DatabaseError&) {
        if (databases_in_use(index) == databases) {  // Else a newer one took its place.
          throw;
        }
      }
    }
  });
}

WritableIndex open_existing_for_writing(const fs::path& index, WrittenBy writer) {
  if (!holds_index(index)) {
    throw_not_found(index);
  }
  return with_xapian("write to " + named(index), [&] {
    while (true) {
      // The real folder, not the link: the lock has to stay with the generation.
      const std::string generation = generation_in_use(index);
      WritableIndex opened = open_generation_for_writing(index, generation, writer);
      if (generation_in_use(index) == generation) {  // Else it was left while we took the lock.
        remove_other_generations(index);
        return opened;
      }
    }
  });
}

WritableIndex open_index_for_writing(const fs::path& index) {
  return holds_index(index) ? open_existing_for_writing(index) : create_index(index);
}

void remove_other_generations(const fs::path& index) {
  std::error_code error;
  for (const std::string& other : generations_out_of_use(index)) {
    fs::remove_all(index / other, error);  // What cannot go now goes with the next writer.
  }
}

}  // namespace bulletin
