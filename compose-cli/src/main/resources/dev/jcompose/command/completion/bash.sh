# Completion for bash. The program itself knows what may follow.
_jcompose() {
    local line=${COMP_LINE:0:COMP_POINT} answer directive breaks each words
    read -ra words <<<"$line"
    [[ $line == *[[:space:]] ]] && words+=("")
    local word=${words[-1]}
    answer=$("${words[0]/#\~/$HOME}" __completeNoDesc "${words[@]:1}" 2>/dev/null) || return
    directive=${answer##*:}
    # Of a word such as --pull=al bash replaces only what follows the last of its own borders.
    breaks=${word%"${word##*[=:]}"}
    COMPREPLY=()
    while IFS= read -r each; do
        [[ $each == :* || -z $each ]] || COMPREPLY+=("${each#"$breaks"}")
    done <<<"$answer"
    ((directive & 2)) && compopt -o nospace
    ((directive & 4)) || compopt -o default
}
complete -F _jcompose jcompose docker-compose
