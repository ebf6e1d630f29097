#include "searcher/cli/commands.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>

#include "indexer/base/console.hpp"
#include "searcher/cli/result_json.hpp"
#include "searcher/cli/result_text.hpp"

namespace bulletin {
namespace {

// Six digits behind the point keep ties ties and the order of the ranking.
void print_run_line(const std::string& query_id, const Ranked& item, std::size_t rank) {
  std::array<char, 32> score{};
  std::snprintf(score.data(), score.size(), "%.6f", item.score);
  std::cout << query_id << " Q0 " << item.id << ' ' << rank << ' ' << score.data() << " bulletin\n";
}

// Leaves out the links whose other end is gone.
void keep_links(const std::vector<LinkedItem>& also, Bulletin& bulletin) {
  bulletin.also.clear();
  for (const LinkedItem& item : also) {
    bulletin.also.push_back(item.link);
  }
}

}  // namespace

int run_find(const OutputOptions& output, const SearchRequest& request) {
  Searcher searcher(output.index);
  const SearchResult result = searcher.search(request);
  std::cout << (output.json
                    ? dump_line(result_json(request.query.text, result, output.labels))
                    : result_text(result, output.labels, Terminal::of_stdout(output.color)));
  return result.total == 0 ? kExitNothing : EXIT_SUCCESS;
}

int run_show(const OutputOptions& output, const std::string& id) {
  Searcher searcher(output.index);
  std::optional<Bulletin> found = searcher.find(id);
  if (!found) {
    complain(kSearchProgram, "cannot show " + id + ": no such item");
    return kExitNothing;
  }
  const std::vector<LinkedItem> also = searcher.linked_with(*found);
  keep_links(also, *found);
  std::cout << (output.json
                    ? dump_line(to_json(*found))
                    : item_text(*found, also, output.labels, Terminal::of_stdout(output.color)));
  return EXIT_SUCCESS;
}

int run_why(const OutputOptions& output, const std::string& id) {
  Searcher searcher(output.index);
  std::optional<Bulletin> found = searcher.find(id);
  if (!found) {
    complain(kSearchProgram, "cannot explain " + id + ": no such item");
    return kExitNothing;
  }
  keep_links(searcher.linked_with(*found), *found);
  const RejectedReadings rejected = rejected_readings(*found, searcher.publisher());
  std::cout << (output.json
                    ? dump_line(why_json(*found, rejected))
                    : why_text(*found, rejected, output.labels, Terminal::of_stdout(output.color)));
  return EXIT_SUCCESS;
}

int run_queries(const std::filesystem::path& index, const std::filesystem::path& queries,
                SearchRequest request) {
  std::ifstream file(queries);
  if (!file || std::filesystem::is_directory(queries)) {
    throw Error(ErrorCode::kBadUsage,
                "cannot read queries " + queries.string() + ": " +
                    (file ? std::string("it is a folder") : std::strerror(errno)));
  }
  Searcher searcher(index);
  int status = EXIT_SUCCESS;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line) && output_wanted(); ++number) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      complain(kSearchProgram, "cannot run " + queries.string() + ":" + std::to_string(number) +
                                   ": not 'id<TAB>query'");
      status = kExitError;
      continue;
    }
    request.query.text = line.substr(tab + 1);
    std::size_t rank = 0;
    for (const Ranked& item : searcher.rank(request)) {
      print_run_line(line.substr(0, tab), item, ++rank);
    }
  }
  return status;
}

}  // namespace bulletin
