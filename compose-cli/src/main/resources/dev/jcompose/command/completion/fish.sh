# Completion for fish. The program itself knows what may follow.
function __jcompose_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    set -l lines ($program __complete $words "$word" 2>/dev/null)
    set -l directive (string sub -s 2 -- $lines[-1])
    set -e lines[-1]
    printf '%s\n' $lines
    if test "$directive" = 0 -o "$directive" = 2
        __fish_complete_path "$word"
    end
end
complete -c jcompose -e
complete -c docker-compose -e
complete -c jcompose -f -a '(__jcompose_complete)'
complete -c docker-compose -f -a '(__jcompose_complete)'
