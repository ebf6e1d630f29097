#include "indexer/schema/backup.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <fstream>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"
#include "indexer/schema/generation_lock.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/next_generation.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

constexpr auto kLockFile = "flintlock";  // Xapian makes one of its own where it has to.
constexpr auto kUnfinished = ".part";

// Names what a commit to one of some databases changes.
std::vector<Xapian::rev> revisions_of(const std::vector<fs::path>& databases, std::size_t& items) {
  std::vector<Xapian::rev> revisions;
  items = 0;
  for (const fs::path& folder : databases) {
    const Xapian::Database database(folder.string());
    revisions.push_back(database.get_revision());
    items += database.get_doccount();
  }
  return revisions;
}

// Copies the generation in use into `to`, which is not there, and returns the databases there; none
// where a commit came between.
std::vector<fs::path> copied_undisturbed(const fs::path& index, const fs::path& to,
                                         std::size_t& items) {
  const fs::path generation = index / generation_in_use(index);
  const auto no_commits = GenerationLock::of_commits(generation, GenerationLock::Use::kCopy);
  try {
    const std::vector<fs::path> databases = databases_in_use(index);
    std::vector<fs::path> copies = database_folders(to, databases.size());
    const std::vector<Xapian::rev> before = revisions_of(databases, items);
    for (std::size_t i = 0; i < databases.size(); ++i) {
      fs::create_directories(copies[i]);
      copy_files(databases[i], copies[i], kLockFile);
    }
    join_shards(to, databases.size());
    if (index / generation_in_use(index) == generation && databases_in_use(index) == databases &&
        revisions_of(databases, items) == before) {
      return copies;
    }
  } catch (const std::exception&) {
    if (index / generation_in_use(index) == generation) {  // Else it was removed under our hands.
      throw;
    }
  }
  fs::remove_all(to);
  return {};
}

// An index and its copy go on to different commits of the same number, so whoever remembers answers
// by id and number of the commit has to see two indexes.
void give_own_id(const fs::path& copy) {
  constexpr std::streamoff kIdBegin = 16;
  constexpr std::size_t kIdWords = 4;
  std::random_device random;
  std::array<std::uint32_t, kIdWords> id{};
  std::ranges::generate(id, std::ref(random));
  std::fstream file(copy / "iamglass", std::ios::binary | std::ios::in | std::ios::out);
  file.seekp(kIdBegin);
  file.write(reinterpret_cast<const char*>(id.data()), sizeof(id));
  file.close();
  if (!file) {
    throw_disk_error("write " + (copy / "iamglass").string(), last_disk_error());
  }
}

void expect_sound(const fs::path& copy, const std::string& attempt, const std::string& next_step) {
  const std::size_t errors =
      with_xapian(attempt, [&] { return Xapian::Database::check(copy.string(), 0, nullptr); });
  if (errors > 0) {
    throw Error(ErrorCode::kBadUsage, "cannot " + attempt + ": it is damaged", next_step);
  }
}

// Returns the number of items.
std::size_t copy_generation(const fs::path& index, const fs::path& to, const std::string& attempt,
                            const std::string& if_damaged) {
  constexpr int kTries = 20;
  std::size_t items = 0;
  return with_xapian(attempt, [&] {
    for (int tries = 0; tries < kTries; ++tries) {
      const std::vector<fs::path> copies = copied_undisturbed(index, to, items);
      for (const fs::path& copy : copies) {
        give_own_id(copy);
        expect_sound(copy, attempt, if_damaged);
      }
      if (!copies.empty()) {
        return items;
      }
    }
    throw Error(ErrorCode::kIndexChanged,
                "cannot " + attempt + ": it is written to faster than it can be copied",
                "do it when its writer has ended");
  });
}

std::string name_of_now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 32> name{};
  const std::size_t length = std::strftime(name.data(), name.size(), "%Y-%m-%dT%H-%M-%SZ", &utc);
  return {name.data(), length};
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    throw_disk_error("make folder " + folder.string(), error);
  }
}

// A backup in the making, locked for as long as somebody makes it.
class UnfinishedBackup {
 public:
  explicit UnfinishedBackup(fs::path folder)
      : folder_(std::move(folder)), lock_((make_folder(folder_), of_folder(folder_))) {}
  ~UnfinishedBackup() {
    std::error_code error;
    fs::remove_all(folder_, error);  // Not there any more once it has been renamed.
  }
  UnfinishedBackup(const UnfinishedBackup&) = delete;
  UnfinishedBackup& operator=(const UnfinishedBackup&) = delete;

  [[nodiscard]] const fs::path& folder() const { return folder_; }

  static void remove_abandoned(const fs::path& among) {
    for (const fs::directory_entry& entry : fs::directory_iterator(among)) {
      if (entry.path().extension() == kUnfinished && entry.is_directory() &&
          GenerationLock::is_free(entry.path())) {
        std::error_code error;
        fs::remove_all(entry.path(), error);
      }
    }
  }

 private:
  static GenerationLock of_folder(const fs::path& folder) {
    return GenerationLock::of_commits(folder, GenerationLock::Use::kCommit);
  }

  fs::path folder_;
  GenerationLock lock_;
};

// The newest backup in a folder of backups.
std::optional<fs::path> newest_in(const fs::path& folder) {
  std::optional<fs::path> newest;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (holds_index(entry.path()) && entry.path().extension() != kUnfinished &&
        (!newest || *newest < entry.path())) {
      newest = entry.path();
    }
  }
  return newest;
}

void expect_backup(const fs::path& index, const fs::path& backup) {
  const auto refuse = [&](const std::string& cause, const std::string& next_step) {
    throw Error(ErrorCode::kBadUsage, "cannot restore " + backup.string() + ": " + cause,
                next_step);
  };
  if (!holds_index(backup)) {
    const std::optional<fs::path> newest = newest_in(backup);
    refuse("it is no backup", newest ? "the newest one in it is " + newest->string()
                                     : "name a folder that bulletin-index backup has made");
  }
  std::error_code error;
  if (fs::equivalent(index, backup, error)) {
    refuse("it is the index itself", "name a folder that bulletin-index backup has made");
  }
  expect_all_shards_here(backup, "restore");
  refuse_unreadable_items(backup);
}

}  // namespace

CopiedIndex backup_index(const fs::path& index, const fs::path& folder) {
  if (!holds_index(index)) {
    (void)open_index(index);  // Says why.
  }
  expect_all_shards_here(index, "back up");
  refuse_unreadable_items(index);
  const fs::path target = folder / name_of_now();
  const auto refuse = [&](const std::string& cause, const std::string& next_step) {
    throw Error(ErrorCode::kBadUsage, "cannot back up to " + target.string() + ": " + cause,
                next_step);
  };
  if (holds_index(folder)) {
    refuse(folder.string() + " is an index", "name a folder for backups beside it");
  }
  std::error_code error;
  if (fs::exists(fs::symlink_status(target, error))) {
    refuse("it is there already", "try again in a second");
  }
  make_folder(folder);
  UnfinishedBackup::remove_abandoned(folder);
  const UnfinishedBackup unfinished(folder / (target.filename().string() + kUnfinished));
  const fs::path generation = unfinished.folder() / kFirstGeneration;
  const std::size_t items =
      copy_generation(index, generation, "back up index " + index.string(),
                      "look what is damaged: bulletin-index check --db " + index.string());
  fs::create_directory_symlink(kFirstGeneration, unfinished.folder() / kCurrentLink);
  sync_folder_to_disk(unfinished.folder());
  fs::rename(unfinished.folder(), target);
  sync_to_disk(folder);
  return {target, items};
}

CopiedIndex restore_index(const fs::path& index, const fs::path& backup) {
  expect_backup(index, backup);
  if (!holds_index(index)) {
    (void)open_index_for_writing(index);
  }
  NextGeneration next = NextGeneration::beside_any(index);
  const std::size_t items = copy_generation(backup, next.folder(), "restore " + backup.string(),
                                            "restore an older backup");
  next.take_over();
  return {index / generation_in_use(index), items};
}

}  // namespace bulletin
