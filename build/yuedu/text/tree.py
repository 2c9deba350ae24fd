"""The tree of a document: front matter, sections and passages, with their ids and places; `building` makes it.

Guarantees, each with a test:
1. Every character of the text but the line feeds between lines is in exactly one part.
2. No line is refused: what has no known shape is a plain paragraph, with a finding.
3. Ids are unique, and are made of printed numerals and of positions alone: 4-1 is 第四条之一, or what has no number
   of its own and stands first after what is numbered 4.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from yuedu.findings import Finding


@dataclass(frozen=True, slots=True)
class FrontLine:
    """A line that is neither heading nor passage: its role and place; of furniture its kind, of a footnote its mark."""

    id: str
    role: str
    zh: str
    start: int
    end: int
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, or an annex (its label and title). One without a number has no label.

    One the editor placed has no label, no Chinese title and no place in the text.
    """

    id: str
    path: tuple[str, ...]
    parent: str | None
    label: str | None
    title: str | None
    place: tuple[int, int] | None

    @property
    def heading(self) -> str:
        """Label and title as one line."""
        return headed(self.label, self.title)


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that is quoted, translated, linked and reviewed; `sentences` are spans that tile `zh`."""

    id: str
    section: str | None
    zh: str
    start: int
    end: int
    sentences: tuple[tuple[int, int], ...]
    emphasis: tuple[tuple[int, int], ...]


def headed(label: str | None, title: str | None) -> str:
    """A label and a title as one line: 一、回顾, and 附件1 民生实事, where they stand on two."""
    parted = " " if label and label[-1].isalnum() and label.startswith("附") else ""
    return f"{label or ''}{parted}{title or ''}"


Part = FrontLine | Section | Passage


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote of the source: its line, and the passage and offset at which its mark stands; None where it stands nowhere."""

    line: str
    mark: str
    passage: str | None
    offset: int | None


@dataclass(frozen=True, slots=True)
class Definition:
    """What a glossary printed with the document says of a term: spans in the passage."""

    passage: str
    term: tuple[int, int]
    said: tuple[int, int]


@dataclass(slots=True)
class Tree:
    """A document's parts in reading order."""

    document: str
    text: str
    parts: list[Part] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)

    @property
    def front(self) -> list[FrontLine]:
        return [p for p in self.parts if isinstance(p, FrontLine)]

    @property
    def sections(self) -> list[Section]:
        return [p for p in self.parts if isinstance(p, Section)]

    @property
    def passages(self) -> list[Passage]:
        return [p for p in self.parts if isinstance(p, Passage)]
