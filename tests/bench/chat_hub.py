# SPDX-License-Identifier: Apache-2.0
"""A hub on 127.0.0.1 that answers every wish at once with the same long conversation and roadmap."""

import json
import subprocess
import tempfile
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# Some of everything that a model writes.
PASSAGE = """## Where this leads

You bring **numbers and customers**; what is missing is `HTTP` and a *database*. 您每周有十小时，先从基础开始。

- [x] the command line
- [ ] the first page on a server of your own

| Week | Topic | Hours |
| --- | --- | --- |
| 1 | Variables and functions | 8 |
| 2 | Requests and responses | 10 |

```python
def greet(name: str) -> str:
    return f"Hello, {name}!"  # shown on the page
```

Every week ends with something that runs, so that you see what you have learned.

"""
CHAT_BYTES = 45_000
PIECE = 200  # characters in an event


def conversation(program):
    """The events of a run with the built-in library, with the long words before its first ones."""
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "--data-dir", folder, "generate", "--goal", "Python", "--source", "offline"]
        command += ["--language", "en", "--format", "sse"]
        events = subprocess.run(command, capture_output=True, check=True).stdout
    words = PASSAGE * (CHAT_BYTES // len(PASSAGE.encode()))
    pieces = (words[i : i + PIECE] for i in range(0, len(words), PIECE))
    chunks = ({"type": "chunk", "content": piece, "agent": "intent_analyzer"} for piece in pieces)
    return b"".join(b"data: " + json.dumps(chunk).encode() + b"\n\n" for chunk in chunks) + events


@contextmanager
def chat_hub(program):
    """Its address, as long as it is there."""
    events = conversation(program)

    class Hub(BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            self.wfile.write(events)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
