#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How much sooner a roadmap is there when its stages are designed side by side.

Usage: side_by_side.py PROGRAM [TOKENS_PER_SECOND]

The program designs roadmaps of several shapes with a scripted model on 127.0.0.1 that speaks so many
tokens a second on each connection, with --parallel 1 and --parallel 4, without a review. Only the
ratios count; the more tokens a second, the sooner it is done."""

import json
import re
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

INTENT_TOKENS, OUTLINE_TOKENS, CONCEPT_TOKENS = 120, 150, 90
CONCEPTS_OF_MODULE = 4
# Modules in each stage, by shape.
SHAPES = {
    "4 stages of 12 concepts": [3, 3, 3, 3],
    "3 stages of 12 concepts": [3, 3, 3],
    "5 stages of 12 concepts": [3, 3, 3, 3, 3],
    "3 short stages and a long one": [2, 2, 2, 8],
}
shape = []

INTENT = {
    "parsed_goal": "Build web applications with Python",
    "key_technologies": ["Python"],
    "difficulty_profile": "moderate",
    "time_constraint": "10 hours a week",
    "recommended_focus": ["practice"],
    "user_profile_summary": "A beginner.",
    "skill_gap_analysis": ["HTTP"],
    "personalized_suggestions": ["Build small things."],
    "estimated_learning_path_type": "quick_start",
}


def module(stage, number):
    return {
        "module_id": f"mod-{stage}-{number}",
        "name": f"Module {stage}.{number}",
        "description": "What belongs together.",
    }


def concept(stage, number, item):
    name = f"{stage}-{number}-{item}"
    return {
        "concept_id": f"c-{name}",
        "name": f"Topic {name} in Python",
        "description": "What it is for, and an exercise that shows it. " * 3,
        "estimated_hours": 2.0,
        "prerequisites": [],
        "difficulty": "medium",
        "keywords": ["python", "practice"],
    }


def outline():
    stages = []
    for stage, modules in enumerate(shape, 1):
        planned = [{**module(stage, m + 1), "planned_concepts": CONCEPTS_OF_MODULE} for m in range(modules)]
        stages.append(
            {
                "stage_id": f"stage-{stage}",
                "name": f"Stage {stage}",
                "description": "A step.",
                "order": stage,
                "modules": planned,
            }
        )
    return {"roadmap_id": "r", "title": "Roadmap", "stages": stages, "design_rationale": "Step by step."}


def expansion(stage):
    modules = []
    for m in range(1, shape[stage - 1] + 1):
        concepts = [concept(stage, m, i + 1) for i in range(CONCEPTS_OF_MODULE)]
        modules.append({**module(stage, m), "concepts": concepts})
    return {"stage_id": f"stage-{stage}", "modules": modules}


def answer(question):
    """What is said to a question, and in how many tokens."""
    asked = re.search(r'Fill in the stage "stage-(\d+)"', question)
    if asked:
        stage = int(asked.group(1))
        tokens = shape[stage - 1] * CONCEPTS_OF_MODULE * CONCEPT_TOKENS
        return "A step further.", expansion(stage), tokens
    if "You begin with the outline" in question:
        return "This is the way.", outline(), OUTLINE_TOKENS
    return "I see what you want.", INTENT, INTENT_TOKENS


class Model(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    rate = 200.0

    def log_message(self, *_):
        pass

    def chunk(self, data):
        self.wfile.write(b"%x\r\n" % len(data) + data + b"\r\n")

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        words, result, tokens = answer("\n".join(m["content"] for m in body["messages"]))
        text = f"{words}\n\n```json\n{json.dumps(result)}\n```"
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        begin = time.monotonic()
        for i in range(tokens):
            piece = text[i * len(text) // tokens : (i + 1) * len(text) // tokens]
            event = {"choices": [{"index": 0, "delta": {"content": piece}}]}
            self.chunk(b"data: " + json.dumps(event).encode() + b"\n\n")
            time.sleep(max(0.0, begin + (i + 1) / self.rate - time.monotonic()))
        end = {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}
        self.chunk(b"data: " + json.dumps(end).encode() + b"\n\ndata: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")


def run(program, url, parallel):
    """Seconds to the first word, the first concept and the end."""
    with tempfile.TemporaryDirectory() as folder:
        options = ["--data-dir", folder, "generate", "--goal", "Python", "--base-url", url, "--rounds", "0"]
        options += ["--parallel", str(parallel), "--stats", "--format", "json", "--language", "en"]
        done = subprocess.run([program, *options], capture_output=True, text=True, env={"LC_ALL": "C.UTF-8"})
    if done.returncode != 0:
        sys.exit(done.stderr)
    figures = []
    for name in ("First word after", "First concept after", "Total time"):
        figures.append(float(re.search(name + r": ([\d.]+) s", done.stderr).group(1)))
    return figures


def main():
    program = sys.argv[1]
    if len(sys.argv) > 2:
        Model.rate = float(sys.argv[2])
    server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    print(f"{Model.rate:g} tokens a second on each connection; times as shares of the run one by one")
    for name, modules in SHAPES.items():
        shape[:] = modules
        _, _, whole = run(program, url, 1)
        word, first, side_by_side = run(program, url, 4)
        print(
            f"{name}: one by one {whole:.2f} s, side by side {side_by_side:.2f} s = {side_by_side / whole:.2f}; "
            f"first concept at {first / whole:.3f}, first word after {word:.3f} s"
        )


if __name__ == "__main__":
    main()
