#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# tests/bench/run.sh: builds the benchmarks (Release, in build/bench), runs them, and prints a table.
#
# Ratios compare two figures of the same run, so they hold on any machine; a bare time depends on
# it. The exit status is 0 if everything ran, whether or not the goals were reached.
#
# To add a figure, add a line to `rows`:
#   time   | title | benchmark [| goal]
#     CPU time of a benchmark in roadloom_bench (its name; the .cpp goes into CMakeLists.txt). The
#     goal is the most milliseconds it should be.
#   speed  | title | benchmark | baseline benchmark [| goal]
#     How many times as fast as the other one it is; the goal is the least it should be.
#   cost   | title | benchmarks | baseline benchmarks [| goal]
#     How many times as much CPU time the slowest of the first takes as the fastest of the others;
#     the goal is the most it should be.
#   window | title | program | baseline program [| CPU goal [| memory goal]]
#     What showing a program's window costs: CPU time up to its first paint, memory once it has
#     settled (WindowProbe.cpp takes both), medians of nine starts. A program is a path in the build
#     tree. The goals are how many times as much as the other one it should be at most.
#     Offscreen, and under Xvfb too if xvfb-run is there.
#   rest   | title | program | baseline program [| wake-up goal [| memory goal]]
#     The same windows once nothing happens any more: memory, and how often all threads of a program
#     together wake up in a second. HUB in the program's arguments is the address of a hub that
#     answers at once, with 45 KB of chat (chat_hub.py).
set -euo pipefail
export LC_ALL=C.UTF-8

rows=(
  'speed  | SSE framing, 64 MB of 250-byte events, against QTextStream lines | sseParser | textStreamLines | 10'
  'speed  | Decoding a model stream, the same bytes, against framing and QJsonDocument | decodeOpenAi | decodeOpenAiWithQt | 3'
  'cost   | Decoding: the slowest dialect against the fastest | decodeOpenAi decodeAnthropic decodeGemini decodeOllama | decodeOpenAi decodeAnthropic decodeGemini decodeOllama | 1.5'
  'cost   | A 4 MB answer over HTTP, against its bytes from QNetworkAccessManager | httpAnswer/process_time | httpBytes/process_time | 1.1'
  'cost   | Following a roadmap, 1 MB in 4-byte pieces, against a JSON parser that keeps nothing | roadmapAssembler/4 | roadmapEmptyHandler/4 | 2'
  'cost   | Following a roadmap, in 16-byte pieces | roadmapAssembler/16 | roadmapEmptyHandler/16 | 2'
  'cost   | Following a roadmap, in 64-byte pieces | roadmapAssembler/64 | roadmapEmptyHandler/64 | 2'
  'cost   | Following a roadmap, 2 MB against 1 MB, in 16-byte pieces | roadmapOfTwoMegabytes/16 | roadmapAssembler/16 | 2.2'
  'speed  | Following a roadmap, 128 KB in 16-byte pieces, against parsing anew at each | roadmapSmall | roadmapSmallParsedAgain/iterations:1 | 100'
  'time   | Offline: reading the library | offlineLibrary'
  'time   | Offline: preparing the planner | offlinePlanner'
  'time   | Offline: planning the largest subject | offlineLargestSubject | 20'
  'time   | Offline: planning two subjects | offlineTwoSubjects | 20'
  'time   | Offline: planning all subjects at once | offlineWholeLibrary | 20'
  'window | Window | app/roadloom | tests/bench/roadloom_window_baseline | 1.3 | 1.4'
  'rest   | After a 45 KB chat | app/roadloom --source service --service-url HUB --goal Python | tests/bench/roadloom_window_baseline | 1 | 1.4'
)

here=$(dirname "$(readlink -f "$0")")
# shellcheck source=app/setup.sh
. "$here/../../app/setup.sh"
tree=$top/build/bench
log=$tree/build.log
mkdir -p "$tree"

# Runs quietly; what it said is shown only if it failed.
quietly() {
  "$@" >"$log" 2>&1 || {
    cat "$log" >&2
    exit 1
  }
}

install_packages build run test bench || exit
programs=$(python3 "$here/report.py" --programs "${rows[@]}")
echo "Building the benchmarks in $tree …"
quietly cmake -S "$top" -B "$tree" -G Ninja -DCMAKE_BUILD_TYPE=Release -DROADLOOM_BUILD_TESTS=ON \
  -DROADLOOM_BUILD_BENCH=ON
# shellcheck disable=SC2086 # a list of paths without blanks
quietly cmake --build "$tree" --target $programs

echo "Running …"
quietly "$tree/tests/bench/roadloom_bench" --benchmark_out_format=json \
  --benchmark_out="$tree/results.json" --benchmark_repetitions=5 \
  --benchmark_enable_random_interleaving=true
unset DISPLAY WAYLAND_DISPLAY
display=()
command -v xvfb-run >/dev/null && display=(xvfb-run --auto-servernum)
"${display[@]}" python3 "$here/report.py" --tree "$tree" --results "$tree/results.json" "${rows[@]}"
echo
quietly cmake --build "$tree" --target roadloom_tree_growth_probe roadloom_chat_stream_probe \
  roadloom_library_probe
QT_QPA_PLATFORM=offscreen "$tree/tests/bench/roadloom_tree_growth_probe"
QT_QPA_PLATFORM=offscreen "$tree/tests/bench/roadloom_chat_stream_probe"
"$tree/tests/bench/roadloom_library_probe"
python3 "$here/side_by_side.py" "$tree/app/roadloom" 400
