"""Which English words carry each figure, so that a page can mark a figure on both sides."""

from __future__ import annotations

from yuedu.analysis.figures import Figure
from yuedu.checks.matching import matching
from yuedu.checks.pair import Pair, Span


def carried(pair: Pair, figures: list[Figure]) -> dict[str, Span]:
    """Figure id → its words in `pair.en`; a figure that the English gives in other words than a number is left out."""
    found = {(m.zh.start, m.zh.end): m.en for m in matching(pair).matched}
    return {f.id: (words.start, words.end) for f in figures if (words := found.get((f.quantity.start, f.quantity.end)))}
