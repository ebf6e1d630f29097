// export: all of an index in a form that others can read.

#include <array>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <optional>

#include "indexer/base/console.hpp"
#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"
#include "indexer/base/new_file.hpp"
#include "indexer/cli/commands.hpp"
#include "indexer/pipeline/export_items.hpp"
#include "indexer/pipeline/opensearch_export.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {
namespace {

// Where a run that writes items out has come to.
class ExportRun {
 public:
  ExportEvents events(const std::function<bool(const std::string&)>& on_line) {
    return {.on_line = [this, on_line](
                           const std::string& line) { return !stop_.is_set() && on_line(line); },
            .on_problem =
                [this](const std::string& what) {
                  progress_.clear();
                  complain(kIndexProgram, "cannot export " + what);
                  ++problems_;
                },
            .on_item =
                [this](std::size_t, std::size_t all) {
                  progress_.expect(all);
                  progress_.advance(1);
                  progress_.step();
                }};
  }

  // Returns the exit status; `keep` is called unless the run was stopped.
  int end(const std::function<void()>& keep) {
    progress_.clear();
    if (stop_.is_set()) {
      complain(kIndexProgram, "stopped: the export is not whole");
      return kExitStopped;
    }
    keep();
    return problems_ == 0 ? EXIT_SUCCESS : kExitSomeLeftOut;
  }

 private:
  StopSignal stop_;
  Progress progress_;
  std::size_t problems_ = 0;
};

// Files of a size that servers take at once, numbered from 1.
class BulkFiles {
 public:
  explicit BulkFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

  void write(const std::string& lines) {
    constexpr std::size_t kMostBytes = std::size_t{10} << 20U;
    if (!file_ || (bytes_ > 0 && bytes_ + lines.size() > kMostBytes)) {
      take_place();
      std::array<char, 32> name{};
      std::snprintf(name.data(), name.size(), "bulk-%04zu.ndjson", ++count_);
      file_.emplace(folder_ / name.data());
      bytes_ = 0;
    }
    file_->write(lines);
    bytes_ += lines.size();
  }

  void take_place() {
    if (file_) {
      file_->take_place();
      file_.reset();
    }
  }

  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  std::filesystem::path folder_;
  std::optional<NewFile> file_;
  std::size_t bytes_ = 0;
  std::size_t count_ = 0;
};

void make_empty_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    throw_disk_error("make folder " + folder.string(), error);
  }
  if (!std::filesystem::is_empty(folder)) {
    throw Error(ErrorCode::kBadUsage,
                "cannot export to " + folder.string() + ": the folder holds other files",
                "name a new or an empty folder");
  }
}

}  // namespace

int run_export(const std::filesystem::path& index, const std::filesystem::path& output) {
  Xapian::Database database = open_index(index);
  std::optional<NewFile> file;
  if (!output.empty()) {
    file.emplace(output);
  }
  ExportRun run;
  const ExportEvents events = run.events([&](const std::string& line) {
    if (file) {
      file->write(line + '\n');
      return true;
    }
    std::cout << line << '\n';
    return output_wanted();
  });
  with_xapian("export index " + index.string(), [&] { export_items(database, events); });
  return run.end([&] {
    if (file) {
      file->take_place();
    }
  });
}

int run_opensearch_export(const std::filesystem::path& index, const std::filesystem::path& folder) {
  Xapian::Database database = open_index(index);
  make_empty_folder(folder);
  BulkFiles files(folder);
  const OpenSearchLines form;
  ExportRun run;
  const ExportEvents events = run.events([](const std::string&) { return true; });
  std::size_t items = 0;
  with_xapian("export index " + index.string(), [&] {
    each_item(database, events, [&](const Bulletin& item) {
      files.write(form.lines(item));
      ++items;
      return events.on_line({});
    });
  });
  return run.end([&] {
    files.take_place();
    NewFile mapping(folder / "mapping.json");  // Last: with it the export is whole.
    mapping.write(opensearch_mapping());
    mapping.take_place();
    std::cout << "exported " << items << " items to " << files.count()
              << " files and mapping.json in " << folder.string() << '\n';
  });
}

}  // namespace bulletin
