# Prints what zsh offers: complete.zsh SCRIPT SCRATCH LINE..., a line == behind the words of each. A
# real zsh on a terminal of its own gets each line and a tab; what completion adds is written down.
zmodload zsh/zpty
wait_for() { repeat 600; do [[ -e $1 ]] && return; sleep 0.05; done; exit 1 }
zpty shell zsh -f -i
zpty -w shell "PROMPT= RPROMPT=; bindkey -e; autoload -Uz compinit; compinit -u -D; source ${(q)1}"
zpty -w shell 'compadd() { local -a hits; builtin compadd -O hits "$@"; print -rl -- $hits >> '${(q)2}'/offered; builtin compadd "$@" }'
zpty -w shell 'offer() { _main_complete; : > '${(q)2}'/done }; zle -C offer complete-word offer; bindkey "^I" offer; : > '${(q)2}'/ready'
wait_for $2/ready
for line in "${@[3,-1]}"; do
  rm -f $2/offered $2/done
  zpty -w -n shell $'\x15'"$line"$'\t'
  wait_for $2/done
  [[ -e $2/offered ]] && uniq $2/offered
  print -r -- '=='
done
zpty -d shell
