"""A line of a bilingual file through the gate."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from opencc import OpenCC

from yuedu.checks.gate import PAIR_RULES, TERM_RULES, gate
from yuedu.checks.pair import Pair
from yuedu.desk.compare.lines import Line
from yuedu.findings import Finding
from yuedu.glossary.match import Matcher
from yuedu.glossary.shape import Term
from yuedu.quantities.zh import read
from yuedu.sources.summaries import Segment

_TRADITIONAL = re.compile("[億萬個兩餘約幾點過圓間條項約達]")


def pair_of_line(line: Line, name: str, terms: Sequence[Term] = (), matcher: Matcher | None = None) -> Pair:
    """A line as a pair: one segment that stands on the whole, with the terms of a term base where one is given."""
    zh = _simplified(line.zh)
    hits = matcher.find(zh) if matcher else []
    by_slug: Mapping[str, Term] = {t.slug: t for t in terms}
    return Pair(
        place=f"{name}:{line.number}",
        zh=zh,
        segments=(Segment(text=line.en, stands_on=[1]),),
        sentences=((0, len(zh)),),
        quantities=tuple(read(zh, names=sorted((h.start, h.end) for h in hits))),
        hits=tuple(hits),
        terms=by_slug,
        kind="pair",
    )


def _simplified(zh: str) -> str:
    """Traditional characters as the reader of quantities knows them: 億 is 亿. As long as the text, or the text itself."""
    if not _TRADITIONAL.search(zh):
        return zh
    simple = OpenCC("t2s").convert(zh)
    return simple if len(simple) == len(zh) else zh


def judged(pair: Pair, *, with_terms: bool) -> list[Finding]:
    """What the rules for bare pairs say of it, and those of the term base where one is asked for."""
    return gate(pair, PAIR_RULES + TERM_RULES if with_terms else PAIR_RULES)
