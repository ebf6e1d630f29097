#include <algorithm>

#include "indexer/shell/completion.hpp"
#include "indexer/shell/completion_tables.hpp"

namespace bulletin {
namespace {

// The function is called as its file is, so that compinit can load it by name.
constexpr std::string_view kWalk = R"(
# Finds `command`, how many words stand behind it, and the `option` that waits for its value.
@function@_walk() {
  local word
  for word in "${(@Q)words[2,CURRENT-1]}"; do
    if [[ -n $option ]]; then
      case $option in (@passed_on@) given+=("$option" "${word/#\~\//$HOME/}") ;; esac
      option=
    elif [[ -z $rest && $word == -- ]]; then
      rest=yes
    elif [[ -z $rest && $word == --*=* ]]; then
      case ${word%%=*} in (@passed_on@) given+=("${word/=\~\//=$HOME/}") ;; esac
    elif [[ -z $rest && $word == -?* ]]; then
      @function@_value "$word"
      [[ -n $REPLY ]] && option=$word
    else
      @function@_commands "$command"
      if [[ -z $rest && $place == 0 && -n ${(M)reply:#${(b)word}:*} ]]; then
        command=${command:+$command }$word
      else
        ((++place))
      fi
    fi
  done
}

# Offers the words that the program knows, each with what it says about it.
@function@_ask() {
  local word about typed=${(Q)PREFIX} program=${(Q)words[1]/#\~\//$HOME/}
  local -a found shown
  while IFS=$'\t' read -r word about; do
    found+=("$word")
    shown+=("$word${about:+  -- $about}")
  done < <("$program" completion words "$1" "${given[@]}" ${typed:+"--prefix=$typed"} 2>/dev/null)
  compadd -l -d shown -a found
}

_@program@() {
  local command= option= place=0 rest= REPLY=
  local -a given reply
  @function@_walk
  if [[ -z $option$rest && $PREFIX == --*=* ]]; then
    option=${PREFIX%%=*}
    compset -P 1 '*='
  fi
  if [[ -n $option ]]; then
    @function@_value "$option"
  elif [[ -z $rest && $PREFIX == -* ]]; then
    @function@_options "$command"
    _describe -o option reply
    return
  else
    @function@_commands "$command"
    if [[ $#reply -gt 0 && -z $rest && $place == 0 ]]; then
      _describe command reply
      return
    fi
    @function@_place "$command:$place"
  fi
  case $REPLY in
    (file) _files ;;
    (folder) _files -/ ;;
    (words *) compadd -- ${=REPLY#words } ;;
    (ask *) @function@_ask "${REPLY#ask }" ;;
  esac
}

if [[ $funcstack[1] == _@program@ ]]; then
  _@program@ "$@"
elif (( $+functions[compdef] )); then
  compdef _@program@ @program@
fi
)";

std::string function(const CompletionTables& tables, std::string_view name, const std::string& rows,
                     std::string_view otherwise) {
  return '\n' + tables.function + std::string(name) + "() {\n  case $1 in\n" + rows + "    (*) " +
         std::string(otherwise) + " ;;\n  esac\n}\n";
}

std::string row(const std::string& pattern, const std::string& reply) {
  return "    (" + pattern + ") REPLY=" + posix_quoted(reply) + " ;;\n";
}

// `'name:what it is about'`, a colon of the name escaped.
std::string described(const std::string& name, const std::string& about) {
  std::string text;
  for (const char c : name) {
    text += c == ':' ? std::string("\\:") : std::string(1, c);
  }
  return ' ' + posix_quoted(text + ':' + about);
}

std::string options_row(const CommandPath& command) {
  std::string row = "    (" + posix_quoted(command.path) + ") reply=(";
  for (const OptionDescription& option : command.command.options) {
    for (const std::string& name : option.names) {
      row += "\n     " + described(name, option.help);
    }
  }
  return row + ") ;;\n";
}

std::string commands_row(const CommandPath& command) {
  std::string row = "    (" + posix_quoted(command.path) + ") reply=(";
  for (const CommandDescription& inner : command.command.commands) {
    row += "\n     " + described(inner.name, inner.summary);
  }
  return row + ") ;;\n";
}

}  // namespace

std::string zsh_script(const CompletionTables& tables) {
  std::string commands, options, values, places;
  for (const CommandPath& command : tables.commands) {
    options += options_row(command);
    commands += command.command.commands.empty() ? "" : commands_row(command);
    for (std::size_t i = 0; i < command.command.places.size(); ++i) {
      const PlaceDescription& place = command.command.places[i];
      places += row(posix_quoted(command.path + ':') + (place.repeats ? "*" : std::to_string(i)),
                    offer_of(place.value));
    }
  }
  for (const OptionDescription& option : tables.valued) {
    std::string pattern;
    for (const std::string& name : option.names) {
      pattern += (pattern.empty() ? "" : "|") + name;
    }
    values += row(pattern, offer_of(option.value));
  }
  return "#compdef " + tables.program + "\n# zsh completion of " + tables.program +
         "; made by: " + tables.program + " completion zsh\n" +
         function(tables, "_commands", commands, "reply=()") +
         function(tables, "_options", options, "reply=()") +
         function(tables, "_value", values, "REPLY=") +
         function(tables, "_place", places, "REPLY=") + filled_in(kWalk, tables);
}

}  // namespace bulletin
