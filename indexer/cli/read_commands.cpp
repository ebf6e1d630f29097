// build, add, sync, watch and understand: the commands that read files.

#include <cstdlib>
#include <iostream>
#include <optional>
#include <thread>

#include <nlohmann/json.hpp>

#include "indexer/base/console.hpp"
#include "indexer/base/error.hpp"
#include "indexer/cli/commands.hpp"
#include "indexer/ingest/item_files.hpp"
#include "indexer/ingest/publisher_file.hpp"
#include "indexer/ingest/read_path.hpp"
#include "indexer/pipeline/bulk_targets.hpp"
#include "indexer/pipeline/folder_watch.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "indexer/schema/index_folder.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

std::optional<Publisher> named_publisher(const fs::path& path) {
  return path.empty() ? std::nullopt : std::optional(read_publisher(path));
}

IndexTarget::Open writer_of(const ReadingCommand& command,
                            const std::optional<Publisher>& publisher) {
  return [&command, publisher] {
    return command.style.dry_run ? IndexWriter::rehearsal(command.index, publisher)
                                 : IndexWriter(command.index, publisher);
  };
}

// Commits what is whole, whether or not the run came to its end.
std::optional<std::size_t> finish(IndexTarget& target) {
  if (!target.is_open()) {
    return std::nullopt;
  }
  target.writer().link_stories();
  target.writer().refresh_suggestions();
  return target.writer().size();
}

std::uintmax_t bytes_of(const std::vector<fs::path>& files) {
  std::uintmax_t bytes = 0;
  for (const fs::path& file : files) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    bytes += error ? 0 : size;
  }
  return bytes;
}

std::size_t told_of(const ItemCounts& counts) {
  return counts.added + counts.replaced + counts.merged + counts.unchanged + counts.left_out;
}

// What one run of a command reads with, and what it tells.
struct Taking {
  FileTaker& taker;
  ItemCounts& counts;
  RunReport& report;
  const StopSignal& stop;
};

// Takes the items of all files at `paths`; `on_taken` is told of each file that has been read.
void take_paths(const std::vector<std::string>& paths, const ReadingCommand& command,
                const Taking& run, const std::function<void(const fs::path& file)>& on_taken) {
  const auto on_problem = [&](const Problem& problem) {
    ++run.counts.left_out;
    run.report.note_problem(problem);
  };
  for (const std::string& path : paths) {
    const std::size_t before = run.taker.items_read() + run.counts.left_out;
    const std::vector<fs::path> files = item_files(path, command.reading, on_problem);
    run.report.progress().expect(bytes_of(files));
    for (const fs::path& file : files) {
      if (!run.stop.is_set()) {
        run.taker.take(file);
        on_taken(file);
      }
    }
    if (run.taker.items_read() + run.counts.left_out == before && !run.stop.is_set()) {
      on_problem({{path, 0}, "no items in it"});
    }
  }
}

// One run of sync, opened and closed, so that others may write in between.
int sync_once(const ReadingCommand& command, const std::string& folder, RunReport& report,
              const StopSignal& stop) {
  IndexTarget target(writer_of(command, named_publisher(command.publisher)));
  if (holds_index(command.index)) {
    (void)target.writer();
  }
  const RunEvents events = report.events(stop);
  const SyncResult result = sync_folder(
      folder, target, command.reading, events,
      [&](FileChange change, const std::string& path) { report.note_change(change, path); },
      [&](std::uintmax_t bytes) { report.progress().expect(bytes); });
  const std::optional<std::size_t> size = finish(target);
  report.print(result.items, size, stop.is_set());
  return exit_status(result.items, stop.is_set());
}

// A burst that meets another writer waits for it.
void sync_burst(const ReadingCommand& command, const std::string& folder, const StopSignal& stop) {
  while (!stop.is_set() && output_wanted()) {
    try {
      RunReport report("watch", command.style);
      (void)sync_once(command, folder, report, stop);
      return;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::kIndexLocked) {
        throw;
      }
      std::this_thread::sleep_for(std::chrono::seconds(1));
    }
  }
}

}  // namespace

int run_build(const ReadingCommand& command, const std::vector<std::string>& paths) {
  const StopSignal stop;
  RunReport report("build", command.style);
  const RunEvents events = report.events(stop);
  BuildTarget target({command.index, named_publisher(command.publisher), command.limits});
  ItemCounts counts;
  FileTaker taker(target, command.reading, events, counts, Exports::kMakeAgain);
  take_paths(paths, command, {taker, counts, report, stop}, [](const fs::path&) {});
  if (stop.is_set()) {
    report.progress().clear();
    complain(kIndexProgram, "stopped: the index is as it was");
    return kExitStopped;
  }
  const std::optional<std::size_t> size = target.finish(counts);
  report.print(counts, size, false);
  return exit_status(counts, false);
}

int run_add(const ReadingCommand& command, const std::vector<std::string>& paths) {
  const StopSignal stop;
  RunReport report("add", command.style);
  const RunEvents events = report.events(stop);
  const std::optional<Publisher> publisher = named_publisher(command.publisher);
  AddTarget target(
      {command.index, publisher, command.limits},
      [&](const std::optional<Publisher>& wanted) { return writer_of(command, wanted)(); },
      command.style.dry_run ? AddTarget::Road::kOneByOne : AddTarget::Road::kAny);
  ItemCounts counts;
  FileTaker taker(target, command.reading, events, counts, Exports::kMakeAgain);
  take_paths(paths, command, {taker, counts, report, stop}, [&](const fs::path& file) {
    if (taker.changes() > 0) {
      target.forget_file(source_path(file));
    }
  });
  const std::optional<std::size_t> size = target.finish(counts);
  report.print(counts, size, stop.is_set());
  return exit_status(counts, stop.is_set());
}

int run_sync(const ReadingCommand& command, const std::string& folder) {
  const StopSignal stop;
  RunReport report("sync", command.style);
  return sync_once(command, folder, report, stop);
}

int run_watch(const ReadingCommand& command, const std::string& folder) {
  constexpr std::chrono::milliseconds kQuiet{300};
  const StopSignal stop;
  FolderWatch watch(folder, command.reading.with_documents);
  do {
    sync_burst(command, folder, stop);
  } while (output_wanted() && !stop.is_set() &&
           watch.wait(kQuiet, stop.descriptor()) == Woken::kByChange);
  return EXIT_SUCCESS;
}

int run_understand(const ReadingCommand& command, const std::vector<std::string>& paths) {
  const PublisherMatcher matcher(named_publisher(command.publisher).value_or(default_publisher()));
  RunReport report("understand", command.style);
  ItemCounts counts;
  const ItemSink sink{.on_item =
                          [&](const RawItem& item) {
                            if (output_wanted()) {
                              std::cout << to_json(make_bulletin(item, matcher)).dump() << '\n';
                            }
                            ++counts.added;
                            report.progress().step();
                          },
                      .on_problem =
                          [&](const Problem& problem) {
                            report.note_problem(problem);
                            ++counts.left_out;
                          }};
  for (const std::string& path : paths) {
    const std::size_t before = told_of(counts);
    read_path(path, command.reading, sink);
    if (told_of(counts) == before) {
      sink.on_problem({{path, 0}, "no items in it"});
    }
  }
  return exit_status(counts, false);
}

}  // namespace bulletin
