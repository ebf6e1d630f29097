#include "indexer/pipeline/take_files.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"
#include "indexer/ingest/read_path.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "indexer/understanding/publisher_json.hpp"

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

}  // namespace

void FileTaker::take(const std::filesystem::path& file) {
  opened_ = file.string();
  path_ = source_path(file);
  wordings_.clear();
  items_.clear();
  parts_.clear();
  failed_.clear();
  new_ids_.clear();
  file_failed_ = false;
  changes_ = 0;
  const ItemSink sink{.on_item = [this](RawItem item) { take_item(std::move(item)); },
                      .on_problem = [this](Problem problem) { take_problem(std::move(problem)); },
                      .on_file = [this](const FileRead& part) { parts_.push_back(part); },
                      .on_bytes =
                          [this](std::size_t count) {
                            if (events_.on_bytes) {
                              events_.on_bytes(count);
                            }
                            return !stopping();
                          },
                      .on_note = [this](const ExportNote& note) { take_note(note); }};
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

void FileTaker::take_item(RawItem item) {
  if (stopping()) {
    return;
  }
  if (exports_ == Exports::kAreFiles) {
    item.kept.reset();
  }
  ItemSource source = source_of(item, opened_, path_);
  const bool has_own_id = !item.id.empty();
  item.id = identity_of(item);
  const auto [known, is_first] = wordings_.try_emplace(place_of(item.id, source), source.wording);
  if (!is_first && has_own_id && known->second != source.wording) {
    return take_problem({item.origin, "an item before it has the same id '" + item.id +
                                          "' and says something else: the first is kept"});
  }
  ++items_[item.origin.path];
  ++items_read_;
  const std::string id = item.id;
  const std::optional<AddOutcome> outcome =
      is_first ? target_.take(std::move(item), std::move(source)) : AddOutcome::kUnchanged;
  if (outcome) {
    count(*outcome, counts_);
  }
  if (outcome == AddOutcome::kAdded && !has_own_id) {
    new_ids_.push_back(id);
  }
  changes_ += outcome == AddOutcome::kUnchanged ? 0 : 1;
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
    file_failed_ = file_failed_ || problem.origin.path == opened_;
    if (problem.origin.path.starts_with(opened_)) {
      failed_.push_back(path_ + problem.origin.path.substr(opened_.size()));
    }
  }
  ++counts_.left_out;
  events_.on_problem(problem);
}

void FileTaker::take_note(const ExportNote& note) {
  if (exports_ == Exports::kAreFiles || stopping()) {
    return;
  }
  try {
    if (!note.id.empty()) {
      target_.take_correction(note.id, parse_exported_correction(note.json));
    } else if (!target_.take_publisher(parse_publisher(note.json, "of the export"))) {
      take_problem(
          {note.origin,
           "its items were read for another publisher: they are read for that of the index"});
    }
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kBadUsage && error.code() != ErrorCode::kInternal) {
      throw;
    }
    take_problem({note.origin, error.what()});
  }
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
