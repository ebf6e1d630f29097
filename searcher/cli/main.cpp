// bulletin-search: finds items in the index of a bulletin archive.

#include <cstdlib>
#include <string>
#include <vector>

#include "indexer/base/console.hpp"
#include "searcher/cli/arguments.hpp"

namespace bulletin {
namespace {

int run(const std::vector<std::string>& list) {
  const Arguments arguments = parse_arguments(list);
  switch (arguments.command) {
    case Command::kFind:
      return run_find(arguments.output, arguments.request);
    case Command::kShow:
      return run_show(arguments.output, arguments.id);
    case Command::kWhy:
      return run_why(arguments.output, arguments.id);
    case Command::kRun:
      return run_queries(arguments.output.index, arguments.queries_path, arguments.request);
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
