"""A rule of the gate: a function from a pair to marks; its docstring is the rule, its name and severity are declared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from yuedu.checks.pair import Pair, Span
from yuedu.findings import Finding, Severity

__all__ = ["Mark", "Rule", "rule"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a rule found, with the words of both sides it is about; spans are offsets into `pair.zh` and `pair.en`.

    `severity`: only where this one is other than the rule's own, as a warning for a synopsis.
    """

    message: str
    found: str = ""
    expected: str = ""
    zh: Span | None = None
    en: Span | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """`name` is `family.name`."""

    name: str
    severity: Severity
    check: Callable[[Pair], Iterator[Mark]]

    @property
    def doc(self) -> str:
        """The rule in words."""
        return (self.check.__doc__ or "").strip()

    def findings(self, pair: Pair) -> Iterator[Finding]:
        """The marks of one pair as findings."""
        for mark in self.check(pair):
            yield Finding(
                mark.severity or self.severity,
                self.name,
                pair.place,
                mark.message,
                mark.found,
                mark.expected,
                pair.id,
                mark.zh,
                mark.en,
            )


def rule(name: str, severity: Severity) -> Callable[[Callable[[Pair], Iterator[Mark]]], Rule]:
    """Declare a function as a rule of the gate."""
    return lambda check: Rule(name, severity, check)
