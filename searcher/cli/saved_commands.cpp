#include "searcher/cli/saved_commands.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <set>
#include <utility>

#include "indexer/base/console.hpp"
#include "searcher/output/result_json.hpp"

namespace bulletin {
namespace {

using nlohmann::ordered_json;

// A saved search run: what it found, and what of it is to be printed.
struct Ran {
  std::string name;
  std::unique_ptr<Searcher> searcher;
  OpenedResult result;           ///< Only the places to print.
  std::vector<std::string> ids;  ///< All it found, ascending.
};

Error no_search_called(const std::string& name) {
  return {ErrorCode::kBadUsage, "cannot find a saved search called '" + name + "'",
          "bulletin-search saved list"};
}

int add(const OutputOptions& output, const SavedRequest& saved, const SearchRequest& request) {
  const SavedSearch search{.index = std::filesystem::absolute(output.index),
                           .query = request.query,
                           .sort = request.sort};
  SearchRequest trial = request;
  trial.limit = 0;
  trial.facets = false;
  static_cast<void>(Searcher(search.index).open(trial));  // Refuses what no run could read.
  update_saved(saved.file, [&](SavedSearches& searches) {
    if (!searches.emplace(saved.name, search).second) {
      throw Error(ErrorCode::kBadUsage,
                  "cannot save '" + saved.name + "': there is a search of that name",
                  "bulletin-search saved remove " + saved.name);
    }
  });
  return EXIT_SUCCESS;
}

int remove(const SavedRequest& saved) {
  update_saved(saved.file, [&](SavedSearches& searches) {
    if (searches.erase(saved.name) == 0) {
      throw no_search_called(saved.name);
    }
  });
  return EXIT_SUCCESS;
}

int list(const OutputOptions& output, const SavedRequest& saved) {
  const SavedSearches searches = read_saved(saved.file);
  ordered_json rows = ordered_json::array();
  for (const auto& [name, search] : searches) {
    const std::size_t seen = search.seen ? search.seen->size() : 0;
    if (output.format == Format::kText) {
      std::cout << printable(name) << '\t' << printable(describe(search)) << '\t'
                << (search.seen ? std::to_string(seen) + " seen" : "never run with --new") << '\n';
    }
    rows.push_back({{"name", name},
                    {"search", describe(search)},
                    {"db", search.index.string()},
                    {"seen", search.seen ? ordered_json(seen) : ordered_json()}});
  }
  if (output.format != Format::kText) {
    std::cout << dump_line({{"schema", 1}, {"searches", std::move(rows)}});
  }
  return searches.empty() ? kExitNothing : EXIT_SUCCESS;
}

Ran run_one(const std::string& name, const SavedSearch& search, const SavedRequest& saved,
            Date today, std::set<std::string>& printed) {
  Ran ran{.name = name, .searcher = std::make_unique<Searcher>(search.index)};
  SearchRequest request{.query = search.query, .sort = search.sort, .limit = kAllHits};
  request.query.today = today;
  request.facets = false;
  ran.result = ran.searcher->open(request);
  std::vector<std::string> ids = ran.searcher->read_ids(ran.result);
  std::vector<Place> places;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const bool is_known =
        saved.only_new && search.seen && std::ranges::binary_search(*search.seen, ids[i]);
    if (!ids[i].empty() && !is_known && printed.insert(ids[i]).second) {
      places.push_back(ran.result.places[i]);
    }
  }
  ran.result.places = std::move(places);
  ran.result.head.total = ran.result.places.size();
  std::ranges::sort(ids);
  ran.ids = std::move(ids);
  return ran;
}

// Each search as a result of its own.
void print_apart(const OutputOptions& output, std::vector<Ran>& all) {
  for (Ran& ran : all) {
    const auto writer = writer_for(output, ran.name);
    std::cout << (output.format == Format::kText && all.size() > 1 ? printable(ran.name) + '\n'
                                                                   : "")
              << writer->head(ran.result.head);
    print_hits(*ran.searcher, ran.result, *writer);
    std::cout << writer->tail(ran.result.head);
  }
}

// One document for all of them.
void print_together(const OutputOptions& output, std::vector<Ran>& all) {
  const auto writer =
      writer_for(output, all.size() == 1 ? all.front().name : std::string("saved searches"));
  SearchResult head;
  for (Ran& ran : all) {
    ran.result.offset = head.total;
    head.total += ran.result.places.size();
  }
  if (all.size() == 1) {
    head = all.front().result.head;
  }
  std::cout << writer->head(head);
  for (Ran& ran : all) {
    print_hits(*ran.searcher, ran.result, *writer);
  }
  std::cout << writer->tail(head);
}

// Only what has left this program counts as seen.
void remember(const SavedRequest& saved, const std::vector<Ran>& all) {
  std::cout.flush();
  if (!output_wanted()) {
    return;
  }
  update_saved(saved.file, [&](SavedSearches& searches) {
    for (const Ran& ran : all) {
      if (const auto found = searches.find(ran.name); found != searches.end()) {
        found->second.seen = ran.ids;
      }
    }
  });
}

int run_them(const OutputOptions& output, const SavedRequest& saved, Date today) {
  const SavedSearches searches = read_saved(saved.file);
  if (!saved.all && !searches.contains(saved.name)) {
    throw no_search_called(saved.name);
  }
  const bool apart = output.format == Format::kText || output.format == Format::kMarkdown;
  std::vector<Ran> all;
  std::set<std::string> printed;
  for (const auto& [name, search] : searches) {
    if (saved.all || name == saved.name) {
      all.push_back(run_one(name, search, saved, today, printed));
      if (apart) {
        printed.clear();
      }
    }
  }
  const bool found =
      std::ranges::any_of(all, [](const Ran& ran) { return !ran.result.places.empty(); });
  if (found || output.format != Format::kText) {
    apart ? print_apart(output, all) : print_together(output, all);
  }
  if (saved.only_new) {
    remember(saved, all);
  }
  return found ? EXIT_SUCCESS : kExitNothing;
}

}  // namespace

int run_saved(const OutputOptions& output, const SavedRequest& saved,
              const SearchRequest& request) {
  if (saved.action == "list") {
    return list(output, saved);
  }
  const bool is_named = !saved.name.empty();
  if (is_named == (saved.action == "run" && saved.all)) {
    throw Error(ErrorCode::kBadUsage,
                is_named ? "cannot run one search and --all"
                         : "cannot " + saved.action + " a saved search: NAME is required");
  }
  if (saved.action == "add") {
    return add(output, saved, request);
  }
  if (saved.action == "remove") {
    return remove(saved);
  }
  if (saved.action == "run") {
    return run_them(output, saved, request.query.today);
  }
  throw Error(ErrorCode::kBadUsage,
              "cannot read 'saved " + saved.action + "': write add, list, remove or run");
}

}  // namespace bulletin
