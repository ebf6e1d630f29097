// A command description turned into the tables that every completion script holds.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/shell/command_description.hpp"

namespace bulletin {

/// A command under its whole name: empty for the program itself, `saved run`.
struct CommandPath {
  std::string path;
  CommandDescription command;
};

/// What a script is made from.
struct CompletionTables {
  std::string program;   ///< `bulletin-search`
  std::string function;  ///< `_bulletin_search`: how names of shell functions begin.
  std::vector<CommandPath> commands;
  std::vector<OptionDescription> valued;  ///< Options that take something, each once.
  std::vector<std::string> passed_on;     ///< Options for whoever asks the program for words.
};

/// Makes the tables.
[[nodiscard]] CompletionTables tables_of(const CommandDescription& program);

/// Tells a script what to offer: `text`, `file`, `folder`, `words a b` or `ask NAME`.
[[nodiscard]] std::string offer_of(const ValueDescription& value);

/// Returns `text` with each `@NAME@` of `function`, `program` and `passed_on` filled in; the last
/// one as alternatives of a `case`.
[[nodiscard]] std::string filled_in(std::string_view text, const CompletionTables& tables);

/// Write the scripts.
[[nodiscard]] std::string bash_script(const CompletionTables& tables);
[[nodiscard]] std::string zsh_script(const CompletionTables& tables);
[[nodiscard]] std::string fish_script(const CompletionTables& tables);

}  // namespace bulletin
