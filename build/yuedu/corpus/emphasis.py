"""Who stressed what: how much of each document's text a topic gathers, by what the text does there.

The measure is characters: those of the passages and sentences that a topic gathers in a document, against those of all
passages of the document. A passage may stand under several topics, so that shares add up to more than the whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from yuedu.corpus.corpus import Corpus
from yuedu.sources.document import Strand
from yuedu.text.ids import parse_id, passage_of


@dataclass(frozen=True, slots=True)
class Piece:
    """Sentences of a passage that a topic gathers, numbered from 1; all of them where it gathers the passage."""

    passage: str
    document: str
    strand: Strand
    sentences: tuple[int, ...]
    characters: int


def pieces(corpus: Corpus, topic: str) -> list[Piece]:
    """What a topic gathers, in reading order."""
    chosen: dict[str, set[int]] = {}
    for ident in corpus.topics.gathered[topic]:
        passage = passage_of(ident)
        number = parse_id(ident).sentence
        every = range(1, len(corpus.passages[passage].sentences) + 1)
        chosen.setdefault(passage, set()).update([number] if number else every)
    return [_piece(corpus, passage, sorted(numbers)) for passage, numbers in chosen.items()]


def _piece(corpus: Corpus, passage: str, numbers: list[int]) -> Piece:
    speech, spans = corpus.speech_of[passage], corpus.passages[passage].sentences
    characters = sum(spans[n - 1][1] - spans[n - 1][0] for n in numbers)
    return Piece(passage, speech.meta.id, speech.strand_of(passage), tuple(numbers), characters)


def shares(corpus: Corpus, topic: str) -> dict[tuple[str, Strand], float]:
    """(document, strand) → the part, from 0 to 1, of the document's text that the topic gathers there."""
    whole = {s.meta.id: sum(len(p.zh) for p in s.tree.passages) for s in corpus.speeches}
    found: Counter[tuple[str, Strand]] = Counter()
    for piece in pieces(corpus, topic):
        found[piece.document, piece.strand] += piece.characters
    return {key: count / whole[key[0]] for key, count in found.items()}


def terms_in(corpus: Corpus, piece: Piece) -> Iterator[str]:
    """The slugs of the terms in the sentences of a piece, as often as they stand there."""
    for hit in corpus.hits[piece.passage]:
        if corpus.sentence_at(piece.passage, hit.start) in piece.sentences:
            yield hit.slug


def bodies(corpus: Corpus, gathered: list[Piece]) -> dict[str, int]:
    """The bodies named in these pieces → in how many sentences, the most named first, then in reading order."""
    named: dict[str, set[tuple[str, int]]] = {}
    for piece in gathered:
        for hit in corpus.hits[piece.passage]:
            number = corpus.sentence_at(piece.passage, hit.start)
            if number in piece.sentences and corpus.term_by_slug[hit.slug].kind == "body":
                named.setdefault(hit.slug, set()).add((piece.passage, number))
    return dict(sorted(((s, len(where)) for s, where in named.items()), key=lambda x: -x[1]))


def shared(corpus: Corpus, one: str, other: str) -> tuple[int, int]:
    """How many passages two topics share, and how many terms stand in both."""
    ours, theirs = pieces(corpus, one), pieces(corpus, other)
    passages = {p.passage for p in ours} & {p.passage for p in theirs}
    terms = {t for p in ours for t in terms_in(corpus, p)} & {t for p in theirs for t in terms_in(corpus, p)}
    return len(passages), len(terms)
