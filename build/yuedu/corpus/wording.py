"""The wording of one document against that of another: their sentences, aligned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from yuedu.corpus.corpus import Corpus
from yuedu.corpus.pairs import Pair
from yuedu.quantities.model import Quantity
from yuedu.text.tree import Passage
from yuedu.wording.alignment import align
from yuedu.wording.shape import Row, Sentence


def aligned(corpus: Corpus, pair: Pair) -> list[Row]:
    """What became of the sentences of `pair.a` in `pair.b`; the ids are those of the sentences."""
    return align(sentences_of(corpus, pair.a), sentences_of(corpus, pair.b), corpus.matcher.tokens)


def sentences_of(corpus: Corpus, document: str) -> list[Sentence]:
    """Those of its passages in reading order, without headings and front matter."""
    opened = corpus.window[document]
    figures = opened.analysis.figures
    return [s for p in opened.passages.values() for s in sentences_in(p, (f.quantity for f in figures[p.id]))]


def sentences_in(passage: Passage, quantities: Iterable[Quantity]) -> list[Sentence]:
    """Of one passage; a quantity belongs to the sentence that holds it, with offsets in that."""
    own = list(quantities)
    return [
        Sentence(
            f"{passage.id}.s{n}",
            passage.zh[start:end],
            passage.id,
            tuple(
                replace(q, start=q.start - start, end=q.end - start) for q in own if start <= q.start and q.end <= end
            ),
        )
        for n, (start, end) in enumerate(passage.sentences, 1)
    ]
