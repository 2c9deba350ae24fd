"""Whether the terms of the Chinese are rendered as the term base has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from yuedu.checks.pair import Pair
from yuedu.checks.renderings import NAMES, TITLES, aligned, allowed, inside, missing
from yuedu.checks.rule import Mark, rule
from yuedu.checks.words import bare_words, words_of
from yuedu.glossary.shape import Kind

TERMS = tuple(kind for kind in get_args(Kind) if kind not in (*NAMES, *TITLES))


@rule("term.missing", "error")
def term_missing(pair: Pair) -> Iterator[Mark]:
    """Each term of the Chinese has its preferred or an accepted rendering in the English of its sentence."""
    yield from missing(pair, *TERMS)


@rule("term.avoided", "error")
def term_avoided(pair: Pair) -> Iterator[Mark]:
    """No rendering that a term's record avoids stands in the English of its sentence.

    Inside a longer allowed rendering it may. A single common word (handle, intensive) may stand for other Chinese: it
    counts only where the term has no allowed rendering beside it.
    """
    words = words_of(pair.en)
    allowed_spans = [
        s for h in pair.hits if h.slug in pair.terms for a in allowed(pair.terms[h.slug]) for s in words.find(a)
    ]
    seen: set[tuple[str, int]] = set()
    for hit in pair.hits:
        term = pair.terms.get(hit.slug)
        where = aligned(pair, hit)
        for avoided in term.en.avoid if term else ():
            own = any(inside(s, where) for a in allowed(term) for s in words.find(a)) if term else False
            for span in words.find(avoided.text):
                if not inside(span, where) or inside(span, allowed_spans) or (avoided.text, span[0]) in seen:
                    continue
                if own and len(bare_words(avoided.text)) == 1 and avoided.text.islower():
                    continue
                seen.add((avoided.text, span[0]))
                zh, en = pair.zh[hit.start : hit.end], pair.en[span[0] : span[1]]
                message = f"{zh} must not be rendered so: {avoided.why}"
                yield Mark(message, en, term.en.preferred if term else "", (hit.start, hit.end), span)


RULES = (term_missing, term_avoided)
