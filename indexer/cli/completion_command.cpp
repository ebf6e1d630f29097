#include "indexer/cli/completion_command.hpp"

#include <cstdlib>
#include <iostream>

#include "indexer/base/error.hpp"
#include "indexer/schema/item_ids.hpp"
#include "indexer/shell/completion.hpp"
#include "indexer/shell/word_line.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMostIds = 100;

void print_words(const std::filesystem::path& index, const std::string& name,
                 const std::string& prefix) {
  if (name == "SHELL") {
    for (const char* shell : {"bash", "zsh", "fish"}) {
      std::cout << word_line(shell, "", prefix);
    }
  } else if (name == "KEY=VALUE") {
    for (const char* key : {"country=", "date=", "kind=", "title="}) {
      std::cout << word_line(key, "", prefix);
    }
  } else if (name == "ID") {
    try {
      for (const NamedItem& item : items_beginning_with(index, prefix, kMostIds)) {
        std::cout << word_line(item.id, item.headline, prefix);
      }
    } catch (const Error&) {  // A shell that completes is no place to complain.
    }
  }
}

}  // namespace

int run_completion(const CommandDescription& program, const std::filesystem::path& index,
                   const std::vector<std::string>& request, const std::string& prefix) {
  if (request.front() == "words") {
    print_words(index, request.size() > 1 ? request[1] : "", prefix);
    return EXIT_SUCCESS;
  }
  const auto shell = shell_named(request.front());
  if (!shell || request.size() > 1) {
    throw Error(ErrorCode::kBadUsage,
                "cannot complete for '" + request.front() + "': write bash, zsh or fish");
  }
  std::cout << completion_script(program, *shell);
  return EXIT_SUCCESS;
}

}  // namespace bulletin
