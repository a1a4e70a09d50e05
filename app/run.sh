#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# app/run.sh [ARGS]: builds what is missing and runs `roadloom ARGS`. Where there is no display and
# ARGS name no command, it is `roadloom generate ARGS`, in the terminal.
set -u
# shellcheck source=app/setup.sh
. "$(dirname "$(readlink -f "$0")")/setup.sh" || exit

build_tree release roadloom build run || exit 1
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
  case ${1:-} in
    generate | serve | curriculum | roadmap | providers) ;;
    -h | --help | -v | --version) ;;
    *) set -- generate "$@" ;;
  esac
fi
exec "$top/build/release/app/roadloom" "$@"
