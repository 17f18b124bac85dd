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
    --role) mapfile -t COMPREPLY < <(compgen -W "reader clerk officer admin" -- "$word") && return ;;
    --kind) mapfile -t COMPREPLY < <(compgen -W "task all" -- "$word") && return ;;
    --jobs | -j | --page | --type | --year | --issuer | --signer | --agency | --due | --limit | --offset | --lead | --partner | --listen | --public-host | --full-name) return ;;
    --show)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
        return
        ;;
    -o | --output | --templates | --store)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -d -- "$word")
        [[ ${COMP_WORDS[1]} == tables || ${COMP_WORDS[1]} == archive ]] && mapfile -t COMPREPLY < <(compgen -f -- "$word")
        return
        ;;
    esac
    local options="--help --lang" command=${COMP_WORDS[1]} kinds= actions=
    local reading="--output --jobs --templates --json --strict --quiet --stats"
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "generate read tables text ocr convert archive worker serve users schema templates --help --lang --version" -- "$word")
        return
    fi
    [[ $command == templates ]] && options+=" --templates"
    [[ $command == generate ]] &&
        options+=" --output --format --pdfa --jobs --templates --font --json --strict --quiet --stats"
    [[ $command == generate ]] && kinds=json
    if [[ $command == archive ]]; then
        local filter="--type --year --issuer --signer --agency --due --limit --offset"
        options+=" --store --json"
        case ${COMP_WORDS[2]} in
        search | list) ((COMP_CWORD > 2)) && options+=" $filter" ;;
        tasks) options+=" --lead --partner --due --limit --offset --output" ;;
        register) ((COMP_CWORD == 3)) && [[ $word != -* ]] && options="take show export assign start check" ;;
        esac
        ((COMP_CWORD == 2)) && options="init add search list show tasks register export verify backup rescan --help --lang"
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
        return
    fi
    case $command in
    read) options+=" $reading --show --page --ignore-attached" ;;
    tables) options+=" $reading --kind" ;;
    text) options+=" $reading --no-furniture" ;;
    ocr) options+=" --output --jobs --json --quiet" kinds='@(pdf|png|jpg|jpeg|tif|tiff)' ;;
    esac
    case $command in
    convert) options+=" --to --resume --watch --queue --jobs --templates --quiet" ;;
    worker) options+=" --store --once --status --lease --jobs --templates --quiet" ;;
    serve) options+=" --listen --store --public-host --templates" ;;
    users)
        options+=" --store --role --full-name --locked"
        ((COMP_CWORD == 2)) && actions="list add change password token remove"
        ;;
    esac
    case $command in read | tables | text) kinds='@(pdf|png|jpg|jpeg|tif|tiff|docx|doc|rtf|txt|md)' ;; esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
    elif [[ $actions ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$actions" -- "$word")
    elif [[ $kinds ]]; then
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -d -- "$word"; shopt -s extglob; compgen -f -X "!*.$kinds" -- "$word")
    fi
}
complete -F _vanthu vanthu
