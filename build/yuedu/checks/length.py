"""Whether the English is as long as English of this kind is.

The band is that of the reviewed corpus: the median of ln(English characters / Chinese characters), four robust standard
deviations (1.4826 × the median absolute deviation) to either side, and never narrower than a factor of 1.5.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import exp, log
from statistics import median

from yuedu.checks.pair import Kind, Pair
from yuedu.checks.rule import Mark, Rule

ENOUGH = 30
"""A band of fewer reviewed texts would say nothing."""
DEVIATIONS = 4.0
NARROWEST = log(1.5)


@dataclass(frozen=True, slots=True)
class Band:
    """The ratios of English to Chinese characters that are as usual."""

    low: float
    high: float

    @classmethod
    def of(cls, ratios: Iterable[float]) -> Band | None:
        """The band of these ratios; None where there are too few."""
        logs = [log(r) for r in ratios]
        if len(logs) < ENOUGH:
            return None
        middle = median(logs)
        width = max(DEVIATIONS * 1.4826 * median(abs(x - middle) for x in logs), NARROWEST)
        return cls(exp(middle - width), exp(middle + width))


def ratio(zh: str, en: str) -> float:
    """English characters for each Chinese one."""
    return max(len(en), 1) / max(len(zh), 1)


def length_rule(bands: Mapping[Kind, Band | None]) -> Rule:
    """The rule for a corpus with these bands."""

    def check(pair: Pair) -> Iterator[Mark]:
        """The English is neither much shorter nor much longer than the reviewed English of this corpus is."""
        band = bands.get(pair.kind)
        if band is None:
            return
        found = ratio(pair.zh, pair.en)
        if not band.low <= found <= band.high:
            short = "short" if found < band.low else "long"
            message = f"the English is unusually {short} for its Chinese"
            yield Mark(message, f"{found:.2f} characters for one", f"{band.low:.2f} to {band.high:.2f}")

    return Rule("text.length", "warning", check)
