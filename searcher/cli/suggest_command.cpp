#include "searcher/cli/suggest_command.hpp"

#include <cstdlib>
#include <iostream>

#include "searcher/output/result_json.hpp"
#include "searcher/output/suggestions.hpp"

namespace bulletin {

int run_suggest(const OutputOptions& output, const std::string& prefix, std::size_t limit) {
  if (output.format != Format::kText && output.format != Format::kJson) {
    throw Error(ErrorCode::kBadUsage,
                "cannot print suggestions in this format: they take text or json");
  }
  IndexReader reader(output.index);
  const std::vector<Suggestion> suggestions = reader.read(
      "complete what is typed",
      [&](const Xapian::Database& database) { return suggest(database, prefix, limit); });
  std::cout << (output.format == Format::kJson ? dump_line(suggestions_json(prefix, suggestions))
                                               : suggestions_text(suggestions, output.terminal));
  return suggestions.empty() ? kExitNothing : EXIT_SUCCESS;
}

}  // namespace bulletin
