# bash completion for vanthu
_vanthu() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    compopt +o filenames 2>/dev/null
    case $before in
    --lang) mapfile -t COMPREPLY < <(compgen -W "vi en" -- "$word") && return ;;
    --format) mapfile -t COMPREPLY < <(compgen -W "pdf docx pdf,docx" -- "$word") && return ;;
    --pdfa) mapfile -t COMPREPLY < <(compgen -W "3a 2a 1b" -- "$word") && return ;;
    --font) mapfile -t COMPREPLY < <(compgen -W "Liberation\ Serif Times\ New\ Roman" -- "$word") && return ;;
    --jobs | -j) return ;;
    -o | --output | --templates)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -d -- "$word")
        return
        ;;
    esac
    local options="--help --lang" command=${COMP_WORDS[1]}
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "generate schema templates --help --lang --version" -- "$word")
        return
    fi
    [[ $command == templates ]] && options+=" --templates"
    [[ $command == generate ]] &&
        options+=" --output --format --pdfa --jobs --templates --font --json --strict --quiet --stats"
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
    elif [[ $command == generate ]]; then
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -d -- "$word"; compgen -f -X '!*.json' -- "$word")
    fi
}
complete -F _vanthu vanthu
