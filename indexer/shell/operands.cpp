#include "indexer/shell/operands.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

namespace bulletin {
namespace {

constexpr char kMark = '\x01';  // No option begins with it, and hardly any word does.

}  // namespace

std::vector<std::string> with_operands_marked(std::vector<std::string> arguments) {
  auto at = std::ranges::find(arguments, "--");
  if (at == arguments.end()) {
    return arguments;
  }
  for (at = arguments.erase(at); at != arguments.end(); ++at) {
    at->insert(at->begin(), kMark);
  }
  return arguments;
}

CLI::Option* takes_operands(CLI::Option* option) {
  return option->transform(
      [](const std::string& word) { return word.starts_with(kMark) ? word.substr(1) : word; });
}

}  // namespace bulletin
