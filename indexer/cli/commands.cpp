// remove, set, reindex and stats: the commands that work on what the index holds.

#include "indexer/cli/commands.hpp"

#include <cstdlib>
#include <iostream>
#include <optional>

#include <nlohmann/json.hpp>

#include "indexer/base/console.hpp"
#include "indexer/base/error.hpp"
#include "indexer/ingest/publisher_file.hpp"
#include "indexer/pipeline/index_notes.hpp"
#include "indexer/pipeline/index_stats.hpp"
#include "indexer/pipeline/index_writer.hpp"
#include "indexer/pipeline/reindex.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/next_generation.hpp"
#include "indexer/schema/schema.hpp"

namespace bulletin {
namespace {

void print_counts(const std::string& title, const std::map<std::string, std::size_t>& counts) {
  std::cout << title << ':';
  for (const auto& [value, count] : counts) {
    std::cout << ' ' << value << ' ' << count;
  }
  std::cout << '\n';
}

void print_correction(const std::string& id, const Correction& correction) {
  std::cout << id << ": "
            << (correction == Correction{} ? "nothing is set" : correction_text(correction))
            << '\n';
}

[[noreturn]] void throw_no_item(const std::string& attempt, const std::string& id) {
  throw Error(ErrorCode::kBadUsage, "cannot " + attempt + " " + id + ": no such item",
              "bulletin-search shows the ids of items");
}

// Shows what is set without keeping others from writing.
int show_correction(const std::filesystem::path& index, const std::string& id) {
  const Xapian::Database database = open_index(index);
  const auto corrections = read_corrections(database);
  const auto known = corrections.find(id);
  if (known == corrections.end() && !database.term_exists(id_term(id))) {
    throw_no_item("show what is set of", id);
  }
  print_correction(id, known == corrections.end() ? Correction{} : known->second);
  return EXIT_SUCCESS;
}

}  // namespace

int run_remove(const std::filesystem::path& index, const std::vector<std::string>& ids) {
  IndexWriter writer = IndexWriter::existing(index);
  std::size_t removed = 0;
  for (const std::string& id : ids) {
    if (writer.remove(id)) {
      ++removed;
    } else {
      complain(kIndexProgram, "cannot remove " + id + ": no such item");
    }
  }
  writer.link_stories();
  writer.refresh_suggestions();
  std::cout << "removed " << removed << "; the index holds " << writer.size() << " items\n";
  if (removed == ids.size()) {
    return EXIT_SUCCESS;
  }
  return removed == 0 ? kExitError : kExitSomeLeftOut;
}

int run_set(const std::filesystem::path& index, const std::string& id,
            const std::vector<std::string>& assignments, bool clear) {
  if (assignments.empty() && !clear) {
    return show_correction(index, id);
  }
  IndexWriter writer = IndexWriter::existing(index);
  Correction correction = writer.correction(id);
  if (!writer.find(id) && (correction == Correction{} || !assignments.empty())) {
    throw_no_item("set", id);
  }
  if (clear) {
    correction = {};
  }
  for (const std::string& assignment : assignments) {
    take_assignment(assignment, correction);
  }
  writer.correct(id, correction);
  writer.link_stories();
  writer.refresh_suggestions();
  print_correction(id, correction);
  return EXIT_SUCCESS;
}

int run_reindex(const std::filesystem::path& index, const std::filesystem::path& publisher) {
  const std::optional<Publisher> named =
      publisher.empty() ? std::nullopt : std::optional(read_publisher(publisher));
  const StopSignal stop;
  Progress progress;
  const auto done = reindex(index, named, [&](std::size_t, std::size_t all) {
    progress.expect(all);
    progress.advance(1);
    progress.step();
    return !stop.is_set();
  });
  progress.clear();
  if (!done) {
    complain(kIndexProgram, "stopped: the index is as it was");
    return kExitStopped;
  }
  std::cout << "read " << *done << " items again; " << generation_in_use(index) << " is in use\n";
  return EXIT_SUCCESS;
}

int run_compact(const std::filesystem::path& index) {
  const std::uintmax_t before = index_bytes(index);
  compact_index(index);
  std::cout << "compacted " << before << " to " << index_bytes(index) << " bytes; "
            << generation_in_use(index) << " is in use\n";
  return EXIT_SUCCESS;
}

int run_stats(const std::filesystem::path& index, bool as_json) {
  const IndexStats stats = read_stats(index);
  if (as_json) {
    const nlohmann::ordered_json object{{"schema", 1},
                                        {"items", stats.items},
                                        {"lang", stats.by_lang},
                                        {"country", stats.by_country},
                                        {"year", stats.by_year},
                                        {"bytes", stats.bytes},
                                        {"format", stats.schema},
                                        {"analyzer", stats.analyzer}};
    std::cout << object.dump() << '\n';
    return EXIT_SUCCESS;
  }
  std::cout << "items: " << stats.items << "\nbytes: " << stats.bytes << '\n';
  print_counts("languages", stats.by_lang);
  print_counts("countries", stats.by_country);
  print_counts("years", stats.by_year);
  std::cout << "format: schema " << stats.schema << ", analyzer " << stats.analyzer << '\n';
  return EXIT_SUCCESS;
}

}  // namespace bulletin
