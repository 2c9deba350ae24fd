"""Where things stand in all documents: terms, sentences, figures, commitments, found by way of the cards.

A document is opened only where its own words are asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from yuedu.analysis.card import Card
from yuedu.analysis.figures import Figure
from yuedu.commitments.gather import Commitment, sentence_id
from yuedu.corpus.english import English
from yuedu.corpus.filing import Assigned
from yuedu.corpus.labels import labelled
from yuedu.corpus.window import ByPart, Opened, Window, document_of
from yuedu.glossary.match import Hit
from yuedu.sources.summaries import Drafts
from yuedu.text.ids import parse_id, passage_of


@dataclass(frozen=True, slots=True)
class StandsIn(Collection[str]):
    """The sentences in which a term stands, by id, in reading order; then the headings and lines; each once."""

    cards: Mapping[str, Card]
    slug: str

    def __iter__(self) -> Iterator[str]:
        for card in self.cards.values():
            yield from dict.fromkeys(sentence_id(p, n) for p, n in card.places(self.slug))
        for card in self.cards.values():
            yield from dict.fromkeys(card.headed.get(self.slug, ()))

    def __contains__(self, ident: object) -> bool:
        card = self.cards.get(document_of(ident)) if isinstance(ident, str) else None
        if card is None:
            return False
        return ident in card.headed.get(self.slug, ()) or any(
            ident == sentence_id(p, n) for p, n in card.places(self.slug)
        )

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True, slots=True)
class Standing(Mapping[str, StandsIn]):
    """The same of every term, by its slug."""

    cards: Mapping[str, Card]
    slugs: Collection[str]

    def __getitem__(self, slug: str) -> StandsIn:
        if slug not in self.slugs:
            raise KeyError(slug)
        return StandsIn(self.cards, slug)

    def __iter__(self) -> Iterator[str]:
        return iter(self.slugs)

    def __len__(self) -> int:
        return len(self.slugs)


@dataclass(frozen=True, slots=True)
class Occurrences(Mapping[str, list[tuple[str, Hit]]]):
    """A term's slug → its hits in reading order, with the part of each: in passages, or in headings and lines."""

    cards: Mapping[str, Card]
    window: Window
    slugs: Collection[str]
    headings: bool = False

    def __getitem__(self, slug: str) -> list[tuple[str, Hit]]:
        if slug not in self.slugs:
            raise KeyError(slug)
        return [found for document in self.cards for found in self.inside(slug, document)]

    def inside(self, slug: str, document: str) -> list[tuple[str, Hit]]:
        """Those of one document, which is opened only if there are any."""
        card = self.cards[document]
        parts = card.headed.get(slug, ()) if self.headings else [p for p, _ in card.places(slug)]
        if not parts:
            return []
        analysis = self.window[document].analysis
        every = analysis.heading_hits if self.headings else analysis.hits
        return [(part, hit) for part in dict.fromkeys(parts) for hit in every[part] if hit.slug == slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self.slugs)

    def __len__(self) -> int:
        return len(self.slugs)


@dataclass(frozen=True, slots=True)
class Sentences(Mapping[str, str]):
    """The Chinese of every sentence, heading and line of front matter, by id."""

    cards: Mapping[str, Card]
    window: Window

    def __getitem__(self, ident: str) -> str:
        card = self.cards[document_of(ident)]
        if ident in card.lines:
            return self.window[card.meta.id].targets[ident].zh
        passage, _, number = ident.rpartition(".s")
        ends = card.passages[passage]
        if not (number.isdecimal() and 0 < int(number) <= len(ends)):
            raise KeyError(ident)
        n = int(number)
        return self.window[card.meta.id].passages[passage].zh[ends[n - 2] if n > 1 else 0 : ends[n - 1]]

    def __iter__(self) -> Iterator[str]:
        for card in self.cards.values():
            yield from card.lines
            for passage, ends in card.passages.items():
                yield from (sentence_id(passage, n) for n in range(1, len(ends) + 1))

    def __len__(self) -> int:
        return sum(len(c.lines) + sum(map(len, c.passages.values())) for c in self.cards.values())


class Figures(ByPart[list[Figure]]):
    """The figures of each passage, with what they count from English that a reader may see."""

    def __init__(self, window: Window, count: int, english: Mapping[str, English], drafts: Drafts) -> None:
        super().__init__(window, figures_of, count)
        self._english, self._drafts = english, drafts

    def __getitem__(self, passage: str) -> list[Figure]:
        return labelled(super().__getitem__(passage), self._english.get(passage), self._drafts)


@dataclass(frozen=True, slots=True)
class FigureById(Mapping[str, Figure]):
    """Every figure by its own id."""

    figures: Figures

    def __getitem__(self, ident: str) -> Figure:
        try:
            passage = passage_of(ident) if parse_id(ident).figure is not None else ""
        except ValueError:
            raise KeyError(ident) from None
        found = next((f for f in self.figures.get(passage, ()) if f.id == ident), None)
        if found is None:
            raise KeyError(ident)
        return found

    def __iter__(self) -> Iterator[str]:
        return (f.id for found in self.figures.values() for f in found)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True, slots=True)
class Commitments(Collection[Commitment]):
    """The commitments of all documents in reading order, each under the topics that gather it."""

    cards: Mapping[str, Card]
    window: Window
    topics: Assigned

    def of(self, document: str) -> list[Commitment]:
        """Those of one document."""
        if not self.cards[document].commitments:
            return []
        return [self.topics.placed(c) for c in self.window[document].analysis.commitments]

    def __iter__(self) -> Iterator[Commitment]:
        for document in self.cards:
            yield from self.of(document)

    def __contains__(self, commitment: object) -> bool:
        return any(c == commitment for c in self)

    def __len__(self) -> int:
        return sum(len(c.commitments) for c in self.cards.values())


def figures_of(opened: Opened) -> Mapping[str, list[Figure]]:
    """As they were read, with no label from the English."""
    return opened.analysis.figures
