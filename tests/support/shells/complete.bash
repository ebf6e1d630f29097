# Prints what bash offers: complete.bash SCRIPT WORD...; the last word is the one being typed.
# COMP_WORDS is cut as readline cuts it, at = and : too.
source "$1"
program=${2##*/}
shift
compopt() { :; }  # Only works while a key is being handled.
COMP_WORDS=()
for word in "$@"; do
  if [[ $word == --*=* ]]; then
    COMP_WORDS+=("${word%%=*}" =)
    [[ -n ${word#*=} ]] && COMP_WORDS+=("${word#*=}")
  else
    COMP_WORDS+=("$word")
  fi
done
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
handler=$(complete -p "$program")
handler=${handler#*-F }
"${handler%% *}" "$program"
[[ ${#COMPREPLY[@]} == 0 ]] || printf '%s\n' "${COMPREPLY[@]}"
