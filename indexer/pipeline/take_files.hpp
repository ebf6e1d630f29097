// From files to items in the index, one file at a time, with an account of what became of each.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/ingest/raw_item.hpp"
#include "indexer/ingest/read_bytes.hpp"
#include "indexer/pipeline/item_target.hpp"

namespace bulletin {

/// What a run tells while it goes on. Each may be empty but `on_problem`.
struct RunEvents {
  std::function<void(const Problem&)> on_problem;
  std::function<void(const FileRead&, std::size_t items)> on_file;  ///< When it has been read.
  std::function<void()> on_item;
  std::function<void(std::uintmax_t bytes)> on_bytes;  ///< So many more were read.
  std::function<bool()> wants_to_stop;                 ///< Then the item at hand is the last.
};

/// What an export means to a run: that the index it came from is made again, with the sources, the
/// history and the corrections of its items, or a file of items like any other.
enum class Exports : std::uint8_t { kMakeAgain, kAreFiles };

/// Reads files into an index.
class FileTaker {
 public:
  /// All arguments have to outlive it. Counts are added to `counts`.
  FileTaker(ItemTarget& target, const ReadOptions& options, const RunEvents& events,
            ItemCounts& counts, Exports exports)
      : target_(target), options_(options), events_(events), counts_(counts), exports_(exports) {}

  /// Reads all items of one file. Of two items with one id and different texts only the first is
  /// taken: a file that contradicts itself must not change with every reading.
  void take(const std::filesystem::path& file);

  /// Tells whether the file read last still holds an item that was known from it: it was read, or
  /// the part of the file that had it could not be.
  [[nodiscard]] bool still_holds(const std::string& id, const ItemSource& source) const;

  /// Tells whether the file read last could be read to its end, whatever its items were like.
  [[nodiscard]] bool was_read() const { return !file_failed_; }

  /// Returns the ids of items that the file read last brought as new and gave no id.
  [[nodiscard]] const std::vector<std::string>& new_content_ids() const { return new_ids_; }

  /// Number of items so far, those left out not among them.
  [[nodiscard]] std::size_t items_read() const { return items_read_; }

  /// Number of outcomes for the file read last that changed something or may have.
  [[nodiscard]] std::size_t changes() const { return changes_; }

 private:
  void take_item(RawItem item);
  void take_problem(Problem problem);
  void take_note(const ExportNote& note);
  void report_files() const;
  [[nodiscard]] bool stopping() const { return events_.wants_to_stop && events_.wants_to_stop(); }

  ItemTarget& target_;
  const ReadOptions& options_;
  const RunEvents& events_;
  ItemCounts& counts_;
  Exports exports_;
  std::size_t items_read_ = 0;

  // Of the file being read.
  std::string opened_;
  std::string path_;                                           ///< As sources have it.
  std::unordered_map<std::uint64_t, std::uint64_t> wordings_;  ///< By hash of id and path.
  std::unordered_map<std::string, std::size_t> items_;         ///< Taken, by path.
  std::vector<FileRead> parts_;
  std::vector<std::string> failed_;  ///< Source paths that could not be read.
  std::vector<std::string> new_ids_;
  bool file_failed_ = false;
  std::size_t changes_ = 0;
};

}  // namespace bulletin
