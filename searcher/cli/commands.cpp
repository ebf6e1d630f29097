#include "searcher/cli/commands.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>

#include "indexer/base/console.hpp"
#include "searcher/output/percent_encoding.hpp"
#include "searcher/output/result_json.hpp"
#include "searcher/output/result_text.hpp"
#include "searcher/output/similar_items.hpp"
#include "searcher/output/why_query.hpp"

namespace bulletin {
namespace {

// Six digits behind the point keep ties ties and the order of the ranking.
void print_run_line(const std::string& query_id, const Ranked& item, std::size_t rank) {
  std::array<char, 32> score{};
  std::snprintf(score.data(), score.size(), "%.6f", item.score);
  std::cout << query_id << " Q0 " << item.id << ' ' << rank << ' ' << score.data() << " bulletin\n";
}

constexpr std::size_t kPart = 200;  // Hits held at once.

// Only what the format shows is made.
OpenedResult open_result(Searcher& searcher, const OutputOptions& output, SearchRequest request,
                         const Deadline& deadline) {
  request.facets = request.facets && shows_facets(output.format);
  request.excerpts = output.format != Format::kIds;
  return searcher.open(request, deadline, kPart);
}

// `file:///srv/news.db`: the place a result without an address of its own comes from.
std::string file_address(const std::filesystem::path& path) {
  return "file://" + percent_encoded(std::filesystem::absolute(path).string(), "/");
}

bool item_as_json(Format format) {
  if (format != Format::kText && format != Format::kJson && format != Format::kJsonl) {
    throw Error(ErrorCode::kBadUsage, "cannot print an item in this format: it takes text or json");
  }
  return format != Format::kText;
}

}  // namespace

std::unique_ptr<ResultWriter> writer_for(const OutputOptions& output, const std::string& query) {
  return make_writer(output.format,
                     {.query = query,
                      .labels = output.labels,
                      .terminal = output.terminal,
                      .link = output.link.empty() ? file_address(output.index) : output.link});
}

void print_hits(Searcher& searcher, const OpenedResult& result, ResultWriter& writer) {
  for (const Hit& hit : result.first) {
    std::cout << writer.hit(hit);
  }
  for (std::size_t from = result.first.size(); from < result.places.size() && output_wanted();
       from += kPart) {
    for (const Hit& hit : searcher.read_hits(result, from, kPart)) {
      std::cout << writer.hit(hit);
    }
  }
}

int run_find(const OutputOptions& output, const SearchRequest& request, unsigned budget_ms) {
  Searcher searcher(output.index);
  const Deadline deadline =
      budget_ms == 0
          ? Deadline()
          : Deadline(std::chrono::steady_clock::now() + std::chrono::milliseconds(budget_ms));
  const auto writer = writer_for(output, request.query.text);
  const OpenedResult result = open_result(searcher, output, request, deadline);
  std::cout << writer->head(result.head);
  print_hits(searcher, result, *writer);
  if (output.format == Format::kText) {
    std::cout << paging_text(result.head, request.offset, result.places.size(), output.terminal);
  }
  std::cout << writer->tail(result.head);
  return result.head.total == 0 ? kExitNothing : EXIT_SUCCESS;
}

int run_show(const OutputOptions& output, const std::string& id) {
  const bool as_json = item_as_json(output.format);
  Searcher searcher(output.index);
  std::optional<Bulletin> found = searcher.find(id);
  if (!found) {
    complain(kSearchProgram, "cannot show " + id + ": no such item");
    return kExitNothing;
  }
  const std::vector<LinkedItem> also = searcher.linked_with(*found);
  keep_links(also, *found);
  std::cout << (as_json ? dump_line(to_json(*found))
                        : item_text(*found, also, output.labels, output.terminal));
  return EXIT_SUCCESS;
}

int run_why(const OutputOptions& output, const std::string& id) {
  const bool as_json = item_as_json(output.format);
  Searcher searcher(output.index);
  std::optional<Bulletin> found = searcher.find(id);
  if (!found) {
    complain(kSearchProgram, "cannot explain " + id + ": no such item");
    return kExitNothing;
  }
  keep_links(searcher.linked_with(*found), *found);
  const RejectedReadings rejected = rejected_readings(*found, searcher.publisher());
  std::cout << (as_json ? dump_line(why_json(*found, rejected))
                        : why_text(*found, rejected, output.labels, output.terminal));
  return EXIT_SUCCESS;
}

int run_why_query(const OutputOptions& output, const std::string& id, const QueryRequest& request) {
  const bool as_json = item_as_json(output.format);
  const std::optional<ExplainedItem> found = Searcher(output.index).explain(id, request);
  if (!found) {
    complain(kSearchProgram, "cannot explain " + id + ": no such item");
    return kExitNothing;
  }
  std::cout << (as_json ? dump_line(why_query_json(*found, request.text, output.labels))
                        : why_query_text(*found, output.labels, output.terminal));
  return found->explanation.is_hit ? EXIT_SUCCESS : kExitNothing;
}

int run_similar(const OutputOptions& output, const std::string& id, std::size_t count) {
  const bool as_json = item_as_json(output.format);
  const std::optional<SimilarItems> found = Searcher(output.index).similar(id, count);
  if (!found) {
    complain(kSearchProgram, "cannot find items like " + id + ": no such item");
    return kExitNothing;
  }
  std::cout << (as_json ? similar_json(*found)
                        : similar_text(*found, output.labels, output.terminal));
  return found->same_language.empty() && found->other_languages.empty() ? kExitNothing
                                                                        : EXIT_SUCCESS;
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
