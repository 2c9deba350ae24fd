"""A window on the documents of a corpus: one is opened when something asks for it, and of many a few stay open.

What is laid out by part (passages, terms, figures …) is read as one mapping over all documents, in reading order; who goes
through it meets one document after the other, and no step holds all of them at once.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from yuedu.analysis.analysis import Analysis
from yuedu.analysis.speeches import Text
from yuedu.corpus.english import Target
from yuedu.text.tree import FrontLine, Passage, Section

V = TypeVar("V")

OPEN = 32
"""Documents that stay open: as many as a page or two of several documents shows."""


class Opened:
    """A document that is open: its analysis, and its parts by id."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis

    @cached_property
    def passages(self) -> dict[str, Passage]:
        return {p.id: p for p in self.analysis.speech.tree.passages}

    @cached_property
    def sections(self) -> dict[str, Section]:
        return {p.id: p for p in self.analysis.speech.tree.sections}

    @cached_property
    def front(self) -> dict[str, FrontLine]:
        return {p.id: p for p in self.analysis.speech.tree.front}

    @cached_property
    def targets(self) -> dict[str, Target]:
        """What English can be of, by id: every passage, heading and line of front matter."""
        return dict(_targets(self.analysis))

    @cached_property
    def texts(self) -> dict[str, str]:
        return {ident: target.zh for ident, target in self.targets.items()}

    @cached_property
    def grounds(self) -> dict[str, tuple[str, int]]:
        """What a synopsis can stand on: passages, with their Chinese and their number of sentences."""
        return {i: (p.zh, len(p.sentences)) for i, p in self.passages.items()}


def _targets(analysis: Analysis) -> Iterator[tuple[str, Target]]:
    for part in analysis.speech.tree.parts:
        if isinstance(part, Passage):
            measured = {f.key: f.quantity.measured for f in analysis.figures.get(part.id, ())}
            yield part.id, Target(part.zh, len(part.sentences), measured)
        elif isinstance(part, FrontLine):
            if part.role != "furniture":
                yield part.id, Target(part.zh, 1)
        elif part.title:
            yield part.id, Target(part.title, 1)


class Window(Mapping[str, Opened]):
    """The documents by id, in reading order; `fetch` gives the analysis of one, every time the same."""

    def __init__(self, order: Sequence[str], fetch: Callable[[str], Analysis], most: int = OPEN) -> None:
        self._order, self._fetch, self._most = dict.fromkeys(order), fetch, most
        self._open: OrderedDict[str, Opened] = OrderedDict()

    def __getitem__(self, ident: str) -> Opened:
        found = self._open.get(ident)
        if found is None:
            if ident not in self._order:
                raise KeyError(ident)
            while len(self._open) >= self._most:
                self._open.popitem(last=False)
            found = self._open[ident] = Opened(self._fetch(ident))
        else:
            self._open.move_to_end(ident)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._order)

    def __contains__(self, ident: object) -> bool:
        return ident in self._order

    def __getstate__(self) -> dict[str, object]:
        """Another process opens its own."""
        return {**self.__dict__, "_open": OrderedDict()}


@dataclass(frozen=True, slots=True)
class TextOf:
    """The way to the text of one document."""

    window: Window
    document: str

    def __call__(self) -> Text:
        text = self.window[self.document].analysis.speech.text
        return text()


class ByPart(Mapping[str, V]):
    """What `inside` finds in each document, as one mapping by the ids of parts, in reading order.

    `count`: how many there are in all, where that is known without opening any.
    """

    def __init__(self, window: Window, inside: Callable[[Opened], Mapping[str, V]], count: int | None = None) -> None:
        self._window, self._inside, self._count = window, inside, count

    def __getitem__(self, part: str) -> V:
        return self._inside(self._window[document_of(part)])[part]

    def __contains__(self, part: object) -> bool:
        document = document_of(part) if isinstance(part, str) else ""
        return document in self._window and part in self._inside(self._window[document])

    def __iter__(self) -> Iterator[str]:
        for document in self._window:
            yield from self._inside(self._window[document])

    def __len__(self) -> int:
        return sum(1 for _ in self) if self._count is None else self._count


def document_of(part: str) -> str:
    """The document of a part, a sentence or a figure; no id of a document holds a full stop."""
    return part.partition(".")[0]
