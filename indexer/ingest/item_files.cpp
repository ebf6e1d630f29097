#include "indexer/ingest/item_files.hpp"

#include <algorithm>
#include <string>
#include <system_error>

#include "indexer/ingest/format.hpp"
#include "indexer/ingest/read_path.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

// One walk: where it stands and what it has found.
struct Walk {
  const ReadOptions& options;
  const std::function<void(Problem)>& on_problem;
  std::vector<fs::path> files = {};
};

std::vector<fs::path> entries_of(const fs::path& folder, const Walk& walk) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    entries.push_back(entry->path());
  }
  if (error) {
    walk.on_problem({{folder.string(), 0}, "cannot read the folder: " + error.message()});
  }
  std::ranges::sort(entries);
  return entries;
}

// Links to folders are not followed, so no loop can arise.
void add_folder(const fs::path& folder, Walk& walk) {
  for (const fs::path& entry : entries_of(folder, walk)) {
    std::error_code error;
    if (fs::is_directory(fs::symlink_status(entry, error))) {
      if (!entry.filename().string().starts_with('.')) {
        add_folder(entry, walk);
      }
    } else if (is_item_file(entry.string(), walk.options.with_documents)) {
      walk.files.push_back(entry);
    }
  }
}

}  // namespace

std::vector<fs::path> item_files(const fs::path& path, const ReadOptions& options,
                                 const std::function<void(Problem)>& on_problem) {
  if (path == kStandardInput) {
    return {path};
  }
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    on_problem({{path.string(), 0}, "no such file or folder"});
    return {};
  }
  if (!fs::is_directory(status)) {
    return {path};
  }
  Walk walk{options, on_problem};
  add_folder(path, walk);
  return std::move(walk.files);
}

}  // namespace bulletin
