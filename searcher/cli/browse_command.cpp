#include "searcher/cli/browse_command.hpp"

#include <csignal>
#include <cstdlib>
#include <iostream>

#include "searcher/browse/browse.hpp"
#include "searcher/cli/command_text.hpp"

namespace bulletin {

int run_browse(const OutputOptions& output, const SearchRequest& request) {
  Searcher searcher(output.index);
  const browse::Ended ended =
      browse::browse(searcher, output.labels, request, output.terminal.color);
  std::cout << command_text(ended.question, output.index) << std::endl;
  if (ended.signal != 0) {
    std::raise(ended.signal);  // Whoever waits for the program learns how it ended.
  }
  return EXIT_SUCCESS;
}

}  // namespace bulletin
