"""A line of a bilingual file through the gate."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from opencc import OpenCC

from yuedu.checks.gate import PAIR_RULES, TERM_RULES, gate
from yuedu.checks.pair import Pair
from yuedu.desk.compare.lines import Line
from yuedu.findings import Finding
from yuedu.glossary.match import Matcher
from yuedu.glossary.shape import Term
from yuedu.quantities.model import Context
from yuedu.quantities.zh import read
from yuedu.sources.summaries import Segment

_HONG_KONG = re.compile("香港|港元|港币|港幣|立法會|特區政府")
_HONG_KONG_IN_ENGLISH = re.compile(r"Hong Kong(?! ?(?:\$|dollars?))")
"""The place; its money alone may be the error that is looked for."""
_BARE_DOLLAR = re.compile(r"(?<![A-Za-z.])\$ ?[0-9]|HK ?\$|HKD|Hong Kong dollars?")
_AMBIGUOUS = frozenset("著乾於藉瞭麼夥迴彆癥後里面余干几谷云")
"""Characters that both scripts use."""


def pair_of_line(
    line: Line,
    name: str,
    terms: Sequence[Term] = (),
    matcher: Matcher | None = None,
    year: int | None = None,
    currency: str | None = None,
) -> Pair:
    """A line as a pair: one segment that stands on the whole, with the terms of a term base where one is given.

    `year` and `currency` are those of the text, where they are known; a year that the line has of its own stands above.
    """
    zh, traditional = _simplified(line.zh)
    year = line.year or year
    currency = currency or _currency(line, traditional)
    hits = matcher.find(zh) if matcher else []
    by_slug: Mapping[str, Term] = {t.slug: t for t in terms}
    names = sorted((h.start, h.end) for h in hits)
    return Pair(
        place=f"{name}:{line.number}",
        zh=zh,
        segments=(Segment(text=line.en, stands_on=[1]),),
        sentences=((0, len(zh)),),
        quantities=tuple(read(zh, names=names, context=Context(year=year, currency=currency))),
        hits=tuple(hits),
        terms=by_slug,
        kind="pair",
        year=year,
        currency=currency,
    )


@cache
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")


def _simplified(zh: str) -> tuple[str, bool]:
    """Traditional characters as the rules know them (億 is 亿), as long as the text, or the text itself; and whether there were any."""
    simple: str = _to_simplified().convert(zh)
    if len(simple) != len(zh):
        return zh, False
    changed = {a for a, b in zip(zh, simple, strict=True) if a != b} - _AMBIGUOUS
    return (simple if changed else zh), bool(changed)


def _currency(line: Line, traditional: bool) -> str | None:
    """The Hong Kong dollar where the text says so: it names Hong Kong, or is in its script, and the English has a bare $."""
    if not _BARE_DOLLAR.search(line.en):
        return None
    return "HKD" if traditional or _HONG_KONG.search(line.zh) or _HONG_KONG_IN_ENGLISH.search(line.en) else None


def judged(pair: Pair, *, with_terms: bool) -> list[Finding]:
    """What the rules for bare pairs say of it, and those of the term base where one is asked for."""
    return gate(pair, PAIR_RULES + TERM_RULES if with_terms else PAIR_RULES)
