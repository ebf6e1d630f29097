#include "indexer/schema/shards.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <fstream>
#include <random>
#include <sstream>

#include "indexer/base/error.hpp"
#include "indexer/base/new_file.hpp"
#include "indexer/schema/index_folder.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHere = "auto ";
constexpr std::string_view kElsewhere = "remote ";
constexpr auto kIdentityKey = "bulletin_shard";
constexpr auto kCommitKey = "bulletin_commit";

ShardPlace place_in(const fs::path& generation, const std::string& line) {
  if (line.starts_with(kElsewhere)) {
    if (const auto server = server_called(line.substr(kElsewhere.size()))) {
      return *server;
    }
  } else if (line.starts_with(kHere)) {
    // The database of a shard that is an index stands behind its link.
    const fs::path database = line.substr(kHere.size());
    const fs::path folder = database.filename() == kCurrentLink ? database.parent_path() : database;
    return {.folder = folder.is_absolute() ? folder : generation / folder, .host = {}, .port = 0};
  }
  throw Error(
      ErrorCode::kIndexMismatch,
      "cannot read " + (generation / kShardNames).string() + ": '" + line + "' names no shard",
      "name each as 'auto FOLDER/current' or 'remote HOST:PORT'");
}

std::string line_of(const fs::path& generation, const ShardPlace& place) {
  if (!place.is_here()) {
    return std::string(kElsewhere) + name_of(place);
  }
  const fs::path inside = place.folder.lexically_relative(generation);
  const bool is_inside = !inside.empty() && *inside.begin() != "..";
  const fs::path folder = is_inside ? inside : fs::absolute(place.folder);
  std::error_code error;
  const bool is_index = fs::is_symlink(place.folder / kCurrentLink, error);
  return std::string(kHere) + (is_index ? folder / kCurrentLink : folder).string();
}

std::string hexadecimal(std::uint64_t number) {
  std::ostringstream text;
  text << std::hex << number;
  return text.str();
}

}  // namespace

std::string name_of(const ShardPlace& place) {
  return place.is_here() ? place.folder.string() : place.host + ":" + std::to_string(place.port);
}

std::optional<ShardPlace> server_called(std::string_view name) {
  constexpr unsigned kLastPort = 65535;
  const std::size_t colon = name.rfind(':');
  if (colon == std::string_view::npos || colon == 0 || name.find_first_of(" /\\") != name.npos) {
    return std::nullopt;
  }
  ShardPlace place{.folder = {}, .host = std::string(name.substr(0, colon)), .port = 0};
  const std::string_view digits = name.substr(colon + 1);
  const auto [stop, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), place.port);
  const bool is_port = error == std::errc() && stop == digits.data() + digits.size() &&
                       place.port > 0 && place.port <= kLastPort;
  return is_port ? std::optional(place) : std::nullopt;
}

std::vector<ShardPlace> shards_of(const fs::path& generation) {
  std::vector<ShardPlace> places;
  std::ifstream in(generation / kShardNames);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && !line.starts_with('#')) {
      places.push_back(place_in(generation, line));
    }
  }
  return places;
}

void name_shards(const fs::path& generation, const std::vector<ShardPlace>& places) {
  NewFile file(generation / kShardNames);
  for (const ShardPlace& place : places) {
    file.write(line_of(generation, place) + '\n');
  }
  file.take_place();
}

fs::path shard_folder(const fs::path& generation, std::size_t number) {
  return generation / ("shard-" + std::to_string(number + 1));
}

std::optional<ShardIdentity> shard_identity(const Xapian::Database& shard) {
  std::istringstream text(shard.get_metadata(kIdentityKey));
  ShardIdentity identity;
  if (text >> identity.number >> identity.count >> identity.index && identity.number > 0) {
    --identity.number;
    return identity;
  }
  return std::nullopt;
}

void write_shard_identity(Xapian::WritableDatabase& shard, const ShardIdentity& identity) {
  shard.set_metadata(kIdentityKey, std::to_string(identity.number + 1) + ' ' +
                                       std::to_string(identity.count) + ' ' + identity.index);
}

std::string new_index_name() {
  std::random_device random;
  return hexadecimal(std::uint64_t{random()} << 32 | random());
}

std::string commit_name(const Xapian::Database& shard) {
  return shard.get_metadata(kCommitKey);
}

void rename_commit(std::vector<Xapian::WritableDatabase>& shards) {
  const std::string name = new_index_name();
  for (Xapian::WritableDatabase& shard : shards) {
    shard.set_metadata(kCommitKey, name);
  }
}

}  // namespace bulletin
