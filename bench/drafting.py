"""`yuedu draft` against a server on loopback that takes a fixed time for an answer. Writes drafting.md beside it.

What is measured is the whole command, start to end, less what the same command takes where there is nothing to draft.
With n texts, eight at once and d seconds an answer nothing can be done in less than ⌈n/8⌉ × d.

Run: .venv/bin/python bench/drafting.py [--delay 1]
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
RESULT = Path(__file__).with_suffix(".md")
AT_ONCE = 8
COUNTS = (8, 16, 40, 64)
RUNS = 3


class Listening(ThreadingHTTPServer):
    """With room for all who knock at the same moment; five is what it has otherwise."""

    request_queue_size = 64


class Server:
    """Answers each request after `delay` seconds, well enough that no repair is asked for, and counts."""

    def __init__(self, delay: float) -> None:
        self.delay, self.requests, self.most, self._now = delay, 0, 0, 0
        self._lock = threading.Lock()
        self.http = Listening(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                with server._lock:
                    server.requests += 1
                    server._now += 1
                    server.most = max(server.most, server._now)
                time.sleep(server.delay)
                data = json.dumps(answer(body)).encode()
                with server._lock:
                    server._now -= 1
                self.send_response(200)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, format: str, *args: Any) -> None:
                """Quiet."""

        return Handler


def answer(body: dict[str, Any]) -> dict[str, Any]:
    """One segment for each sentence; repairs are counted apart, so the run is made with --repairs 0."""
    content = body["messages"][1]["content"]
    data = json.loads(content[content.index("<data>\n") + 7 : content.rindex("\n</data>")])
    made = [{"text": f"English of sentence {s['n']}, at some length.", "from": [s["n"]]} for s in data["sentences"]]
    text = json.dumps({"segments": made, "omitted": [], "figures": []})
    return {"choices": [{"message": {"content": text}, "finish_reason": "stop"}], "usage": {"total_tokens": 1}}


def main() -> None:
    """Measure and record."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--delay", type=float, default=1.0)
    delay = arguments.parse_args().delay
    rows = []
    for count in COUNTS:
        runs = [measured(count, delay) for _ in range(RUNS)]
        idle, whole = min(r[0] for r in runs), min(r[1] for r in runs)
        least, took = math.ceil(count / AT_ONCE) * delay, whole - idle
        rows.append(f"| {count} | {least:.1f} | {took:.2f} | {took / least:.2f} | {idle:.2f} |")
    RESULT.write_text(
        f"""# Drafting as fast as the server

`{" ".join(["bench/drafting.py", *sys.argv[1:]])}`, Python {sys.version.split()[0]}, {os.cpu_count()} cores. A server on loopback that takes {delay:g} s an answer,
eight at once, each answer judged by the gate and saved; passages of the real corpus. The time of the same command with
nothing to draft is taken off and stands in the last column. Each the best of {RUNS} runs.

| passages | the least there can be, s | taken, s | ratio | nothing to draft, s |
| --- | --- | --- | --- | --- |
{chr(10).join(rows)}

The goal is a ratio of at most 1.3.
""",
        encoding="utf-8",
    )
    print(RESULT.read_text(encoding="utf-8"))


def measured(count: int, delay: float) -> tuple[float, float]:
    """Seconds of the command with nothing to draft, and with `count` passages."""
    with tempfile.TemporaryDirectory() as folder:
        project, ids = prepared(Path(folder), count)
        draft(project, ids[:1], "http://127.0.0.1:9/v1", "--dry-run")  # the dictionary is compiled now
        idle = draft(project, ["wang-2023.title"], "http://127.0.0.1:9/v1")
        server = Server(delay)
        took = draft(project, ids, f"http://127.0.0.1:{server.http.server_port}/v1", "--repairs", "0")
        server.http.shutdown()
        server.http.server_close()
        assert (server.requests, server.most) == (count, AT_ONCE), (server.requests, server.most)
        return idle, took


def prepared(project: Path, count: int) -> tuple[Path, list[str]]:
    """A copy of the project without the English of `count` passages, and their ids."""
    for name in ("seeds", "summaries"):
        shutil.copytree(ROOT / name, project / name)
    for name in ("topics.yml", "glossary.yml", "mkdocs.yml"):
        shutil.copy(ROOT / name, project / name)
    digest = json.loads((ROOT / "docs" / "data" / "digest.json").read_text(encoding="utf-8"))
    ids = [p["id"] for p in digest["passages"] if p["document"] != "notice-2023"][:count]
    for file in (project / "summaries").glob("*.yml"):
        records = re.split(r"(?m)^(?=\S+:\s*$)", file.read_text(encoding="utf-8"))
        file.write_text("".join(r for r in records if r.partition(":")[0] not in ids), encoding="utf-8")
    return project, ids


def draft(project: Path, ids: list[str], base: str, *more: str) -> float:
    """Seconds that `yuedu draft` takes."""
    command = [sys.executable, "-c", "from yuedu.cli import main; main()", "--project", str(project), "draft", *ids]
    started = time.perf_counter()
    done = subprocess.run(
        [*command, "--base-url", base, "--model", "m", *more], capture_output=True, text=True, check=False
    )
    assert done.returncode < 2, done.stderr
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
