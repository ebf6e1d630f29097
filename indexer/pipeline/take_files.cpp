#include "indexer/pipeline/take_files.hpp"

#include <algorithm>

#include "indexer/ingest/read_path.hpp"
#include "indexer/pipeline/make_bulletin.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace bulletin {
namespace {

std::uint64_t place_of(const std::string& id, const ItemSource& source) {
  const std::string both = id + '\0' + source.path;
  return XXH3_64bits(both.data(), both.size());
}

bool lies_in(const std::string& path, const std::string& archive) {
  return path.size() > archive.size() && path.starts_with(archive) && path[archive.size()] == '!';
}

std::size_t* count_of(ItemCounts& counts, AddOutcome outcome) {
  switch (outcome) {
    case AddOutcome::kAdded:
      return &counts.added;
    case AddOutcome::kReplaced:
      return &counts.replaced;
    case AddOutcome::kMerged:
      return &counts.merged;
    case AddOutcome::kUnchanged:
      break;
  }
  return &counts.unchanged;
}

}  // namespace

void FileTaker::take(const std::filesystem::path& file) {
  file_ = file;
  wordings_.clear();
  items_.clear();
  parts_.clear();
  failed_.clear();
  new_ids_.clear();
  file_failed_ = false;
  changes_ = 0;
  const ItemSink sink{.on_item = [this](const RawItem& item) { take_item(item); },
                      .on_problem = [this](Problem problem) { take_problem(std::move(problem)); },
                      .on_file = [this](const FileRead& part) { parts_.push_back(part); },
                      .on_bytes =
                          [this](std::size_t count) {
                            if (events_.on_bytes) {
                              events_.on_bytes(count);
                            }
                            return !stopping();
                          }};
  read_file(file, options_, sink);
  file_failed_ = file_failed_ || stopping();
  report_files();
}

bool FileTaker::still_holds(const std::string& id, const ItemSource& source) const {
  return file_failed_ || wordings_.contains(place_of(id, source)) ||
         std::ranges::any_of(failed_, [&](const std::string& part) {
           return source.path == part || lies_in(source.path, part);
         });
}

void FileTaker::take_item(const RawItem& item) {
  if (stopping()) {
    return;
  }
  IndexWriter& writer = target_.writer();
  Bulletin bulletin = make_bulletin(item, writer.publisher());
  bulletin.sources = {source_of(item, file_)};
  const ItemSource& source = bulletin.sources.front();
  const auto [known, is_first] =
      wordings_.try_emplace(place_of(bulletin.id, source), source.wording);
  if (!is_first && !item.id.empty() && known->second != source.wording) {
    return take_problem({item.origin, "an item before it has the same id '" + item.id +
                                          "' and says something else: the first is kept"});
  }
  const AddOutcome outcome = is_first ? writer.add(bulletin) : AddOutcome::kUnchanged;
  ++*count_of(counts_, outcome);
  if (outcome == AddOutcome::kAdded && item.id.empty()) {
    new_ids_.push_back(bulletin.id);
  }
  changes_ += outcome == AddOutcome::kUnchanged ? 0 : 1;
  ++items_[item.origin.path];
  if (events_.on_item) {
    events_.on_item();
  }
}

// What breaks off because the run is to stop is no fault of the file.
void FileTaker::take_problem(Problem problem) {
  if (stopping()) {
    return;
  }
  if (problem.origin.line == 0) {
    const std::string opened = file_.string();
    file_failed_ = file_failed_ || problem.origin.path == opened;
    if (problem.origin.path.starts_with(opened)) {
      failed_.push_back(source_path(file_) + problem.origin.path.substr(opened.size()));
    }
  }
  ++counts_.left_out;
  events_.on_problem(problem);
}

void FileTaker::report_files() const {
  for (const FileRead& part : parts_) {
    std::size_t items = 0;
    for (const auto& [path, count] : items_) {
      items += path == part.path || lies_in(path, part.path) ? count : 0;
    }
    if (events_.on_file) {
      events_.on_file(part, items);
    }
  }
}

}  // namespace bulletin
