#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints the table of run.sh, whose header says what a row is."""

import argparse
import json
import math
import os
import shlex
import signal
import statistics
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from dataclasses import dataclass

from chat_hub import chat_hub

BENCHMARKS = "tests/bench/roadloom_bench"
PROBE = "roadloom_window_probe"
RUNS = {"window": 9, "rest": 3}
TIMEOUT_S = 120
WINDOW_KINDS = tuple(RUNS)

# What WindowProbe.cpp prints, in the table's words, and which of a row's goals judges it.
MEMORY_FIGURES = (
    ("resident", "resident memory, settled", "MiB", "memory_goal"),
    ("proportional", "proportional memory, settled", "MiB", "memory_goal"),
    ("private", "private memory, settled", "MiB", ""),
)
WINDOW_FIGURES = {
    "window": (
        ("first paint CPU", "CPU up to the first paint", "ms", "goal"),
        ("settled CPU", "CPU until settled", "ms", ""),
        *MEMORY_FIGURES,
    ),
    "rest": (*MEMORY_FIGURES, ("wake-ups", "wake-ups at rest", "a second", "goal")),
}


@dataclass
class Row:
    kind: str
    title: str
    subject: str
    baseline: str = ""
    goal: str = ""
    memory_goal: str = ""


def parse_row(line):
    fields = [field.strip() for field in line.split("|")]
    fits = {"time": (3, 4), "speed": (3, 5), "cost": (4, 5), "window": (4, 6),
            "rest": (4, 6)}.get(fields[0])
    if not fits or not fits[0] <= len(fields) <= fits[1]:
        sys.exit(f"run.sh: this row is none of those that the header of run.sh describes: {line}")
    if fields[0] == "time":
        fields[3:3] = [""]
    return Row(*fields)


def programs(rows):
    commands = [c for row in rows if row.kind in WINDOW_KINDS for c in (row.subject, row.baseline)]
    probe = {PROBE} if commands else set()
    return sorted({BENCHMARKS, *probe, *(shlex.split(command)[0] for command in commands)})


def median_cpu_ms(results, name):
    """The median of a benchmark's repetitions."""
    to_ms = {"ns": 1e-6, "us": 1e-3, "ms": 1.0, "s": 1e3}
    for entry in results["benchmarks"]:
        if entry.get("run_name") == name and entry.get("aggregate_name") == "median":
            return entry["cpu_time"] * to_ms[entry["time_unit"]]
    sys.exit(f"run.sh: roadloom_bench has no benchmark named {name}.")


def open_window(kind, tree, command, platform, data_folder):
    """One start of a program's window: the figures that WindowProbe.cpp takes of it."""
    words = shlex.split(command)
    environment = os.environ | {
        "QT_QPA_PLATFORM": platform,
        "QT_QPA_GENERIC_PLUGINS": "windowprobe:rest" if kind == "rest" else "windowprobe",
        "QT_PLUGIN_PATH": os.path.join(tree, "tests/bench"),
        "ROADLOOM_DATA_DIR": data_folder,
    }
    try:
        process = subprocess.run([os.path.join(tree, words[0]), *words[1:]], env=environment,
                                 stdin=subprocess.DEVNULL, capture_output=True, text=True,
                                 timeout=TIMEOUT_S)
    except subprocess.TimeoutExpired:
        sys.exit(f"run.sh: '{command}' did not end: it painted nothing, or Qt did not load the probe.")
    if process.returncode != 0:
        sys.exit(f"run.sh: '{command}' ended with {process.returncode}. {process.stderr}")
    return json.loads(process.stdout)


def open_windows(tree, row, platform):
    """The medians of both programs, started by turns: what else the machine does hits both."""
    program = os.path.join(tree, shlex.split(row.subject)[0])
    hub = chat_hub(program) if row.kind == "rest" else nullcontext("")
    with tempfile.TemporaryDirectory() as data_folder, hub as address:
        commands = (row.subject.replace("HUB", address), row.baseline)
        for command in commands:  # reads the files from the disk
            open_window("window", tree, command, platform, data_folder)
        runs = [[open_window(row.kind, tree, command, platform, data_folder) for command in commands]
                for _ in range(RUNS[row.kind])]
    return [{name: statistics.median(run[name] for run in side) for name in side[0]}
            for side in zip(*runs)]


def verdict(figure, goal, unit, reached):
    if not goal:
        return ""
    return f"goal {goal} {unit}: " + ("reached" if reached(figure, float(goal)) else "MISSED")


def at_least(figure, goal):
    return figure >= goal


def at_most(figure, goal):
    return figure <= goal


def time_lines(row, results):
    time = median_cpu_ms(results, row.subject)
    return [(row.title, f"{time:.2f} ms", "", "", verdict(time, row.goal, "ms", at_most))]


def speed_lines(row, results):
    subject = median_cpu_ms(results, row.subject)
    baseline = median_cpu_ms(results, row.baseline)
    ratio = baseline / subject
    return [(row.title, f"{subject:.2f} ms", f"{baseline:.2f} ms", f"{ratio:.1f} x as fast",
             verdict(ratio, row.goal, "x", at_least))]


def cost_lines(row, results):
    subject = max(median_cpu_ms(results, name) for name in row.subject.split())
    baseline = min(median_cpu_ms(results, name) for name in row.baseline.split())
    ratio = subject / baseline
    return [(row.title, f"{subject:.2f} ms", f"{baseline:.2f} ms", f"{ratio:.2f} x as much",
             verdict(ratio, row.goal, "x", at_most))]


def window_lines(row, tree, platform):
    ours, theirs = open_windows(tree, row, platform)
    lines = []
    for figure, title, unit, goal in WINDOW_FIGURES[row.kind]:
        # None and none are as much as each other.
        ratio = 1.0 if ours[figure] == theirs[figure] else ours[figure] / (theirs[figure] or math.nan)
        lines.append((f"{row.title}, {platform}: {title}", f"{ours[figure]:.1f} {unit}",
                      f"{theirs[figure]:.1f} {unit}", f"{ratio:.2f} x as much",
                      verdict(ratio, goal and getattr(row, goal), "x", at_most)))
    return lines


def print_table(lines):
    table = [("what", "ours", "baseline", "ratio", ""), *lines]
    widths = [max(len(line[column]) for line in table) for column in range(5)]
    for line in table:
        what, *figures, judged = line
        cells = [what.ljust(widths[0])]
        cells += [figure.rjust(width) for figure, width in zip(figures, widths[1:4])]
        print("  ".join([*cells, judged]).rstrip())


def row_lines(row, tree, results, platforms):
    if row.kind == "time":
        return time_lines(row, results)
    if row.kind == "speed":
        return speed_lines(row, results)
    if row.kind == "cost":
        return cost_lines(row, results)
    return [line for platform in platforms for line in window_lines(row, tree, platform)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", action="store_true", help="only print what must be built")
    parser.add_argument("--tree", help="the build tree")
    parser.add_argument("--results", help="the benchmarks' JSON output")
    parser.add_argument("rows", nargs="+")
    arguments = parser.parse_args()
    rows = [parse_row(line) for line in arguments.rows]
    if arguments.programs:
        print(" ".join(programs(rows)))
        return
    with open(arguments.results, encoding="utf-8") as file:
        results = json.load(file)
    platforms = ["offscreen", "xcb"] if os.environ.get("DISPLAY") else ["offscreen"]
    print_table([line for row in rows for line in row_lines(row, arguments.tree, results, platforms)])


if __name__ == "__main__":
    main()
