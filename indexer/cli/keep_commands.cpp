// check, repair, backup, restore and shards: the commands that keep an index from harm.

#include <cstdlib>
#include <iostream>

#include <nlohmann/json.hpp>

#include "indexer/base/console.hpp"
#include "indexer/base/error.hpp"
#include "indexer/cli/commands.hpp"
#include "indexer/pipeline/check_index.hpp"
#include "indexer/pipeline/repair.hpp"
#include "indexer/schema/backup.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/shard_places.hpp"

namespace bulletin {
namespace {

using nlohmann::ordered_json;

void print_check(const CheckResult& result) {
  for (const std::string& line : result.looked_at) {
    std::cout << line << '\n';
  }
  for (const std::string& note : result.notes) {
    std::cout << "note: " << note << '\n';
  }
  for (const Fault& fault : result.faults) {
    std::cout << "fault: " << fault.what << "\n  next: " << fault.next_step << '\n';
  }
  if (result.more_faults > 0) {
    std::cout << "and " << result.more_faults << " more faults like these\n";
  }
  std::cout << (result.faults.empty() ? "clean\n" : "not clean\n");
}

// Names in an index need not be UTF-8.
void print_check_json(const CheckResult& result) {
  ordered_json object{{"schema", 1},
                      {"clean", result.faults.empty()},
                      {"looked_at", result.looked_at},
                      {"notes", result.notes},
                      {"faults", ordered_json::array()},
                      {"more_faults", result.more_faults}};
  for (const Fault& fault : result.faults) {
    object["faults"].push_back({{"what", fault.what}, {"next_step", fault.next_step}});
  }
  std::cout << object.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << '\n';
}

std::string counted_items(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " item" : " items");
}

}  // namespace

int run_check(const std::filesystem::path& index, bool as_json) {
  Progress progress;
  const CheckResult result = check_index(index, [&](std::size_t done, std::size_t all) {
    if (done == 1) {
      progress.expect(all);
    }
    progress.advance(1);
    progress.step();
  });
  progress.clear();
  as_json ? print_check_json(result) : print_check(result);
  return result.faults.empty() ? EXIT_SUCCESS : EXIT_FAILURE;
}

int run_repair(const std::filesystem::path& index) {
  const StopSignal stop;
  Progress progress;
  const auto repaired = repair(
      index,
      [&](std::size_t, std::size_t all) {
        progress.expect(all);
        progress.advance(1);
        progress.step();
        return !stop.is_set();
      },
      [&](const std::string& what) {
        progress.clear();
        complain(kIndexProgram, "cannot repair " + what);
      });
  progress.clear();
  if (!repaired) {
    complain(kIndexProgram, "stopped: the index is as it was");
    return kExitStopped;
  }
  for (const std::string& lost : repaired->lost_notes) {
    complain(kIndexProgram, "cannot repair " + lost);
  }
  std::cout << "made anew of " << counted_items(repaired->items) << ", left out "
            << repaired->left_out << "; " << generation_in_use(index) << " is in use\n";
  return repaired->left_out == 0 && repaired->lost_notes.empty() ? EXIT_SUCCESS : kExitSomeLeftOut;
}

int run_backup(const std::filesystem::path& index, const std::filesystem::path& folder) {
  const CopiedIndex copy = backup_index(index, folder);
  std::cout << "backed up " << counted_items(copy.items) << " to " << copy.folder.string() << '\n';
  return EXIT_SUCCESS;
}

int run_restore(const std::filesystem::path& index, const std::filesystem::path& backup) {
  const CopiedIndex made = restore_index(index, backup);
  std::cout << "restored " << counted_items(made.items) << "; " << made.folder.filename().string()
            << " is in use\n";
  return EXIT_SUCCESS;
}

int run_shards(const std::filesystem::path& index, bool as_json) {
  const std::vector<FoundShard> shards = find_shards(index);
  ordered_json object{{"schema", 1}, {"shards", ordered_json::array()}};
  bool are_all_there = true;
  for (const FoundShard& shard : shards) {
    const std::size_t number = object["shards"].size() + 1;
    object["shards"].push_back({{"number", number},
                                {"place", name_of(shard.place)},
                                {"items", shard.items},
                                {"absence", shard.absence.value_or("")}});
    are_all_there = are_all_there && !shard.absence;
    if (!as_json) {
      std::cout << number << "  " << name_of(shard.place) << "  "
                << shard.absence.value_or(counted_items(shard.items)) << '\n';
    }
  }
  if (as_json) {
    std::cout << object.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << '\n';
  }
  return are_all_there ? EXIT_SUCCESS : EXIT_FAILURE;
}

int run_place_shard(const std::filesystem::path& index, std::size_t number,
                    const std::string& place) {
  if (place.empty()) {
    throw Error(ErrorCode::kBadUsage,
                "cannot place shard " + std::to_string(number) + ": nothing says where it lies now",
                "bulletin-index shards " + std::to_string(number) + " FOLDER or HOST:PORT");
  }
  place_shard(index, number - 1, place);
  return run_shards(index, false);
}

}  // namespace bulletin
