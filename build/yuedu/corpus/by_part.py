"""What is laid out by part in all documents: each mapping opens a document when something of it is asked for.

What lies in an open document is named by functions of a module, so that another process can be given the mappings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yuedu.analysis.speeches import Speech
from yuedu.corpus.english import Target
from yuedu.corpus.window import ByPart, Opened, Window, document_of
from yuedu.glossary.match import Hit
from yuedu.text.tree import FrontLine, Passage, Section


class Homes(Mapping[str, Speech]):
    """Part, sentence or figure → its document, which is not opened."""

    def __init__(self, speeches: Mapping[str, Speech]) -> None:
        self._speeches = speeches

    def __getitem__(self, part: str) -> Speech:
        return self._speeches[document_of(part)]

    def __iter__(self) -> Iterator[str]:
        return (p.id for s in self._speeches.values() for p in s.tree.parts)

    def __len__(self) -> int:
        return sum(len(s.tree.parts) for s in self._speeches.values())


def passages(window: Window, count: int) -> Mapping[str, Passage]:
    """Every passage by its id."""
    return ByPart(window, _passages, count)


def sections(window: Window) -> Mapping[str, Section]:
    """Every heading."""
    return ByPart(window, _sections)


def front(window: Window) -> Mapping[str, FrontLine]:
    """Every line of front matter."""
    return ByPart(window, _front)


def targets(window: Window) -> Mapping[str, Target]:
    """What English can be of: every passage, heading and line of front matter."""
    return ByPart(window, _targets)


def texts(window: Window) -> Mapping[str, str]:
    """The Chinese of each of them."""
    return ByPart(window, _texts)


def grounds(window: Window) -> Mapping[str, tuple[str, int]]:
    """What a synopsis can stand on: every passage with its Chinese and its number of sentences."""
    return ByPart(window, _grounds)


def hits(window: Window, count: int) -> Mapping[str, list[Hit]]:
    """The terms in each passage."""
    return ByPart(window, _hits, count)


def heading_hits(window: Window) -> Mapping[str, list[Hit]]:
    """The terms in each heading and line of front matter."""
    return ByPart(window, _heading_hits)


def _passages(opened: Opened) -> Mapping[str, Passage]:
    return opened.passages


def _sections(opened: Opened) -> Mapping[str, Section]:
    return opened.sections


def _front(opened: Opened) -> Mapping[str, FrontLine]:
    return opened.front


def _targets(opened: Opened) -> Mapping[str, Target]:
    return opened.targets


def _texts(opened: Opened) -> Mapping[str, str]:
    return opened.texts


def _grounds(opened: Opened) -> Mapping[str, tuple[str, int]]:
    return opened.grounds


def _hits(opened: Opened) -> Mapping[str, list[Hit]]:
    return opened.analysis.hits


def _heading_hits(opened: Opened) -> Mapping[str, list[Hit]]:
    return opened.analysis.heading_hits
