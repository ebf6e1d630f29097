# Prints what zsh offers: complete.zsh SCRIPT SCRATCH LINE. A real zsh on a terminal of its own gets
# the line and a tab; what its completion adds is written down on the way.
zmodload zsh/zpty
wait_for() { repeat 300; do [[ -e $1 ]] && return; sleep 0.05; done; exit 1 }
zpty shell zsh -f -i
zpty -w shell "PROMPT= RPROMPT=; autoload -Uz compinit; compinit -u -D; source ${(q)1}"
zpty -w shell 'compadd() { local -a hits; builtin compadd -O hits "$@"; print -rl -- $hits >> '${(q)2}'/offered; builtin compadd "$@" }'
zpty -w shell 'offer() { _main_complete; : > '${(q)2}'/done }; zle -C offer complete-word offer; bindkey "^I" offer; : > '${(q)2}'/ready'
wait_for $2/ready
zpty -w -n shell "$3"$'\t'
wait_for $2/done
zpty -d shell
[[ -e $2/offered ]] && uniq $2/offered
exit 0
