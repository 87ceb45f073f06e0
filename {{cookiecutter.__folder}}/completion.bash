# Completes the overrides of `python -m {{ cookiecutter.package_name }}.…` by TAB, as Hydra knows them: source completion.bash
_overrides() {
    local line=${COMP_LINE:0:COMP_POINT} choices
    [[ $line =~ ^(.*python[0-9.]*)\ +-m\ +({{ cookiecutter.package_name }}[a-z._]*)\ +(.*)$ ]] || return
    choices=$(COMP_LINE="app ${BASH_REMATCH[3]}" ${BASH_REMATCH[1]} -m "${BASH_REMATCH[2]}" --shell-completion query=bash)
    COMPREPLY=($(compgen -W "$choices" -- "${line##* }"))
}
COMP_WORDBREAKS=${COMP_WORDBREAKS//=}
complete -o nospace -o default -F _overrides python python3
