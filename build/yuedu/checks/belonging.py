"""Which figure of its sentence a word belongs to: the one of its clause, the nearest where there are several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yuedu.checks.pair import Span

ZH_CLAUSES = re.compile("[，；：、。！？（）]|(?<=[人元吨家个%米里次户亩天])和")
EN_CLAUSES = re.compile(
    r"[;:()]|,(?![0-9])|\.(?=\s|$)| (?:and|while|whereas|but|against|compared with|compared to|of which|including|with)(?= )",
    re.I,
)


def owner(text: str, word: Span, figures: Sequence[Span], clauses: re.Pattern[str], *, onward: bool) -> int | None:
    """The index of the figure that `word` belongs to; None where none does for certain.

    `figures`: spans in order. `onward`: a word in a clause without a figure goes with the next clause (as Chinese
    subjects do: 城镇新增就业，全年1206万人).
    """
    start, end = 0, len(text)
    for cut in clauses.finditer(text):
        if any(a <= cut.start() < b for a, b in figures):
            continue
        if cut.end() <= word[0]:
            start = cut.end()
        elif cut.start() >= word[1]:
            end = cut.start()
            break
    inside = [n for n, (a, b) in enumerate(figures) if start <= a and b <= end]
    if inside:
        return min(inside, key=lambda n: _gap(word, figures[n]))
    if onward:
        later = [n for n, (a, _) in enumerate(figures) if a >= end]
        if (
            later
            and not re.search("[。！？；]", text[word[1] : figures[later[0]][0]])
            and figures[later[0]][0] - end < 12
        ):
            return later[0]
    return None


def _gap(word: Span, figure: Span) -> int:
    """Characters between; a word before its figure is nearer than one after."""
    return figure[0] - word[1] if word[1] <= figure[0] else 2 * (word[0] - figure[1]) + 1
