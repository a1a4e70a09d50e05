#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# tests/run.sh [--preset NAME] [CTEST ARGS]: builds what is missing and runs every test.
# Other recordings of model streams to replay: ROADLOOM_CORPUS=FOLDER.
set -u
# shellcheck source=app/setup.sh
. "$(dirname "$(readlink -f "$0")")/../app/setup.sh" || exit

preset=release
case ${1:-} in
  --preset) preset=${2:?--preset needs a name}; shift 2 ;;
  --preset=*) preset=${1#*=}; shift ;;
esac

mkdir -p "$top/build" || exit
exec 8>"$top/build/.lock-tests" || exit
flock -n 8 || { say "Waiting for other tests in $top/build …"; flock 8; }
build_tree "$preset" all build run test || exit
cd "$top" && ctest --preset "$preset" --parallel "$(nproc)" "$@" 8>&-
