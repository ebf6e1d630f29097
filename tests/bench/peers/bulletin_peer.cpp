// bulletin as one of the engines that scripts/bench-peers measures: the index opened once, queries
// as JSON Lines on standard input, answers as JSON Lines.
//
//   bulletin_peer ask INDEX REPEATS    {"id", "text", "facets"} -> {"id", "total", "cpu_ms", ...}
//   bulletin_peer facts INDEX          what each item counts under: {"id", "countries", ...}
//   bulletin_peer parts INDEX          what its bytes are spent on: {"stored items", ...}

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <limits>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include "indexer/schema/facet_values.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/schema.hpp"
#include "searcher/search/searcher.hpp"

namespace bulletin::bench {
namespace {

using nlohmann::json;

double processor_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

double wall_ms() {
  using Clock = std::chrono::steady_clock;
  return std::chrono::duration<double, std::milli>(Clock::now().time_since_epoch()).count();
}

json counts_of(const std::vector<Bucket>& buckets) {
  json counts = json::object();
  for (const Bucket& bucket : buckets) {
    if (bucket.value != kNone) {
      counts[bucket.value] = bucket.count;
    }
  }
  return counts;
}

SearchRequest request_for(const json& query) {
  SearchRequest request;
  request.query.text = query.at("text").get<std::string>();
  request.query.literal = true;
  request.query.translate = false;
  request.query.sound = false;
  request.facets = query.at("facets").get<bool>();
  request.excerpts = false;  // No other engine is asked for any.
  return request;
}

// The least of some runs: what else goes on in the machine only ever adds.
json measured(Searcher& searcher, const json& query, int repeats) {
  const SearchRequest request = request_for(query);
  SearchResult result;
  double first = 0;
  double cpu = std::numeric_limits<double>::max(), wall = cpu;
  for (int run = 0; run < repeats; ++run) {
    const double cpu_start = processor_ms(), wall_start = wall_ms();
    result = searcher.search(request);
    const double taken = processor_ms() - cpu_start;
    first = run == 0 ? taken : first;
    cpu = std::min(cpu, taken);
    wall = std::min(wall, wall_ms() - wall_start);
  }
  json answer{{"id", query.at("id")},
              {"total", result.total},
              {"cpu_ms", cpu},
              {"first_cpu_ms", first},
              {"wall_ms", wall}};
  if (result.facets) {
    answer["countries"] = counts_of(result.facets->country);
    answer["years"] = counts_of(result.facets->year);
  }
  return answer;
}

// As a server is set up.
void ask(const std::string& index, int repeats) {
  constexpr std::size_t kBytesOfPostings = std::size_t{128} << 20;
  const auto facet_column = std::make_shared<SharedFacetColumn>(index);
  facet_column->read_ahead();
  Searcher searcher(index, std::chrono::milliseconds(0), facet_column,
                    std::make_shared<KeptPostings>(kBytesOfPostings));
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << measured(searcher, json::parse(line), repeats).dump() << '\n';
  }
}

void print_facts(const std::string& index) {
  const Xapian::Database database = open_index(index);
  for (auto id = database.postlist_begin({}); id != database.postlist_end({}); ++id) {
    const Xapian::Document document = database.get_document(*id);
    const FacetValues values = unpack_facets(document.get_value(slot::kFacets));
    json months = json::array();
    for (const MonthNumber month : values.months) {
      months.push_back(month / 12 * 100 + month % 12 + 1);  // 201912
    }
    std::cout << json{{"id", decode_bulletin(document.get_data()).id},
                      {"countries", values.countries},
                      {"years", values.years},
                      {"months", months}}
                     .dump()
              << '\n';
  }
}

std::size_t bytes_of_values(const Xapian::Database& database, Xapian::valueno slot) {
  std::size_t bytes = 0;
  for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at) {
    bytes += (*at).size();
  }
  return bytes;
}

// Values lie in the same file as the postings.
void print_parts(const std::string& index) {
  const Xapian::Database database = open_index(index);
  const auto file = [&](const char* name) {
    return std::filesystem::file_size(std::filesystem::path(index) / "current" / name);
  };
  const std::size_t places = bytes_of_values(database, slot::kPlaces);
  const std::size_t story = bytes_of_values(database, slot::kStory);
  std::cout << json{{"stored items", file("docdata.glass")},
                    {"terms of each item", file("termlist.glass")},
                    {"places of terms", places},
                    {"story sketches", story},
                    {"postings and the rest", file("postlist.glass") - places - story}}
                   .dump()
            << '\n';
}

}  // namespace
}  // namespace bulletin::bench

int main(int argc, char** argv) {
  const std::string command = argc > 2 ? argv[1] : "";
  try {
    if (command == "ask" && argc == 4) {
      bulletin::bench::ask(argv[2], std::stoi(argv[3]));
      return 0;
    }
    if (command == "facts") {
      bulletin::bench::print_facts(argv[2]);
      return 0;
    }
    if (command == "parts") {
      bulletin::bench::print_parts(argv[2]);
      return 0;
    }
  } catch (const std::exception& error) {
    std::cerr << "bulletin_peer: cannot " << command << ": " << error.what() << '\n';
    return 2;
  }
  std::cerr << "usage: bulletin_peer ask INDEX REPEATS | facts INDEX | parts INDEX\n";
  return 2;
}
