"""What a decision makes of a record: pure, and nothing is asked twice.

accept    draft → reviewed, with reviewer, kind, date and the hash of what was read
edited    → draft, made for the Chinese as it is now; the review it had is gone
rejected  → draft with the reason, for whoever drafts it again
dismissed the same state, and one warning may stand
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from yuedu.desk.review.subject import Subject
from yuedu.findings import Finding
from yuedu.sources.reviews import Dismissal, Reviewable
from yuedu.sources.summaries import Summary
from yuedu.sources.synopses import Synopsis

R = TypeVar("R", bound=Reviewable)
English = Summary | Synopsis
UNREVIEWED: Mapping[str, Any] = {
    **{"state": "draft", "reviewed_by": None, "reviewer_kind": None, "reviewed_on": None, "approved": None},
}


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who reviews, and on which day (ISO 8601)."""

    name: str
    kind: Literal["model", "person"]
    on: str


def blocks(subject: Subject) -> list[Finding]:
    """What stands between a text and its acceptance: errors, and warnings that nobody has dismissed."""
    return [f for f in subject.listed if f.rule not in ("state.edited", "state.review")]


def accept(subject: Subject, by: Reviewer) -> English:
    """Reviewed; dismissals that no longer hold go."""
    record = subject.record
    kept = [d for d in record.dismissed if d.of == subject.of and (d.rule, d.found) in subject.warned]
    review = {"reviewed_by": by.name, "reviewer_kind": by.kind, "reviewed_on": by.on, "approved": record.approval}
    return _settled(record, {"state": "reviewed", **review, "dismissed": kept})


def edited(subject: Subject, fields: Mapping[str, Any]) -> English:
    """With these fields, read by the reviewer beside the Chinese as it is now."""
    return _settled(subject.record, {**UNREVIEWED, **fields, "source": subject.source})


def rejected(subject: Subject, reason: str) -> English:
    """Sent back."""
    return subject.record.model_copy(update={**UNREVIEWED, "rejected": reason})


def dismissed(subject: Subject, finding: Finding, reason: str) -> English:
    """One warning may stand; an older dismissal of the same is replaced."""
    record = subject.record
    others = [d for d in record.dismissed if (d.rule, d.found) != (finding.rule, finding.found)]
    made = Dismissal(rule=finding.rule, found=finding.found, reason=reason, of=subject.of)
    return record.model_copy(update={"dismissed": [*others, made]})


def _settled(record: English, update: Mapping[str, Any]) -> English:
    """What was said of the draft is said no longer."""
    gone: dict[str, Any] = {"rejected": None}
    if "findings" in type(record).model_fields:
        gone["findings"] = []
    return record.model_copy(update={**gone, **update})
