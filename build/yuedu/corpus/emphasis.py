"""Who stressed what: how much of each document's text a topic gathers, by what the text does there.

The measure is characters: those of the passages and sentences that a topic gathers in a document, against those of all
passages of the document. A passage may stand under several topics, so that shares add up to more than the whole.
"""

from __future__ import annotations

from dataclasses import dataclass

from yuedu.corpus.corpus import Corpus
from yuedu.corpus.holdings import chosen_sentences
from yuedu.sources.document import Strand
from yuedu.text.ids import passage_of


@dataclass(frozen=True, slots=True)
class Piece:
    """Sentences of a passage that a topic gathers, numbered from 1; all of them where it gathers the passage."""

    passage: str
    strand: Strand
    sentences: tuple[int, ...]


def pieces(corpus: Corpus, topic: str, document: str) -> list[Piece]:
    """What a topic gathers of a document, in reading order."""
    chosen = chosen_sentences(corpus, corpus.gathered_of[topic].get(document, ()))
    strand_of = corpus.speech_by_id[document].strand_of
    return [Piece(passage, strand_of(passage), numbers) for passage, numbers in chosen.items()]


def shares(corpus: Corpus, topic: str) -> dict[tuple[str, Strand], float]:
    """(document, strand) → the part, from 0 to 1, of the document's text that the topic gathers there."""
    found: dict[tuple[str, Strand], float] = {}
    for document in corpus.gathered_of[topic]:
        holding = corpus.holdings[document]
        for strand, characters in holding.topics[topic].strands.items():
            found[document, strand] = characters / holding.characters
    return found


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
    ours, theirs = ({*map(passage_of, corpus.topics.gathered[t])} for t in (one, other))
    return len(ours & theirs), len(corpus.terms_of_topic[one] & corpus.terms_of_topic[other])
