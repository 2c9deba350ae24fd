"""Where the renderings of a pair's terms stand in its English. Shared by the rules of terms, titles and names."""

from __future__ import annotations

from collections.abc import Iterator

from yuedu.checks.pair import Pair, Span
from yuedu.checks.rule import Mark
from yuedu.checks.words import words_of
from yuedu.glossary.match import Hit
from yuedu.glossary.shape import Term

NAMES = ("person", "body")
TITLES = ("document",)


def allowed(term: Term) -> tuple[str, ...]:
    """The preferred rendering and the accepted ones."""
    return (term.en.preferred, *(a.text for a in term.en.accepted))


def missing(pair: Pair, *kinds: str) -> Iterator[Mark]:
    """A mark for each term of these kinds that has no allowed rendering where its sentence's English is.

    A term that stands several times in the passage needs its rendering once, anywhere: English has pronouns. One in a
    sentence that the English leaves out needs none. A term inside a longer one is not looked for: the longer one is.
    """
    omitted = {o.sentence for o in pair.omitted}
    hits = [h for h in pair.hits if pair.sentence_at(h.start) not in omitted]
    slugs = [h.slug for h in hits]
    done: set[str] = set()
    for hit in hits:
        term = pair.terms.get(hit.slug)
        if term is None or term.kind not in kinds or hit.slug in done:
            continue
        repeated = slugs.count(hit.slug) > 1
        where = [(0, len(pair.en))] if repeated else aligned(pair, hit)
        if not any(inside(span, where) for text in allowed(term) for span in words_of(pair.en).find(text)):
            done.add(hit.slug)
            found = pair.zh[hit.start : hit.end]
            message = f"{found} has none of its renderings in the English"
            yield Mark(message, found, " | ".join(allowed(term)), (hit.start, hit.end), hull(where))


def aligned(pair: Pair, hit: Hit) -> list[Span]:
    """The segments that stand on the sentence of a hit, as spans of the English."""
    number = pair.sentence_at(hit.start)
    segments = zip(pair.segments, pair.segment_spans, strict=True)
    return [span for segment, span in segments if number in segment.stands_on]


def inside(span: Span, where: list[Span]) -> bool:
    """Whether a span lies in one of these."""
    return any(start <= span[0] and span[1] <= end for start, end in where)


def hull(where: list[Span]) -> Span | None:
    """From the first of these to the last."""
    return (where[0][0], where[-1][1]) if where else None
