// Scripts by which shells complete the command lines of a program. They hold the options, their
// help and their choices; what changes from day to day (names of saved searches, ids) they ask the
// program for: `PROGRAM completion words NAME --prefix=TYPED`, one `word<TAB>about` a line.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/shell/command_description.hpp"

namespace bulletin {

/// The shells there is a script for.
enum class Shell : std::uint8_t { kBash, kZsh, kFish };

/// Returns the shell called `name`, or nothing.
[[nodiscard]] std::optional<Shell> shell_named(std::string_view name);

/// Returns the script that completes `program` in `shell`.
///
/// An option takes the same thing behind every command that has it. Options that the command
/// `completion` has are passed on when the program is asked for words.
[[nodiscard]] std::string completion_script(const CommandDescription& program, Shell shell);

/// Returns `text` as one word of bash and zsh, and as one of fish.
[[nodiscard]] std::string posix_quoted(std::string_view text);
[[nodiscard]] std::string fish_quoted(std::string_view text);

}  // namespace bulletin
