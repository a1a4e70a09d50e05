#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# tests/fuzz/run.sh [SECONDS [NAME…]]: builds the fuzz targets with clang (in build/fuzz) and runs
# each, or those named, for so many seconds, 60 if not said. Starts from tests/fuzz/corpus/NAME and
# from what earlier runs have found, in build/fuzz/corpus/NAME. What breaks a target is left in
# build/fuzz/NAME-crash-…; the exit status is then 1.
set -u
# shellcheck source=app/setup.sh
. "$(dirname "$(readlink -f "$0")")/../../app/setup.sh" || exit

seconds=${1:-60}
[ $# -gt 0 ] && shift
names=("$@")
[ $# -gt 0 ] || names=(SseParser OllamaDecoder JsonMender RoadmapAssembler RoadmapImport RequestParser)

build_tree fuzz roadloom_fuzz build fuzz || exit
tree=$top/build/fuzz
status=0
for name in "${names[@]}"; do
  say "Fuzzing $name for $seconds s …"
  found=$tree/corpus/$name
  mkdir -p "$found"
  "$tree/tests/fuzz/${name}Fuzz" -max_total_time="$seconds" -max_len=4096 -timeout=10 \
    -dict="$top/tests/fuzz/words.dict" -artifact_prefix="$tree/$name-" -print_final_stats=1 \
    "$found" "$top/tests/fuzz/corpus/$name" >"$tree/$name.log" 2>&1 || {
    tail -n 30 "$tree/$name.log" >&2
    status=1
  }
  grep -E 'number_of_executed_units|new_units_added' "$tree/$name.log" >&2
done
exit "$status"
