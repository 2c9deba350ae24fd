"""What a check reports: severity, rule, place, the value found and what was expected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `rule` is `family.name`; `place` is `file:line`; `found` and `expected` are the words themselves.

    `zh`, `en`: where the words stand in the Chinese and in its English, as offsets, for findings about such a pair.
    """

    severity: Severity
    rule: str
    place: str
    message: str
    found: str = ""
    expected: str = ""
    passage: str | None = None
    zh: tuple[int, int] | None = None
    en: tuple[int, int] | None = None

    def as_json(self) -> dict[str, Any]:
        """The finding as the command line's `--json` prints it; `passage` and `spans` only where there are any."""
        about = {"passage": self.passage} if self.passage else {}
        spans = {side: list(span) for side, span in (("zh", self.zh), ("en", self.en)) if span}
        return {
            "severity": self.severity,
            "rule": self.rule,
            "place": self.place,
            **about,
            "message": self.message,
            "found": self.found,
            "expected": self.expected,
            **({"spans": spans} if spans else {}),
        }

    def __str__(self) -> str:
        tail = f" (found {self.found!r}" + (f", expected {self.expected!r})" if self.expected else ")")
        return f"{self.place}: {self.severity}: {self.rule}: {self.message}" + (tail if self.found else "")


def blocking(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that make a run exit with 1."""
    return [f for f in findings if f.severity == "error"]
