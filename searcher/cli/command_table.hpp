// The commands of bulletin-search: which word chooses each, what stands behind it and which options
// it heeds. Help, completion and the manual page are made from this table; a command that is not in
// it does not exist.

#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "searcher/cli/command_line.hpp"

namespace bulletin {

/// A word behind a command.
struct PlaceRow {
  std::string_view name;  ///< `ID`; QUERIES.tsv is a FILE.
  std::string_view help;
  bool required = true;
  bool repeats = false;
};

/// One command, or what stands behind `saved`.
struct CommandRow {
  std::string_view path;  ///< `saved run`
  Command command;
  std::string_view summary;
  std::vector<PlaceRow> places;
  std::vector<std::string_view>
      options;  ///< Those it heeds beside --help; commands in commands none.
};

/// Returns all rows, those behind `saved` after it.
[[nodiscard]] std::span<const CommandRow> command_table();

/// Returns the command that `word` chooses, or nothing: then it begins a query.
[[nodiscard]] std::optional<Command> command_named(std::string_view word);

}  // namespace bulletin
