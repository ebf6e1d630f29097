// The account of a run that reads files: lines for people, or one JSON object for programs.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/cli/progress.hpp"
#include "indexer/cli/stop_signal.hpp"
#include "indexer/pipeline/sync_folder.hpp"
#include "indexer/pipeline/take_files.hpp"

namespace bulletin {

/// How a run is reported.
struct ReportStyle {
  bool verbose = false;  ///< Name each file with format, encoding and number of items, on stderr.
  bool json = false;     ///< One JSON object in place of lines.
  bool dry_run = false;  ///< Nothing was written: the account says what would be.
};

/// Collects what a run tells and prints it. Problems go to stderr as they come; the rest to stdout.
class RunReport {
 public:
  RunReport(std::string command, ReportStyle style);
  RunReport(const RunReport&) = delete;
  RunReport& operator=(const RunReport&) = delete;
  ~RunReport() = default;

  /// Callbacks into this object.
  [[nodiscard]] RunEvents events(const StopSignal& stop);

  void note_problem(const Problem& problem);
  void note_file(const FileRead& file, std::size_t items);
  void note_change(FileChange change, const std::string& path);
  [[nodiscard]] Progress& progress() { return progress_; }

  /// Prints the sum: `added 1, replaced 0, unchanged 0, left out 0; the index holds 1 items`, or
  /// the JSON object. `index_items` is empty when there is no index.
  void print(const ItemCounts& counts, std::optional<std::size_t> index_items, bool stopped);

 private:
  struct FileRow {
    FileRead file;
    std::size_t items = 0;
  };

  void print_json(const ItemCounts& counts, std::optional<std::size_t> index_items, bool stopped);

  std::string command_;
  ReportStyle style_;
  Progress progress_;
  std::vector<FileRow> files_;
  std::vector<std::pair<FileChange, std::string>> changes_;
  std::vector<Problem> problems_;
};

/// Returns the exit status of a run: 0 all done, 1 some left out, 2 nothing could be done, 130
/// stopped.
[[nodiscard]] int exit_status(const ItemCounts& counts, bool stopped);

/// Writes `path` or `path:line`.
[[nodiscard]] std::string at_origin(const Origin& origin);

}  // namespace bulletin
