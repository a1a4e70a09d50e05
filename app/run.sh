#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# app/run.sh [ARGS]: builds what is missing and runs `roadloom ARGS`. Where there is no display and
# ARGS name no command, it is `roadloom generate ARGS`, in the terminal.
set -u
# shellcheck source=app/setup.sh
. "$(dirname "$(readlink -f "$0")")/setup.sh" || exit

build_tree release roadloom build run || exit 1
# first_word ARGS: the first one besides --data-dir, which may stand before a command.
first_word() {
  while [ "${1:-}" = --data-dir ] || [[ ${1:-} == --data-dir=* ]]; do
    [ "$1" = --data-dir ] && shift
    [ $# -gt 0 ] && shift
  done
  printf '%s' "${1:-}"
}

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
  case $(first_word "$@") in
    generate | serve | curriculum | providers | roadmap) ;;
    -h | --help | -v | --version) ;;
    *) set -- generate "$@" ;;
  esac
fi
exec "$top/build/release/app/roadloom" "$@"
