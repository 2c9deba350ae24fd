"""What English has to show for itself before a reader may see it: for which Chinese it was made, and who read it when.

A review writes reviewer, kind, date and `approved`, the hash of what was read; whoever edits a word afterwards makes it a
draft again. A warning that a reviewer looked at and let stand is dismissed with a reason, and only for these very words.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from yuedu.findings import Finding
from yuedu.sources.shape import IsoDate, Shape

State = Literal["missing", "draft", "reviewed", "stale"]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


def _digits(value: Any) -> Any:
    """A hash that happens to be all digits is a number to YAML."""
    return f"{value:016d}" if isinstance(value, int) and not isinstance(value, bool) else value


class Dismissal(Shape):
    """A warning that may stand: its rule, the words it found, why, and which Chinese and English that was said of."""

    rule: Words
    found: str = ""
    reason: Words
    of: Annotated[str, BeforeValidator(_digits), StringConstraints(pattern=r"^[0-9a-f]{16}$")]


class Reviewable(Shape):
    """The fields of a review. `source` is the hash of the Chinese that the English was made for.

    `findings`: what the gate still said of a model's draft when it was made, as `rule: message`, for whoever reviews it.
    `rejected`: why a reviewer sent the draft back, for whoever drafts it again.
    """

    source: Hash
    state: Literal["draft", "reviewed"]
    drafted_by: Words
    reviewed_by: str | None = None
    reviewer_kind: Literal["model", "person"] | None = None
    reviewed_on: IsoDate | None = None
    approved: Hash | None = None
    rejected: Words | None = None
    dismissed: list[Dismissal] = Field(default_factory=list)
    findings: list[Words] = Field(default_factory=list)


def sha256(zh: str) -> str:
    """The hash that ties English to its Chinese: SHA-256 of the UTF-8."""
    return hashlib.sha256(zh.encode()).hexdigest()


def canonical(value: Any) -> str:
    """SHA-256 of a value as JSON with sorted keys and nothing between the tokens."""
    return sha256(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def pair_hash(zh: str, en: str) -> str:
    """What a dismissal is `of`: the first 16 hex digits of the SHA-256 of the Chinese, a line feed and the English."""
    return sha256(f"{zh}\n{en}")[:16]


def review_findings(ident: str, text: Reviewable, source: str, approval: str, place: str) -> Iterator[Finding]:
    """Made for other Chinese, reviewed by nobody, or edited since; `source` and `approval` are what they should be."""
    if text.source != source:
        message = "the Chinese has changed since this English was made"
        yield Finding("error", "state.stale", place, message, text.source, source, ident)
    if text.state != "reviewed":
        return
    if not (text.reviewed_by and text.reviewer_kind and text.reviewed_on and text.approved):
        message = "reviewed English needs reviewed_by, reviewer_kind, reviewed_on and approved"
        yield Finding("error", "state.review", place, message, "", "all four, as `yuedu review` writes them", ident)
    elif text.approved != approval:
        message = "edited after review; review it again with `yuedu review`"
        yield Finding("error", "state.edited", place, message, text.approved, approval, ident)


def state_after(text: Reviewable, problems: Iterable[Finding]) -> State:
    """The effective state: what these problems make of the one in the file."""
    rules = {p.rule for p in problems}
    if "state.stale" in rules:
        return "stale"
    return "draft" if "state.edited" in rules else text.state
