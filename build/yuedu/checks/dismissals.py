"""Warnings that a reviewer let stand, each with a written reason that is committed beside the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from yuedu.findings import Finding
from yuedu.sources.reviews import Dismissal


def settled(
    findings: Iterable[Finding], dismissed: Sequence[Dismissal], of: str, place: str, ident: str
) -> list[Finding]:
    """The findings without the warnings that were dismissed, and a finding for each dismissal that does not hold.

    A dismissal is of one rule and the words it found, and holds while `of`, the hash of both sides, is the one it names.
    """
    found = list(findings)
    silent = {(d.rule, d.found) for d in dismissed if d.of == of}
    kept = [f for f in found if f.severity == "error" or (f.rule, f.found) not in silent]
    return [*kept, *_unsound(found, dismissed, of, place, ident)]


def _unsound(
    findings: Sequence[Finding], dismissed: Sequence[Dismissal], of: str, place: str, ident: str
) -> Iterator[Finding]:
    severity = {(f.rule, f.found): f.severity for f in sorted(findings, key=lambda f: f.severity, reverse=True)}
    for dismissal in dismissed:
        what = f"{dismissal.rule} ({dismissal.found})"
        known = severity.get((dismissal.rule, dismissal.found))
        if known == "error":
            message = f"{what} is an error, and only a warning can be dismissed; mend the English"
            yield Finding("error", "state.dismissal", place, message, dismissal.found, "", ident)
        elif known is None:
            message = f"the dismissal of {what} matches no warning: remove it"
            yield Finding("warning", "state.dismissal", place, message, dismissal.of, of, ident)
        elif dismissal.of != of:
            message = (
                f"the dismissal of {what} was of other words, and has expired: look again, then write the new `of`"
            )
            yield Finding("warning", "state.dismissal", place, message, dismissal.of, of, ident)
