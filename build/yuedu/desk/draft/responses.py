"""A server's response to an answer, or to a fault that says what would mend it. No network here."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from yuedu.desk.draft.dialect import about_format
from yuedu.desk.draft.endpoint import Endpoint
from yuedu.desk.draft.faults import BadAnswer, EndpointError, Fatal, Refused, Transient
from yuedu.desk.draft.waiting import retry_after

ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
SAID = 300
"""Characters of a server's message that are shown."""


@dataclass(frozen=True, slots=True)
class Response:
    """Header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    data: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """What the model wrote; `tokens` of request and answer together, None where the server does not say."""

    text: str
    tokens: int | None


class NotAsPut(Exception):
    """The server does not take the request as it is put; a plainer one may do."""

    def __init__(self, message: str, fault: Refused) -> None:
        super().__init__(message)
        self.message, self.fault = message, fault


def read(response: Response, endpoint: Endpoint) -> Reply:
    """The reply; raises an `EndpointError`, `NotAsPut` or `BadAnswer` where there is none."""
    if not 200 <= response.status < 300:
        raise _fault(response, endpoint)
    envelope = _json(response.data)
    if not isinstance(envelope, dict):
        if _is_page(response):
            message = "the answer is a web page, not an answer of the API"
            remedy = "check the address (it usually ends in /v1); a proxy or a log-in page may stand in between"
            raise Fatal(endpoint.url, message, remedy)
        message = "the answer is not the JSON that the API promises"
        raise Transient(endpoint.url, message, "check the address; the server may have been restarted or cut off")
    content = _content(envelope, endpoint)
    if endpoint.key.is_in(content) or endpoint.key.is_in(_unescaped(content)):
        raise BadAnswer("the answer quotes the key to the endpoint, and is thrown away")
    return Reply(content, _tokens(envelope))


def _content(envelope: Mapping[str, Any], endpoint: Endpoint) -> str:
    choices = envelope.get("choices")
    if choices is None and "error" in envelope:  # some gateways report every fault with 200
        raise Refused(endpoint.url, f"the endpoint reports: {_said(envelope, endpoint)}", "see the endpoint's manual")
    first = choices[0] if isinstance(choices, list) and choices else None
    message = first.get("message") if isinstance(first, dict) else None
    if not isinstance(first, dict) or not isinstance(message, dict):
        raise BadAnswer("the endpoint returned no answer (choices is empty)")
    content = message.get("content")
    if isinstance(content, list):
        content = "".join(str(p.get("text", "")) for p in content if isinstance(p, dict))
    if not isinstance(content, str) or not content.strip():
        refusal = message.get("refusal")
        if isinstance(refusal, str) and refusal:
            raise BadAnswer(f"the model declined: {endpoint.key.hide(refusal)[:SAID]}")
        raise BadAnswer("the answer is empty")
    if first.get("finish_reason") == "length":
        text = endpoint.key.hide(content)
        raise BadAnswer("the answer was cut off at the limit of tokens (finish_reason: length)", text[:SAID])
    return content


def _fault(response: Response, endpoint: Endpoint) -> EndpointError | NotAsPut:
    status, url, said = response.status, endpoint.url, _said(_json(response.data), endpoint)
    quoted = f": {said}" if said else ""
    if 300 <= status < 400:
        target = endpoint.key.hide_pieces(response.headers.get("location", ""))[:SAID]
        return Fatal(
            url,
            f"{status}: redirected to {target or 'nowhere'}; the key is not sent on",
            "use the address the API really has",
        )
    if status == 401:  # the message is not shown: some servers quote the key in it
        remedy = "check the key" if endpoint.key else "put a key into OPENAI_API_KEY, or a file that --key-file names"
        return Fatal(
            url,
            "401: " + ("the key is not accepted" if endpoint.key else "a key is needed, and none was given"),
            remedy,
        )
    if status == 403:
        return Fatal(
            url, "403: the key may not use this", f"check what the key may do, and the model {endpoint.model!r}"
        )
    if status == 404:
        remedy = f"check the address (it usually ends in /v1) and the model {endpoint.model!r}"
        return Fatal(url, "404: no such address or model" + quoted, remedy)
    if status == 407:
        return Fatal(url, "407: the proxy asks for a log-in", "check HTTPS_PROXY")
    if status == 402 or (status == 429 and "insufficient_quota" in said):
        return Fatal(url, f"{status}: the account is used up{quoted}", "top it up, or use another key")
    if status in (400, 415, 422) or (status == 500 and about_format(said)):
        refused = Refused(
            url, f"{status}: the request is refused{quoted}", f"check the model {endpoint.model!r} and its limits"
        )
        return NotAsPut(said, refused)
    if status in (408, 409, 425, 429) or status >= 500:
        return _later(response, endpoint, quoted)
    return Refused(url, f"{status}: the request is refused{quoted}", "see the endpoint's manual")


def _later(response: Response, endpoint: Endpoint, quoted: str) -> EndpointError:
    wait = retry_after(response.headers.get("retry-after"))
    busy = response.status == 429
    message = f"{response.status}: {'too many requests' if busy else 'the server fails'}{quoted}"
    remedy = (
        "run it again later, or with a lower --concurrency" if busy else "run it again later: what is drafted stays"
    )
    if wait is not None and wait > endpoint.limits.longest_wait:
        return Fatal(endpoint.url, f"{message}; it asks to wait {wait:.0f} s", remedy)
    return Transient(endpoint.url, message, remedy, wait)


def _said(value: Any, endpoint: Endpoint) -> str:
    """A server's own message, on one line and without the key."""
    error = value.get("error", value) if isinstance(value, dict) else None
    if isinstance(error, dict):
        words = [str(error[k]) for k in ("message", "code", "detail") if isinstance(error.get(k), str | list)]
        error = "; ".join(dict.fromkeys(words))
    text = " ".join(str(error).split()) if isinstance(error, str) else ""
    return endpoint.key.hide_pieces(text)[:SAID]


def _unescaped(text: str) -> str:
    """What JSON inside of the text would read as."""
    text = ESCAPED.sub(lambda m: chr(int(m[1], 16)), text)
    return text.replace("\\/", "/").replace('\\"', '"').replace("\\\\", "\\")


def _tokens(envelope: Mapping[str, Any]) -> int | None:
    usage = envelope.get("usage")
    total = usage.get("total_tokens") if isinstance(usage, dict) else None
    return total if isinstance(total, int) and not isinstance(total, bool) and 0 < total < 10**9 else None


def _json(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _is_page(response: Response) -> bool:
    return "html" in response.headers.get("content-type", "").lower() or response.data.lstrip()[:1] == b"<"
