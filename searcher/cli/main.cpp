// bulletin-search: finds items in the index of a bulletin archive.

#include <cstdlib>
#include <string>
#include <vector>

#include "indexer/base/console.hpp"
#include "searcher/cli/arguments.hpp"
#include "searcher/cli/browse_command.hpp"
#include "searcher/cli/completion_command.hpp"
#include "searcher/cli/pager.hpp"
#include "searcher/cli/suggest_command.hpp"

namespace bulletin {
namespace {

int run(const std::vector<std::string>& list) {
  const Arguments arguments = parse_arguments(list);
  const OutputOptions& output = arguments.output;
  const bool pages = output.pages && output.format == Format::kText &&
                     arguments.command != Command::kBrowse && arguments.command != Command::kServe;
  const Pager pager(pages ? Pager::wanted() : "");
  switch (arguments.command) {
    case Command::kFind:
      return run_find(arguments.output, arguments.request, arguments.budget_ms);
    case Command::kShow:
      return run_show(arguments.output, arguments.id);
    case Command::kWhy:
      return run_why(arguments.output, arguments.id);
    case Command::kWhyQuery:
      return run_why_query(arguments.output, arguments.id, arguments.request.query);
    case Command::kSimilar:
      return run_similar(arguments.output, arguments.id, arguments.request.limit);
    case Command::kSaved:
      return run_saved(arguments.output, arguments.saved, arguments.request);
    case Command::kRun:
      return run_queries(arguments.output.index, arguments.queries_path, arguments.request);
    case Command::kCompletion:
      return run_completion(arguments);
    case Command::kSuggest:
      return run_suggest(arguments.output, arguments.request.query.text, arguments.request.limit);
    case Command::kBrowse:
      return run_browse(arguments.output, arguments.request);
    case Command::kServe:
      return run_serve(arguments.output.index, arguments.output.labels, arguments.serve);
    case Command::kDone:
      break;
  }
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace bulletin

int main(int argc, char** argv) {
  return bulletin::run_program(bulletin::kSearchProgram, [&] {
    return bulletin::run(std::vector<std::string>(argv + 1, argv + argc));
  });
}
