#include "searcher/cli/saved_searches.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <utility>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <unistd.h>

#include "indexer/base/error.hpp"
#include "indexer/base/user_folders.hpp"
#include "searcher/query/chosen_limits.hpp"
#include "searcher/search/sort_names.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using nlohmann::ordered_json;

constexpr int kSchema = 1;

[[noreturn]] void refuse(const fs::path& file, const std::string& attempt,
                         const std::string& cause) {
  throw Error(ErrorCode::kBadUsage,
              "cannot " + attempt + " saved searches " + file.string() + ": " + cause);
}

ordered_json to_json(const SavedSearch& search) {
  ordered_json object{{"db", search.index.string()}, {"query", search.query.text}};
  for (const auto& [name, values] : limits_of(search.query)) {
    object[name] = *values;
  }
  object["literal"] = search.query.literal;
  object["strict"] = search.query.strict;
  object["exact_script"] = search.query.exact_script;
  object["translate"] = search.query.translate;
  object["sound"] = search.query.sound;
  object["sort"] = sort_name(search.sort);
  object["seen"] = search.seen ? ordered_json(*search.seen) : ordered_json();
  return object;
}

SavedSearch from_json(const json& object) {
  SavedSearch search{.index = object.at("db").get<std::string>(),
                     .query = {.text = object.at("query").get<std::string>()},
                     .sort = kSorts.at(object.at("sort").get<std::string>())};
  for (const auto& [name, values] : limits_of(search.query)) {
    *values = object.value(name, *values);  // Files from before have fewer limits.
  }
  object.at("literal").get_to(search.query.literal);
  search.query.strict = object.value("strict", false);
  search.query.exact_script = object.value("exact_script", false);
  object.at("translate").get_to(search.query.translate);
  search.query.sound = object.value("sound", true);  // Older files do not have it.
  if (!object.at("seen").is_null()) {
    search.seen = object.at("seen").get<std::vector<std::string>>();
    std::ranges::sort(*search.seen);
  }
  return search;
}

// A lock beside the file, since the file itself is replaced.
class Lock {
 public:
  explicit Lock(const fs::path& file)
      : descriptor_(::open((file.string() + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (descriptor_ < 0 || flock(descriptor_, LOCK_EX) != 0) {
      refuse(file, "lock", std::strerror(errno));
    }
  }
  ~Lock() { ::close(descriptor_); }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  int descriptor_;
};

// Writes to the disk itself, so that a new name never stands for an empty file.
void write_whole(const fs::path& file, const std::string& bytes) {
  const fs::path fresh = file.string() + ".new";
  const int descriptor = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  std::size_t written = 0;
  while (descriptor >= 0 && written < bytes.size()) {
    const ssize_t more = ::write(descriptor, bytes.data() + written, bytes.size() - written);
    if (more <= 0) {
      break;
    }
    written += static_cast<std::size_t>(more);
  }
  const bool is_whole = descriptor >= 0 && written == bytes.size() && ::fsync(descriptor) == 0;
  const int cause = errno;
  if (descriptor >= 0) {
    ::close(descriptor);
  }
  if (!is_whole || std::rename(fresh.c_str(), file.c_str()) != 0) {
    refuse(file, "write", std::strerror(is_whole ? errno : cause));
  }
}

}  // namespace

fs::path default_saved_path() {
  return user_folder("XDG_STATE_HOME", ".local/state") / "bulletin" / "saved.json";
}

SavedSearches read_saved(const fs::path& file) {
  std::error_code error;
  if (!fs::exists(file, error)) {
    return {};
  }
  std::ifstream stream(file, std::ios::binary);
  if (!stream || fs::is_directory(file, error)) {
    refuse(file, "read", stream ? "it is a folder" : std::strerror(errno));
  }
  try {
    const json object = json::parse(stream);
    if (object.at("schema") != kSchema) {
      refuse(file, "read", "another version of this program wrote it");
    }
    SavedSearches searches;
    for (const auto& [name, search] : object.at("searches").items()) {
      searches.emplace(name, from_json(search));
    }
    return searches;
  } catch (const json::exception&) {
    refuse(file, "read", "it holds something else");
  } catch (const std::out_of_range&) {
    refuse(file, "read", "it names an unknown order");
  }
}

void update_saved(const fs::path& file, const std::function<void(SavedSearches&)>& change) {
  std::error_code error;
  fs::create_directories(fs::absolute(file).parent_path(), error);
  const Lock lock(file);
  SavedSearches searches = read_saved(file);
  change(searches);
  ordered_json list = ordered_json::object();
  for (const auto& [name, search] : searches) {
    list[name] = to_json(search);
  }
  const ordered_json object{{"schema", kSchema}, {"searches", std::move(list)}};
  write_whole(file, object.dump(1, ' ', false, ordered_json::error_handler_t::replace) + '\n');
}

std::string describe(const SavedSearch& search) {
  std::string line;
  for (const auto& [name, values] : limits_of(search.query)) {
    for (const std::string& value : *values) {
      line += "--" + std::string(name) + ' ' + value + ' ';
    }
  }
  line += search.query.literal ? "--literal " : "";
  line += search.query.exact_script ? "--exact-script " : "";
  line += search.query.strict ? "--strict " : "";
  line += search.query.translate ? "" : "--no-translate ";
  line += search.query.sound ? "" : "--no-sound ";
  line += search.sort == Sort::kRelevance ? "" : "--sort " + sort_name(search.sort) + ' ';
  line += search.query.text;
  return line.ends_with(' ') ? line.substr(0, line.size() - 1) : line;
}

}  // namespace bulletin
