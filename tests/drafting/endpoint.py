"""A server of the chat API on loopback that answers as a test says: well, badly, late, or not at all."""

from __future__ import annotations

import json
import re
import ssl
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any

FIXTURE = Path(__file__).parents[1] / "fixtures" / "drafting" / "answers.md"
DATA = re.compile(r"<data>\n(.*?)\n</data>", re.DOTALL)


@dataclass(frozen=True)
class Asked:
    """A request: its JSON and headers. `turn` counts the requests for the same text, from 1."""

    body: dict[str, Any]
    headers: Mapping[str, str]
    turn: int

    @property
    def data(self) -> dict[str, Any]:
        """What stands between the tags of the first message of the user."""
        found = DATA.search(self.body["messages"][1]["content"])
        assert found
        return dict(json.loads(found[1]))

    @property
    def id(self) -> str:
        return str(self.data.get("id") or self.data["synopsis of"]["zh"])

    @property
    def complaint(self) -> str:
        """What was wrong with the last answer; empty in a first request."""
        last = self.body["messages"][-1]["content"]
        return "" if DATA.search(last) else str(last)


@dataclass(frozen=True)
class Answered:
    """A response. `cut`: bytes to send of it before the connection is closed; `endless`: it goes on for ever,
    with a `pause` in seconds before each repetition."""

    body: bytes | str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None
    endless: bool = False
    pause: float = 0


Answer = Callable[[Asked], Answered]


def good_answers() -> dict[str, tuple[str, str]]:
    """The fixture: id → Chinese, English with its sentence numbers."""
    blocks = re.findall(r"^(\S+)\n\.\n(.*?)\n\.\n(.*?)\n\.$", FIXTURE.read_text(encoding="utf-8"), re.M | re.S)
    return {ident: (zh, en) for ident, zh, en in blocks}


def says(content: str, finish: str = "stop", **envelope: Any) -> Answered:
    """A response in which the model wrote `content`."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}
    usage = {"prompt_tokens": 90, "completion_tokens": 10, "total_tokens": 100}
    return Answered(json.dumps({"choices": [choice], "usage": usage, **envelope}))


def segments(*pairs: tuple[str, list[int]]) -> str:
    """The JSON of an answer."""
    return json.dumps({"segments": [{"text": t, "from": n} for t, n in pairs], "omitted": [], "figures": []})


def well(asked: Asked) -> Answered:
    """What a good model answers: the fixture for a text, a sentence from each passage for a synopsis."""
    data = asked.data
    if "passages" in data:
        sentence = {
            "zh": "讲话人提出要求。",
            "en": "The speaker sets out what is asked.",
            "from": [data["passages"][0]["id"]],
        }
        return says(json.dumps({"sentences": [sentence]}, ensure_ascii=False))
    zh, english = good_answers()[data["id"]]
    assert "".join(s["zh"] for s in data["sentences"]) == zh
    text, _, numbers = english.removesuffix("]").rpartition(" [")
    return says(segments((text, json.loads(f"[{numbers}]"))))


class Listening(ThreadingHTTPServer):
    """With room for all who knock at the same moment; five is what it has otherwise."""

    request_queue_size = 64
    daemon_threads = True


class Endpoint:
    """The server, running inside a `with`. `answer` says what comes back; set it before the first request."""

    def __init__(self, answer: Answer = well, tls: ssl.SSLContext | None = None, delay: float = 0) -> None:
        self.answer, self.delay = answer, delay
        self.asked: list[Asked] = []
        self.most_at_once = 0
        self._at_once = 0
        self._turns: dict[str, int] = defaultdict(int)
        self._lock = threading.Lock()
        self._server = Listening(("127.0.0.1", 0), _handler(self))
        self._scheme = "https" if tls else "http"
        if tls:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)

    @property
    def base(self) -> str:
        return f"{self._scheme}://127.0.0.1:{self._server.server_port}/v1"

    @property
    def ids(self) -> list[str]:
        """What was asked for, in the order in which it came."""
        return [a.id for a in self.asked]

    def __enter__(self) -> Endpoint:
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def take(self, body: dict[str, Any], headers: Mapping[str, str]) -> Answered:
        """Record a request and answer it, counting how many are under way."""
        with self._lock:
            key = json.dumps(body["messages"][:2])
            self._turns[key] += 1
            asked = Asked(body, headers, self._turns[key])
            self.asked.append(asked)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            time.sleep(self.delay)
            return self.answer(asked)
        finally:
            with self._lock:
                self._at_once -= 1


def _handler(endpoint: Endpoint) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            assert self.path == "/v1/chat/completions", self.path
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            answered = endpoint.take(body, dict(self.headers))
            data = answered.body.encode() if isinstance(answered.body, str) else answered.body
            self.send_response(answered.status)
            for name, value in ({"Content-Type": "application/json"} | dict(answered.headers)).items():
                self.send_header(name, value)
            if not answered.endless:
                self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            try:
                self.wfile.write(data if answered.cut is None else data[: answered.cut])
                while answered.endless:
                    time.sleep(answered.pause)
                    self.wfile.write(data)
            except OSError:  # whoever asked has heard enough
                self.close_connection = True
            if answered.cut is not None:
                self.close_connection = True

        def log_message(self, format: str, *args: Any) -> None:
            """Quiet."""

    return Handler
