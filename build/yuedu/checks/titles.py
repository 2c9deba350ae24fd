"""Whether the titles of documents are rendered as the term base has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yuedu.checks.pair import Pair
from yuedu.checks.renderings import TITLES, missing
from yuedu.checks.rule import Mark, rule

TITLE = re.compile("《([^《》]+)》")  # 《广东省数据条例》


@rule("title.missing", "error")
def title_missing(pair: Pair) -> Iterator[Mark]:
    """Each document that the Chinese names stands in the English under its fixed title."""
    yield from missing(pair, *TITLES)


@rule("title.unknown", "error")
def title_unknown(pair: Pair) -> Iterator[Mark]:
    """Each 《title》 is in the term base, so that its English is fixed. Where there is no term base, nothing is asked."""
    if not pair.terms:
        return
    for match in TITLE.finditer(pair.zh):
        inner = match.span(1)
        if not any(h.start <= inner[0] and inner[1] <= h.end for h in pair.hits):
            message = f"{match[0]} is not in glossary.yml, so that no rendering of it is fixed"
            yield Mark(message, match[1], "a term of kind document", match.span())


RULES = (title_missing, title_unknown)
