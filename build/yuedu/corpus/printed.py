"""What the glossaries that are printed with documents (名词解释) say of the terms of the term base."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from yuedu.analysis.card import Card
from yuedu.corpus.window import Window, document_of
from yuedu.glossary.shape import Term
from yuedu.text.definitions import bare


@dataclass(frozen=True, slots=True)
class Printed:
    """The passage of an entry, and its words on the term."""

    passage: str
    zh: str


class PrintedOf(Mapping[str, list[Printed]]):
    """Slug of a term → its entries in reading order. A name is the term's where they differ in quotation marks alone."""

    def __init__(self, cards: Iterable[Card], window: Window, terms: Iterable[Term]) -> None:
        slugs = {_plain(form): term.slug for term in terms for form in term.forms}
        self._window = window
        self._places: dict[str, list[tuple[str, tuple[int, int]]]] = {}
        for card in cards:
            for name, passage, said in card.defined:
                if slug := slugs.get(_plain(name)):
                    self._places.setdefault(slug, []).append((passage, said))

    def __getitem__(self, slug: str) -> list[Printed]:
        return [Printed(p, self._window[document_of(p)].passages[p].zh[slice(*said)]) for p, said in self._places[slug]]

    def passages(self, slug: str) -> list[str]:
        """Those of the entries on a term; no document is opened."""
        return [p for p, _ in self._places.get(slug, ())]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _plain(name: str) -> str:
    return bare(name).replace("“", "").replace("”", "")
