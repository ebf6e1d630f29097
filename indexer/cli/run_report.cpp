#include "indexer/cli/run_report.hpp"

#include <array>
#include <cstdlib>
#include <iostream>
#include <utility>

#include <nlohmann/json.hpp>

#include "indexer/base/console.hpp"
#include "indexer/cli/commands.hpp"

namespace bulletin {
namespace {

using nlohmann::ordered_json;

std::string_view change_name(FileChange change) {
  constexpr std::array<std::string_view, 3> kNames{"new", "changed", "gone"};
  return kNames[static_cast<std::size_t>(change)];
}

ordered_json counts_json(const ItemCounts& counts) {
  return {{"added", counts.added},     {"replaced", counts.replaced},
          {"merged", counts.merged},   {"unchanged", counts.unchanged},
          {"removed", counts.removed}, {"left_out", counts.left_out}};
}

}  // namespace

RunReport::RunReport(std::string command, ReportStyle style)
    : command_(std::move(command)), style_(style) {}

RunEvents RunReport::events(const StopSignal& stop) {
  return {.on_problem = [this](const Problem& problem) { note_problem(problem); },
          .on_file = [this](const FileRead& file, std::size_t items) { note_file(file, items); },
          .on_item = [this] { progress_.step(); },
          .on_bytes = [this](std::uintmax_t bytes) { progress_.advance(bytes); },
          .wants_to_stop = [&stop] { return stop.is_set(); }};
}

void RunReport::note_problem(const Problem& problem) {
  progress_.clear();
  complain(kIndexProgram, "cannot take " + at_origin(problem.origin) + ": " + problem.message);
  if (style_.json) {
    problems_.push_back(problem);
  }
}

void RunReport::note_file(const FileRead& file, std::size_t items) {
  if (style_.json) {
    files_.push_back({file, items});
  }
  if (style_.verbose) {
    progress_.clear();
    std::cerr << file.path << ": " << file.format << (file.encoding.empty() ? "" : ", ")
              << file.encoding << ", " << items << (items == 1 ? " item\n" : " items\n");
  }
}

void RunReport::note_change(FileChange change, const std::string& path) {
  progress_.clear();
  if (style_.json) {
    changes_.emplace_back(change, path);
  } else if (style_.dry_run) {
    std::cout << change_name(change) << ' ' << path << '\n';
  }
  if (style_.verbose && !style_.dry_run) {
    std::cerr << change_name(change) << ' ' << path << '\n';
  }
}

void RunReport::print(const ItemCounts& counts, std::optional<std::size_t> index_items,
                      bool stopped) {
  progress_.clear();
  if (stopped) {
    complain(kIndexProgram, "stopped: what was read until then is in the index");
  }
  if (style_.json) {
    print_json(counts, index_items, stopped);
    return;
  }
  std::cout << "added " << counts.added << ", replaced " << counts.replaced << ", unchanged "
            << counts.unchanged << ", left out " << counts.left_out;
  if (counts.merged > 0) {
    std::cout << ", merged " << counts.merged;
  }
  if (counts.removed > 0) {
    std::cout << ", removed " << counts.removed;
  }
  if (index_items) {
    std::cout << "; the index " << (style_.dry_run ? "would hold " : "holds ") << *index_items
              << " items";
  }
  std::cout << '\n' << std::flush;  // A watcher's reader waits for each line.
}

void RunReport::print_json(const ItemCounts& counts, std::optional<std::size_t> index_items,
                           bool stopped) {
  ordered_json object{{"schema", 1},
                      {"command", command_},
                      {"dry_run", style_.dry_run},
                      {"stopped", stopped},
                      {"items", counts_json(counts)},
                      {"index_items", index_items ? ordered_json(*index_items) : ordered_json()},
                      {"changes", ordered_json::array()},
                      {"files", ordered_json::array()},
                      {"problems", ordered_json::array()}};
  for (const auto& [change, path] : changes_) {
    object["changes"].push_back({{"change", change_name(change)}, {"path", path}});
  }
  for (const auto& [file, items] : files_) {
    object["files"].push_back({{"path", file.path},
                               {"format", file.format},
                               {"encoding", file.encoding},
                               {"items", items}});
  }
  for (const Problem& problem : problems_) {
    object["problems"].push_back({{"path", problem.origin.path},
                                  {"line", problem.origin.line},
                                  {"message", problem.message}});
  }
  // Names of files need not be UTF-8.
  std::cout << object.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << '\n'
            << std::flush;
  changes_.clear();
  files_.clear();
  problems_.clear();
}

int exit_status(const ItemCounts& counts, bool stopped) {
  if (stopped) {
    return kExitStopped;
  }
  if (counts.left_out == 0) {
    return EXIT_SUCCESS;
  }
  const std::size_t taken =
      counts.added + counts.replaced + counts.merged + counts.unchanged + counts.removed;
  return taken == 0 ? kExitError : kExitSomeLeftOut;
}

std::string at_origin(const Origin& origin) {
  return origin.line == 0 ? origin.path : origin.path + ":" + std::to_string(origin.line);
}

}  // namespace bulletin
