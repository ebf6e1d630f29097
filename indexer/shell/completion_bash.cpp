#include "indexer/shell/completion.hpp"
#include "indexer/shell/completion_tables.hpp"

namespace bulletin {
namespace {

// Bash cuts words at `=` and `:`; they are put together again, and what stands before the last cut
// is taken off each candidate. Nothing typed is ever evaluated.
constexpr std::string_view kWalk = R"(
# A word as the shell would pass it on, as far as that can be told without running anything.
@function@_plain() {
  REPLY=${1//[\\\"\']/}
  REPLY=${REPLY/#\~\//$HOME/}
}

# Puts the words up to the cursor into `line`.
@function@_join() {
  local i word glue=
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if ((i > 0)) && [[ -n $glue || $word == [:=]* ]]; then
      line[${#line[@]}-1]+=$word
    else
      line+=("$word")
    fi
    [[ $word == *[:=] ]] && glue=yes || glue=
  done
}

# Finds `command`, how many words stand behind it, and the `option` that waits for its value.
@function@_walk() {
  local i word
  for ((i = 1; i < ${#line[@]} - 1; i++)); do
    word=${line[i]}
    if [[ -n $option ]]; then
      @function@_plain "$word"
      case $option in @passed_on@) given+=("$option" "$REPLY") ;; esac
      option=
    elif [[ -z $rest && $word == -- ]]; then
      rest=yes
    elif [[ -z $rest && $word == --*=* ]]; then
      @function@_plain "$word"
      case ${word%%=*} in @passed_on@) given+=("$REPLY") ;; esac
    elif [[ -z $rest && $word == -?* ]]; then
      @function@_value "$word"
      [[ -n $REPLY ]] && option=$word
    else
      @function@_commands "$command"
      if [[ -z $rest && $place == 0 && " $REPLY " == *" $word "* ]]; then
        command=${command:+$command }$word
      else
        ((++place))
      fi
    fi
  done
}

# Tells in REPLY what belongs at the cursor, where `current` stands.
@function@_wanted() {
  if [[ -z $option$rest && $current == --*=* ]]; then
    option=${current%%=*}
    current=${current#*=}
  fi
  if [[ -n $option ]]; then
    @function@_value "$option"
  elif [[ -z $rest && $current == -* ]]; then
    @function@_options "$command"
    REPLY="words $REPLY"
  else
    @function@_commands "$command"
    if [[ -n $REPLY && -z $rest && $place == 0 ]]; then
      REPLY="words $REPLY"
    else
      @function@_place "$command:$place"
    fi
  fi
}

# Offers those of the words on stdin that begin with $1, but for $2, which stands before the cut.
@function@_offer() {
  local word about
  while IFS=$'\t' read -r word about; do
    [[ $word == "$1"* ]] || continue
    word=${word:${#2}}
    [[ $current == [\"\']* ]] || printf -v word '%q' "$word"
    COMPREPLY+=("$word")
  done
  [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *[=,] ]] && compopt -o nospace
}

@function@() {
  local -a line=() given=()
  local command= option= place=0 rest= current= typed= tail= wanted= word= REPLY=
  COMPREPLY=()
  @function@_join
  @function@_walk
  current=${line[${#line[@]}-1]}
  @function@_wanted
  wanted=$REPLY
  @function@_plain "$current"
  typed=$REPLY
  tail=${COMP_WORDS[COMP_CWORD]}
  [[ $tail == [:=]* ]] && tail=
  @function@_plain "$tail"
  tail=$REPLY
  case $wanted in
    file | folder)
      compopt -o filenames
      [[ $wanted == file ]] && word=-f || word=-d
      while IFS= read -r word; do
        COMPREPLY+=("$word")
      done < <(compgen "$word" -- "$tail")
      ;;
    words\ *) @function@_offer "$typed" "${typed%"$tail"}" < <(tr ' ' '\n' <<<"${wanted#words }") ;;
    ask\ *)
      @function@_plain "${COMP_WORDS[0]}"
      @function@_offer "$typed" "${typed%"$tail"}" < <(
        "$REPLY" completion words "${wanted#ask }" "${given[@]}" ${typed:+"--prefix=$typed"} 2>/dev/null)
      ;;
  esac
}

complete -F @function@ @program@
)";

std::string function(const CompletionTables& tables, std::string_view name,
                     const std::string& rows) {
  return '\n' + tables.function + std::string(name) + "() {\n  case $1 in\n" + rows +
         "    *) REPLY= ;;\n  esac\n}\n";
}

std::string row(const std::string& pattern, const std::string& reply) {
  return "    " + pattern + ") REPLY=" + posix_quoted(reply) + " ;;\n";
}

std::string names_of(const std::vector<OptionDescription>& options) {
  std::string names;
  for (const OptionDescription& option : options) {
    for (const std::string& name : option.names) {
      names += (names.empty() ? "" : " ") + name;
    }
  }
  return names;
}

std::string names_of(const std::vector<CommandDescription>& commands) {
  std::string names;
  for (const CommandDescription& command : commands) {
    names += (names.empty() ? "" : " ") + command.name;
  }
  return names;
}

}  // namespace

std::string bash_script(const CompletionTables& tables) {
  std::string commands, options, values, places;
  for (const auto& [path, command] : tables.commands) {
    options += row(posix_quoted(path), names_of(command.options));
    if (!command.commands.empty()) {
      commands += row(posix_quoted(path), names_of(command.commands));
    }
    for (std::size_t i = 0; i < command.places.size(); ++i) {
      const PlaceDescription& place = command.places[i];
      places += row(posix_quoted(path + ':') + (place.repeats ? "*" : std::to_string(i)),
                    offer_of(place.value));
    }
  }
  for (const OptionDescription& option : tables.valued) {
    std::string pattern;
    for (const std::string& name : option.names) {
      pattern += (pattern.empty() ? "" : " | ") + name;
    }
    values += row(pattern, offer_of(option.value));
  }
  return "# bash completion of " + tables.program + "; made by: " + tables.program +
         " completion bash\n" + function(tables, "_commands", commands) +
         function(tables, "_options", options) + function(tables, "_value", values) +
         function(tables, "_place", places) + filled_in(kWalk, tables);
}

}  // namespace bulletin
