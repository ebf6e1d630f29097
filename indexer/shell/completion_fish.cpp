#include <algorithm>

#include "indexer/shell/completion.hpp"
#include "indexer/shell/completion_tables.hpp"

namespace bulletin {
namespace {

constexpr std::string_view kWalk = R"(
# Prints the command before the cursor, how many words stand behind it, and the options to pass on.
function _@function@_walk
    set -l command ''
    set -l place 0
    set -l option ''
    set -l rest ''
    set -l given
    set -l words (commandline -opc)
    for word in $words[2..-1]
        if test -n "$option"
            contains -- $option $_@function@_passed_on
            and set -a given $option $word
            set option ''
        else if test -n "$rest"
            set place (math $place + 1)
        else if test "$word" = --
            set rest yes
            test -z "$command"
            and set place 1
        else if string match -q -- '--*=*' $word
            contains -- (string split -m 1 = -- $word)[1] $_@function@_passed_on
            and set -a given $word
        else if string match -q -- '-?*' $word
            contains -- $word $_@function@_valued
            and set option $word
        else if test $place = 0; and contains -- (string trim -- "$command $word") $_@function@_commands
            set command (string trim -- "$command $word")
        else
            set place (math $place + 1)
        end
    end
    printf '%s\n' "$command" $place $given
end

# Tells whether the cursor is behind one of the commands.
function _@function@_behind
    set -l at (_@function@_walk)
    contains -- "$at[1]" $argv
end

# The same, with this number of words in between; `*` is any number.
function _@function@_at
    set -l at (_@function@_walk)
    test "$at[1]" = "$argv[1]"
    and test "$argv[2]" = '*' -o "$at[2]" = "$argv[2]"
end

function _@function@_ask
    set -l at (_@function@_walk)
    set -l program (commandline -opc)[1]
    string match -q -- '~/*' $program
    and set program (string replace -- '~' $HOME $program)
    set -l typed (commandline -ct | string replace -r -- '^--[^=]*=' '')
    set -l prefix
    test -n "$typed"
    and set prefix --prefix=$typed
    $program completion words $argv[1] $at[3..-1] $prefix 2>/dev/null
end

complete -c @program@ -f
)";

std::string words(const std::vector<std::string>& values) {
  std::string list;
  for (const std::string& value : values) {
    list += ' ' + fish_quoted(value);
  }
  return list;
}

std::string set_list(const CompletionTables& tables, std::string_view name,
                     const std::vector<std::string>& values) {
  return "set -g _" + tables.function + std::string(name) + words(values) + '\n';
}

// How `complete` is told what stands somewhere.
std::string offer(const CompletionTables& tables, const ValueDescription& value, bool of_option) {
  switch (value.takes) {
    case Takes::kNothing:
      return {};
    case Takes::kFile:
      return of_option ? " -r -F" : " -F";
    case Takes::kText:
      return of_option ? " -x" : "";
    case Takes::kFolder:
      return (of_option ? " -x" : "") +
             std::string(" -a '(__fish_complete_directories (commandline -ct))'");
    case Takes::kAsked:
      return (of_option ? " -x" : "") + std::string(" -a ") +
             fish_quoted("(_" + tables.function + "_ask " + fish_quoted(value.name) + ")");
    case Takes::kChoice:
      break;
  }
  std::string choices;
  for (const std::string& choice : value.choices) {
    choices += (choices.empty() ? "" : " ") + choice;
  }
  return (of_option ? " -x" : "") + std::string(" -a ") + fish_quoted(choices);
}

// An option with all commands that have it.
struct SharedOption {
  OptionDescription option;
  std::vector<std::string> paths;
};

std::vector<SharedOption> shared_options(const CompletionTables& tables) {
  std::vector<SharedOption> shared;
  for (const CommandPath& command : tables.commands) {
    for (const OptionDescription& option : command.command.options) {
      const auto known = std::ranges::find_if(shared, [&](const SharedOption& each) {
        return each.option.names == option.names && each.option.help == option.help;
      });
      if (known == shared.end()) {
        shared.push_back({option, {command.path}});
      } else {
        known->paths.push_back(command.path);
      }
    }
  }
  return shared;
}

std::string line(const CompletionTables& tables, const std::string& condition,
                 const std::string& rest) {
  return "complete -c " + tables.program + " -n " + fish_quoted('_' + tables.function + condition) +
         rest + '\n';
}

std::string option_line(const CompletionTables& tables, const SharedOption& shared) {
  std::string names;
  for (const std::string& name : shared.option.names) {
    names += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  return line(
      tables, "_behind" + words(shared.paths),
      names + offer(tables, shared.option.value, true) + " -d " + fish_quoted(shared.option.help));
}

std::string command_lines(const CompletionTables& tables, const CommandPath& command) {
  std::string lines;
  for (const CommandDescription& inner : command.command.commands) {
    lines += line(tables, "_at " + fish_quoted(command.path) + " 0",
                  " -a " + fish_quoted(inner.name) + " -d " + fish_quoted(inner.summary));
  }
  for (std::size_t i = 0; i < command.command.places.size(); ++i) {
    const PlaceDescription& place = command.command.places[i];
    const std::string offered = offer(tables, place.value, false);
    if (!offered.empty()) {
      lines += line(tables,
                    "_at " + fish_quoted(command.path) + ' ' +
                        fish_quoted(place.repeats ? "*" : std::to_string(i)),
                    offered);
    }
  }
  return lines;
}

}  // namespace

std::string fish_script(const CompletionTables& tables) {
  std::vector<std::string> paths, valued;
  std::string lines;
  for (const CommandPath& command : tables.commands) {
    paths.push_back(command.path);
    lines += command_lines(tables, command);
  }
  for (const OptionDescription& option : tables.valued) {
    valued.insert(valued.end(), option.names.begin(), option.names.end());
  }
  for (const SharedOption& shared : shared_options(tables)) {
    lines += option_line(tables, shared);
  }
  return "# fish completion of " + tables.program + "; made by: " + tables.program +
         " completion fish\n\n" + set_list(tables, "_commands", paths) +
         set_list(tables, "_valued", valued) + set_list(tables, "_passed_on", tables.passed_on) +
         filled_in(kWalk, tables) + lines;
}

}  // namespace bulletin
