#compdef jcompose docker-compose
# Completion for zsh. The program itself knows what may follow.
_jcompose() {
    local -a lines described
    local directive line
    lines=("${(@f)$(${(Q)words[1]} __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
    directive=${lines[-1]#:}
    for line in "${(@)lines[1,-2]}"; do
        if [[ $line == *$'\t'* ]]; then
            described+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
        else
            described+=("${line//:/\\:}")
        fi
    done
    if (( ${#described} )); then
        if (( directive & 2 )); then
            _describe -V word described -S ''
        else
            _describe -V word described
        fi
    fi
    (( directive & 4 )) || _files
}
if [[ ${funcstack[1]} == _jcompose ]]; then
    _jcompose "$@"
else
    compdef _jcompose jcompose docker-compose
fi
