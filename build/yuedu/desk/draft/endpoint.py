"""Where drafts come from: an address that speaks the OpenAI chat API, a model, a key, and the limits of a run."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from yuedu.desk.draft.key import Key
from yuedu.errors import UsageError

PATH = "/chat/completions"


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, counts and bytes.

    `answer_time`: for one whole answer, from the request's first byte to the answer's last.
    `answer_tokens`: what a model may write at most; `answer_bytes`: what is read at most.
    `tries`: of one request, backing off from `backoff` seconds on. `longest_wait`: what a server may ask for.
    `requests`, `tokens`: of the whole run, repairs and further tries included.
    """

    concurrency: int = 8
    requests: int = 1000
    tokens: int = 3_000_000
    connect_time: float = 10
    answer_time: float = 300
    answer_tokens: int = 4096
    answer_bytes: int = 1_000_000
    tries: int = 5
    backoff: float = 1
    longest_wait: float = 300


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`base` is the address without a slash at its end."""

    base: str
    model: str
    key: Key = field(default_factory=Key)
    limits: Limits = field(default_factory=Limits)

    @property
    def url(self) -> str:
        return self.base + PATH

    @property
    def loopback(self) -> bool:
        """Whether it is on this machine: no proxy stands between."""
        return _is_loopback(urlsplit(self.base).hostname or "")

    @property
    def exposes_key(self) -> bool:
        """Whether the key would travel unencrypted to another machine."""
        return bool(self.key) and urlsplit(self.base).scheme == "http" and not self.loopback


def read_address(text: str, source: str) -> str:
    """A base address as given; `source` is the option or variable. Raises `UsageError`, which never quotes a password."""
    remedy = "give the address of the API, such as http://127.0.0.1:8000/v1"
    address = text.strip().rstrip("/").removesuffix(PATH)
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise UsageError(source, None, "this is no URL", remedy) from None
    if parts.username is not None or parts.password is not None:
        raise UsageError(
            source, None, "the URL holds a user or a password", "put the key into OPENAI_API_KEY or a file"
        )
    if parts.query or parts.fragment:
        raise UsageError(source, None, "the URL holds a query (?) or a fragment (#)", remedy)
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0 or any(c.isspace() for c in address):
        raise UsageError(source, None, f"{address!r} is no http or https URL", remedy)
    return address


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
