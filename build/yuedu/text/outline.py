"""What an editor tells the parser about a document: a missing heading, where a paragraph belongs, aspects to split."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlacedSection:
    """A section whose own heading is missing: it opens before the line that begins with `before`."""

    path: tuple[str, ...]
    before: str


@dataclass(frozen=True, slots=True)
class Placement:
    """The paragraph that begins with `begins` belongs to section `path` (empty: to the document itself)."""

    begins: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aspects:
    """The paragraph that begins with `begins` is cut before each of `markers`, in order."""

    begins: str
    markers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineRole:
    """The line that begins with `begins` is text, a heading (without a number), or has this role of the frame."""

    begins: str
    role: str


@dataclass(frozen=True, slots=True)
class Outline:
    """All an editor declared for one document; empty for a text nobody has edited."""

    sections: tuple[PlacedSection, ...] = ()
    places: tuple[Placement, ...] = ()
    aspects: tuple[Aspects, ...] = ()
    lines: tuple[LineRole, ...] = ()
