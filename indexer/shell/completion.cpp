#include "indexer/shell/completion.hpp"

#include "indexer/shell/completion_tables.hpp"

namespace bulletin {

std::optional<Shell> shell_named(std::string_view name) {
  if (name == "bash") {
    return Shell::kBash;
  }
  if (name == "zsh") {
    return Shell::kZsh;
  }
  return name == "fish" ? std::optional(Shell::kFish) : std::nullopt;
}

std::string completion_script(const CommandDescription& program, Shell shell) {
  const CompletionTables tables = tables_of(program);
  switch (shell) {
    case Shell::kBash:
      return bash_script(tables);
    case Shell::kZsh:
      return zsh_script(tables);
    case Shell::kFish:
      break;
  }
  return fish_script(tables);
}

std::string posix_quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return quoted + '\'';
}

std::string fish_quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') {
      quoted += '\\';
    }
    quoted += c;
  }
  return quoted + '\'';
}

}  // namespace bulletin
