# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Completion for roadloom. Commands and options are asked of the program itself, so that they are
# always those of the installed version.

_roadloom_help() {
  LC_ALL=C.UTF-8 "$@" --help 2>/dev/null
}

# The ids of what is saved, as far as they tell one roadmap from the others; or, --bin, of what is in
# the bin; or, --unfinished, of designs that broke off.
_roadloom_roadmaps() {
  LC_ALL=C.UTF-8 "$1" roadmap list ${2:+"$2"} 2>/dev/null | cut -d " " -f 1
}

_roadloom() {
  local program=${COMP_WORDS[0]} current=${COMP_WORDS[COMP_CWORD]}
  local previous=${COMP_WORDS[COMP_CWORD - 1]} command="" words="" helped=()
  ((COMP_CWORD > 1)) && [[ ${COMP_WORDS[1]} != -* ]] && command=${COMP_WORDS[1]}
  COMPREPLY=()
  [[ -n $command ]] && helped=("$command")
  if [[ $command == roadmap ]]; then
    ((COMP_CWORD > 2)) && [[ ${COMP_WORDS[2]} != -* ]] && helped+=("${COMP_WORDS[2]}")
    command=${helped[*]}
  fi

  case $previous in
    --level) words="beginner intermediate advanced" ;;
    --prefer) words="visual text audio hands_on" ;;
    --source) words="offline llm service" ;;
    --api-style) words="openai anthropic gemini ollama" ;;
    -f | --format)
      case $command in
        "roadmap list") words="text json" ;;
        "roadmap export")
          words="roadloom markdown html pdf csv opml calendar anki svg png json" ;;
        *) words="text sse ndjson json markdown" ;;
      esac
      ;;
    --request | -o | --output)
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      compopt -o filenames
      return
      ;;
    --data-dir)
      mapfile -t COMPREPLY < <(compgen -d -- "$current")
      compopt -o filenames
      return
      ;;
    -g | --goal | --hours | --motivation | --background | --deadline | --language | --base-url | \
      --model | --provider | --service-url | --timeout | --retries | --parallel | --rounds | \
      --class-name | --first-day | --tag | --search)
      return
      ;;
    providers) [[ $current == -* ]] || words="list test" ;;
    curriculum) [[ $current == -* ]] || words="list show check" ;;
    roadmap) [[ $current == -* ]] || words="list show resume export import remove restore" ;;
    show | export | remove)
      if [[ $command == roadmap\ * ]]; then
        [[ $current == -* ]] || words=$(_roadloom_roadmaps "$program")
      else
        words=$("$program" curriculum list 2>/dev/null | sed -nE 's/^([a-z0-9-]+) .*/\1/p')
      fi
      ;;
    restore) [[ $current == -* ]] || words=$(_roadloom_roadmaps "$program" --bin) ;;
    resume) [[ $current == -* ]] || words=$(_roadloom_roadmaps "$program" --unfinished) ;;
    check | import)
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      compopt -o filenames
      return
      ;;
  esac

  if [ -z "$words" ]; then
    if [[ $current == -* ]]; then
      words=$(_roadloom_help "$program" "${helped[@]}" | sed -nE 's/^  (-[a-z], )?(--[a-z-]+).*/\2/p')
    elif ((COMP_CWORD == 1)); then
      words=$(_roadloom_help "$program" | sed -nE 's/^  ([a-z]+)  .*/\1/p')
      mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current" &&
        compgen -f -X '!*.roadloom' -- "$current")
      return
    fi
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -F _roadloom roadloom
