"""How much of each document stands under each topic, in numbers alone: what is on which page is decided from these.

They are found document by document, each once, and are small; the texts themselves are then read only for what a page shows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuedu.corpus.window import document_of
from yuedu.sources.document import Strand
from yuedu.text.ids import parse_id, passage_of

if TYPE_CHECKING:
    from yuedu.corpus.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Held:
    """What a topic gathers of one document: passages, whole or in part, characters of Chinese and of English that a
    reader may see, measured figures; what its passages do, in reading order, each with its characters; its terms."""

    passages: int
    characters: int
    english: int
    figures: int
    strands: Mapping[Strand, int]
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """One document: its passages and their characters, its measured figures; its commitments, with their characters in
    both languages; what it holds for each topic, of how many passages each is the primary one, and how many commitments
    each gathers."""

    passages: int
    characters: int
    figures: int
    commitments: int
    committing: tuple[int, int]
    topics: Mapping[str, Held]
    primary: Mapping[str, int]
    committed: Mapping[str, int]

    @property
    def strands(self) -> frozenset[Strand]:
        return frozenset(k for held in self.topics.values() for k in held.strands)


def gathered_by_document(gathered: Mapping[str, Sequence[str]]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Topic → document → what the topic gathers of it, in reading order."""
    found: dict[str, dict[str, list[str]]] = {topic: {} for topic in gathered}
    for topic, ids in gathered.items():
        for ident in ids:
            found[topic].setdefault(document_of(ident), []).append(ident)
    return {topic: {d: tuple(ids) for d, ids in inside.items()} for topic, inside in found.items()}


def chosen_sentences(corpus: Corpus, ids: Collection[str]) -> dict[str, tuple[int, ...]]:
    """Passage → the numbers of its sentences that are gathered: all of them where the passage is."""
    chosen: dict[str, set[int]] = {}
    for ident in ids:
        passage, number = passage_of(ident), parse_id(ident).sentence
        every = range(1, len(corpus.cards[document_of(passage)].passages[passage]) + 1)
        chosen.setdefault(passage, set()).update([number] if number else every)
    return {passage: tuple(sorted(numbers)) for passage, numbers in chosen.items()}


def holding(corpus: Corpus, document: str) -> Holding:
    """Everything that is counted of one document; it is not opened."""
    card = corpus.cards[document]
    members = corpus.topics.members
    committed: Counter[str] = Counter()
    for ident in card.commitments:
        passage = passage_of(ident)
        committed.update(t for t in corpus.topics.of_passage[passage] if ident in members[t] or passage in members[t])
    sentences = [(passage_of(i), [parse_id(i).sentence or 1]) for i in card.commitments]
    topics = {
        topic.slug: _held(corpus, document, chosen_sentences(corpus, ids))
        for topic in corpus.topics.topics
        if (ids := corpus.gathered_of[topic.slug].get(document))
    }
    return Holding(
        passages=len(card.passages),
        characters=card.characters,
        figures=sum(1 for p in card.passages for _ in card.measured(p)),
        commitments=len(card.commitments),
        committing=(
            sum(characters_of(corpus, p, numbers) for p, numbers in sentences),
            sum(english_of(corpus, p, numbers) for p, numbers in sentences),
        ),
        topics=topics,
        primary=Counter(corpus.topics.of_passage[p][0] for p in card.passages),
        committed=committed,
    )


def _held(corpus: Corpus, document: str, chosen: Mapping[str, tuple[int, ...]]) -> Held:
    strands: Counter[Strand] = Counter()
    english = figures = 0
    strand_of = corpus.speech_by_id[document].strand_of
    for passage, numbers in chosen.items():
        strands[strand_of(passage)] += characters_of(corpus, passage, numbers)
        english += english_of(corpus, passage, numbers)
        figures += figures_in(corpus, passage, numbers)
    terms = corpus.terms_in(document)
    slugs = {slug: None for passage, numbers in chosen.items() for n, slug in terms.get(passage, ()) if n in numbers}
    return Held(len(chosen), sum(strands.values()), english, figures, strands, tuple(slugs))


def characters_of(corpus: Corpus, passage: str, numbers: Collection[int]) -> int:
    """Of these sentences of a passage."""
    ends = corpus.cards[document_of(passage)].passages[passage]
    return sum(ends[n - 1] - (ends[n - 2] if n > 1 else 0) for n in numbers)


def english_of(corpus: Corpus, passage: str, numbers: Collection[int]) -> int:
    """The characters of English that a reader may see beside these sentences."""
    english = corpus.english.get(passage)
    shown = english.summary.segments if english and english.shown(corpus.drafts) else []
    return sum(len(s.text) for s in shown if set(s.stands_on) & {*numbers})


def figures_in(corpus: Corpus, passage: str, numbers: Collection[int]) -> int:
    """The measured figures of these sentences."""
    return sum(n in numbers for n in corpus.cards[document_of(passage)].measured(passage))
