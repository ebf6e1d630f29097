#include "indexer/cli/commands.hpp"

#include <cstdlib>
#include <iostream>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "indexer/base/console.hpp"
#include "indexer/base/error.hpp"
#include "indexer/cli/progress.hpp"
#include "indexer/ingest/publisher_file.hpp"
#include "indexer/ingest/read_path.hpp"
#include "indexer/pipeline/index_stats.hpp"
#include "indexer/pipeline/index_writer.hpp"
#include "indexer/pipeline/make_bulletin.hpp"

namespace bulletin {
namespace {

// What became of the input.
struct Tally {
  std::size_t added = 0;
  std::size_t replaced = 0;
  std::size_t unchanged = 0;
  std::size_t left_out = 0;

  [[nodiscard]] std::size_t taken() const { return added + replaced + unchanged; }

  void count(AddOutcome outcome) {
    switch (outcome) {
      case AddOutcome::kAdded:
        ++added;
        break;
      case AddOutcome::kReplaced:
        ++replaced;
        break;
      case AddOutcome::kUnchanged:
        ++unchanged;
        break;
    }
  }

  [[nodiscard]] int exit_status() const {
    if (left_out == 0) {
      return EXIT_SUCCESS;
    }
    return taken() == 0 ? kExitError : kExitSomeLeftOut;
  }
};

std::string at_origin(const Origin& origin) {
  return origin.line == 0 ? origin.path : origin.path + ":" + std::to_string(origin.line);
}

// Reads all paths; hands on items and counts what has to be left out.
void read_all(const std::vector<std::string>& paths, Tally& tally,
              const std::function<void(const RawItem&)>& on_item) {
  Progress progress;
  const ItemSink sink{.on_item =
                          [&](const RawItem& item) {
                            on_item(item);
                            progress.step();
                          },
                      .on_problem =
                          [&](const Problem& problem) {
                            progress.clear();
                            complain(kIndexProgram, "cannot take " + at_origin(problem.origin) +
                                                        ": " + problem.message);
                            ++tally.left_out;
                          }};
  for (const std::string& path : paths) {
    const std::size_t before = tally.taken() + tally.left_out;
    read_path(path, {}, sink);
    if (tally.taken() + tally.left_out == before) {
      sink.on_problem({{path, 0}, "no items in it"});
    }
  }
}

std::optional<Publisher> named_publisher(const std::filesystem::path& path) {
  return path.empty() ? std::nullopt : std::optional(read_publisher(path));
}

void print_counts(const std::string& title, const std::map<std::string, std::size_t>& counts) {
  std::cout << title << ':';
  for (const auto& [value, count] : counts) {
    std::cout << ' ' << value << ' ' << count;
  }
  std::cout << '\n';
}

}  // namespace

int run_add(const std::filesystem::path& index, const std::vector<std::string>& paths,
            const std::filesystem::path& publisher) {
  const std::optional<Publisher> named = named_publisher(publisher);
  std::optional<IndexWriter> writer;  // Opened for the first item: no item, no new index.
  Tally tally;
  read_all(paths, tally, [&](const RawItem& item) {
    if (!writer) {
      writer.emplace(index, named);
    }
    tally.count(writer->add(make_bulletin(item, writer->publisher())));
  });
  if (writer) {
    writer->commit();
  }
  std::cout << "added " << tally.added << ", replaced " << tally.replaced << ", unchanged "
            << tally.unchanged << ", left out " << tally.left_out;
  if (writer) {
    std::cout << "; the index holds " << writer->size() << " items";
  }
  std::cout << '\n';
  return tally.exit_status();
}

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
  writer.commit();
  std::cout << "removed " << removed << "; the index holds " << writer.size() << " items\n";
  if (removed == ids.size()) {
    return EXIT_SUCCESS;
  }
  return removed == 0 ? kExitError : kExitSomeLeftOut;
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

int run_understand(const std::vector<std::string>& paths, const std::filesystem::path& publisher) {
  const PublisherMatcher matcher(named_publisher(publisher).value_or(default_publisher()));
  Tally tally;
  read_all(paths, tally, [&](const RawItem& item) {
    if (output_wanted()) {
      std::cout << to_json(make_bulletin(item, matcher)).dump() << '\n';
    }
    ++tally.added;
  });
  return tally.exit_status();
}

}  // namespace bulletin
