"""The documents of a project, read: what is small of each seed at hand, what is large fetched when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from yuedu.analysis.analysis import Analysis, TermBase, analyse
from yuedu.analysis.card import Card, card_of
from yuedu.analysis.received import Received, received
from yuedu.analysis.speeches import Seed
from yuedu.sources.collection import Cities, Collection, Framework
from yuedu.sources.yamlfile import YamlFile


@dataclass(frozen=True, slots=True)
class SeedCard:
    """A seed in short: the path of its editor's file, how it was received, a card of each document, what is laid out."""

    editing: str
    received: Received
    cards: tuple[Card, ...]
    frameworks: tuple[Framework, ...]
    cities: Cities | None


class Shelf(Protocol):
    """Every seed in short, in order; the analysis of a document by its id; an editor's file by its path."""

    @property
    def seeds(self) -> Sequence[SeedCard]: ...

    def fetch(self, document: str) -> Analysis: ...

    def editing(self, path: str) -> YamlFile: ...

    def stamp(self, document: str) -> str:
        """A hash of what the analysis was made from."""
        ...


class AtHand:
    """A shelf of seeds that are read here and now, all of them held."""

    def __init__(self, seeds: Sequence[Seed], base: TermBase) -> None:
        self._files = {s.editing.path: s.editing for s in seeds}
        self._analyses: dict[str, Analysis] = {}
        cards = []
        for seed in seeds:
            analyses = analyse(seed, base)
            cards.append(seed_card(seed, analyses))
            self._analyses |= {a.speech.meta.id: a for a in analyses}
        self.seeds: Sequence[SeedCard] = tuple(cards)

    def fetch(self, document: str) -> Analysis:
        return self._analyses[document]

    def editing(self, path: str) -> YamlFile:
        return self._files[path]

    def stamp(self, document: str) -> str:
        """Of a document that is read here and now and kept nowhere."""
        return f"{document}, here and now"


def seed_card(seed: Seed, analyses: Sequence[Analysis]) -> SeedCard:
    """A seed in short; `analyses` are those of its documents."""
    collection = seed.editing.shaped(Collection)
    cards = tuple(map(card_of, analyses))
    frameworks = tuple(collection.frameworks)
    return SeedCard(seed.editing.path, received(seed), cards, frameworks, collection.cities)
