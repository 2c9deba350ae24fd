"""What the gate reads, made from a corpus: a text and its English, or the two sides of a synopsis."""

from __future__ import annotations

from yuedu.checks.pair import Kind, Pair
from yuedu.corpus.corpus import Corpus
from yuedu.quantities.zh import NO_CONTEXT, read
from yuedu.sources.summaries import Summary
from yuedu.sources.synopses import Synopsis


def pair_of(corpus: Corpus, ident: str, summary: Summary, place: str) -> Pair:
    """A passage, a heading or a line of front matter, and its English."""
    zh = corpus.texts[ident]
    passage = corpus.passages.get(ident)
    hits = corpus.hits[ident] if passage else corpus.heading_hits[ident]
    kind: Kind = "passage" if passage else "heading" if ident in corpus.sections else "front"
    return Pair(
        place=place,
        zh=zh,
        segments=tuple(summary.segments),
        sentences=tuple(passage.sentences) if passage else ((0, len(zh)),),
        quantities=tuple(
            [f.quantity for f in corpus.figures[ident]]
            if passage
            else read(zh, names=sorted((h.start, h.end) for h in hits), context=corpus.context(ident))
        ),
        hits=tuple(hits),
        terms=corpus.term_by_slug,
        kind=kind,
        id=ident,
        omitted=tuple(summary.omitted),
        year=corpus.context(ident).year,
    )


def synopsis_pair(corpus: Corpus, name: str, synopsis: Synopsis, place: str) -> Pair:
    """A synopsis: its English against its own Chinese, sentence by sentence."""
    hits = corpus.matcher.find(synopsis.zh)
    names = sorted((h.start, h.end) for h in hits)
    first = next(map(corpus.context, corpus.in_order(synopsis.passages)), NO_CONTEXT)
    return Pair(
        place=place,
        zh=synopsis.zh,
        segments=synopsis.segments,
        sentences=synopsis.spans,
        quantities=tuple(read(synopsis.zh, names=names, context=first)),
        hits=tuple(hits),
        terms=corpus.term_by_slug,
        kind="synopsis",
        year=first.year,
        id=name,
    )
