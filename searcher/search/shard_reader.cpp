#include "searcher/search/shard_reader.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "indexer/base/error.hpp"
#include "indexer/glass/database_head.hpp"
#include "indexer/schema/generation.hpp"
#include "indexer/schema/index_folder.hpp"

namespace bulletin {
namespace {

using namespace std::chrono_literals;

// How long until an absent shard is tried again.
constexpr auto kAbsence = 5s;

// How long a connection is used: a generation that took over where the shard lies is seen by new
// ones only.
constexpr auto kConnection = 10s;

// A bare database, or a replica, has nothing around it; everything else is, or should be, an index.
Xapian::Database open_database(const ShardPlace& place) {
  while (true) {
    const std::filesystem::path folder = database_in(place);
    std::error_code error;
    if (holds_index(place.folder) || !std::filesystem::exists(folder / "iamglass", error)) {
      return open_index(place.folder);
    }
    try {
      return open_shard(place, WrittenBy::kOurs);
    } catch (const Xapian::DatabaseError&) {
      if (database_in(place) == folder) {  // Else a newer copy took its place.
        throw;
      }
    }
  }
}

// Empty where there is none.
std::string head_of(const std::filesystem::path& database) {
  try {
    return head_bytes(database);
  } catch (const Error&) {  // Who opens the database tells what is wrong.
    return {};
  }
}

}  // namespace

ShardReader::ShardReader(ShardPlace place, std::size_t number, std::size_t count)
    : place_(std::move(place)), number_(number), count_(count) {
  open();
}

void ShardReader::open() {
  opened_ = Clock::now();
  is_trusted_ = true;
  if (count_ == 1) {
    place_.is_here() ? open_here() : open_server();
    return;
  }
  try {
    place_.is_here() ? open_here() : open_server();
    expect_shard(database_, place_, number_, count_);
    is_absent_ = false;
    cause_.clear();
  } catch (const Xapian::Error& error) {
    set_absent(error.get_msg());
  } catch (const Error& error) {
    set_absent(error.what());
  }
}

void ShardReader::open_here() {
  std::string generation = database_in(place_).string();
  std::string head = head_of(generation);
  database_ = open_database(place_);  // Last, so that it is no older than its head.
  generation_ = std::move(generation);
  head_ = std::move(head);
  name_ = std::filesystem::path(generation_).filename().string() + ' ' + database_.get_uuid();
  commit_ = std::to_string(database_.get_revision());
}

void ShardReader::open_server() {
  probe_ = Xapian::Remote::open(place_.host, place_.port, kConnectPatience, kConnectPatience);
  database_ = open_shard(place_, WrittenBy::kOurs);
  name_ = database_.get_uuid();
  commit_ = commit_name(database_);
}

void ShardReader::set_absent(const std::string& cause) {
  database_ = Xapian::Database("", Xapian::DB_BACKEND_INMEMORY);
  name_ = "absent";
  commit_.clear();
  is_absent_ = true;
  cause_ = cause;
}

bool ShardReader::is_due() const {
  const auto age = Clock::now() - opened_;
  if (is_absent_) {
    return age > kAbsence;
  }
  return !is_trusted_ || (!place_.is_here() && age > kConnection);
}

bool ShardReader::refresh() {
  const bool was_absent = is_absent_;
  if (was_absent ? !is_due() : !is_due() && !has_changed()) {
    return false;
  }
  if (was_absent == is_absent_) {  // Else it has vanished just now.
    open();
  }
  return true;
}

bool ShardReader::has_changed() {
  try {
    if (place_.is_here()) {
      return has_changed_here();
    }
    if (probe_.reopen()) {
      database_.reopen();  // In place, so that the database stays the same.
      commit_ = commit_name(database_);
    }
    return false;
  } catch (const Xapian::NetworkTimeoutError& error) {  // It would not be reached anew either.
    if (count_ > 1) {
      opened_ = Clock::now();
      set_absent(error.get_msg());
    }
    return true;
  } catch (const Xapian::Error&) {  // Its files or its server went away, or changed meanwhile.
    return true;
  }
}

bool ShardReader::has_changed_here() {
  return database_in(place_) != generation_ || head_.empty() || head_of(generation_) != head_;
}

std::optional<CommittedDatabase> ShardReader::files() const {
  std::optional<DatabaseHead> head;
  if (place_.is_here() && !is_absent_) {
    head = parse_head(head_);
  }
  if (!head || head->revision != database_.get_revision() || head->uuid != database_.get_uuid()) {
    return std::nullopt;
  }
  return CommittedDatabase{.folder = generation_, .head = *std::move(head)};
}

std::string ShardReader::called() const {
  return "shard " + std::to_string(number_ + 1) + " of " + std::to_string(count_) + " at " +
         name_of(place_);
}

}  // namespace bulletin
