"""Which heading stands under which: their ranks, and the two that the order of the grammar does not tell."""

from __future__ import annotations

from collections.abc import Sequence

from yuedu.text.grammar import HEADINGS
from yuedu.text.lines import HeadingLine, heading

ANNEX = -1.0
"""An annex stands above every heading."""

PLACED = next(n for n, h in enumerate(HEADINGS) if h.name == "han")
"""The rank of 一、, which a section that an editor places stands in for."""

ARTICLE_BELOW = PLACED + 0.25
"""The rank of 第一条 where articles run on below 一、, 二、, as in what courts issue."""

_ABOVE_ARTICLES = frozenset({"part", "division", "chapter", "section"})


def rank_of(found: HeadingLine, *, articles_below: bool) -> float:
    """The rank of a numbered heading: that of the grammar, but for articles that stand below 一、."""
    return ARTICLE_BELOW if articles_below and is_article(found) else found.rank


def is_article(found: HeadingLine) -> bool:
    """Whether it is 第…条, which may begin anywhere and jump."""
    return found.rank < len(HEADINGS) and HEADINGS[found.rank].name == "article"


def articles_below(lines: Sequence[str]) -> bool:
    """Whether articles run on from one 一、, 二、 to the next: the first of these stands above the first article."""
    last = hans = 0
    for line in lines:
        found = heading(line)
        if found is None:
            continue
        name = HEADINGS[found.rank].name
        if name == "han" and found.standalone and not last:
            hans += 1
        elif name == "article":
            if not hans or found.number < last:
                return False
            last = found.number
        elif name in _ABOVE_ARTICLES:
            return False
    return last > 0
