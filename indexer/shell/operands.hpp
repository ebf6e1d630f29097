// `--` for programs with commands: CLI11 forgets the command behind it once its least number of
// words is reached, so the words behind are marked before they are parsed and unmarked after.

#pragma once

#include <string>
#include <vector>

namespace CLI {
class Option;
}

namespace bulletin {

/// Returns `arguments` without the first `--`, each word behind it marked as no option.
[[nodiscard]] std::vector<std::string> with_operands_marked(std::vector<std::string> arguments);

/// Lets a positional option take marked words as they were; returns it.
CLI::Option* takes_operands(CLI::Option* option);

}  // namespace bulletin
