"""Lines to a tree: front matter, sections and passages, with their ids and places.

Guarantees, each with a test:
1. Every character of the text but the line feeds between lines is in exactly one part.
2. No line is refused: what has no known shape is a plain paragraph, with a finding.
3. Ids are unique, and are made of printed numerals and of positions alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from yuedu.findings import Finding
from yuedu.text import front
from yuedu.text.grammar import CLOSING, HEADINGS
from yuedu.text.ids import Ref, format_id
from yuedu.text.lines import HeadingLine, heading
from yuedu.text.outline import Outline
from yuedu.text.points import aspects, pieces, points
from yuedu.text.sentences import split_sentences

Path = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FrontLine:
    """A line that is neither heading nor passage: its role and place."""

    id: str
    role: str
    zh: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered heading. One the editor placed has no label, no Chinese title and no place in the text."""

    id: str
    path: Path
    parent: str | None
    label: str | None
    title: str | None
    place: tuple[int, int] | None


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


Part = FrontLine | Section | Passage


@dataclass(slots=True)
class Tree:
    """A document's parts in reading order."""

    document: str
    text: str
    parts: list[Part] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def front(self) -> list[FrontLine]:
        return [p for p in self.parts if isinstance(p, FrontLine)]

    @property
    def sections(self) -> list[Section]:
        return [p for p in self.parts if isinstance(p, Section)]

    @property
    def passages(self) -> list[Passage]:
        return [p for p in self.parts if isinstance(p, Passage)]


def build_tree(document: str, text: str, outline: Outline, emphasis: list[int], place: str) -> Tree:
    """The tree of one document's cleaned text (its lines joined by line feeds).

    `emphasis` holds the offsets at which emphasis is switched on or off; `place` names the file, for findings.
    """
    return _Builder(document, text, outline, emphasis, place).build()


class _Builder:
    def __init__(self, document: str, text: str, outline: Outline, emphasis: list[int], place: str) -> None:
        self.tree = Tree(document, text)
        self.outline, self.emphasis, self.place = outline, emphasis, place
        self.open: list[tuple[int, Section]] = []  # rank in the grammar, and the section
        self.taken: set[Path] = set()
        self.counts: dict[Path, int] = {}
        self.last_number: dict[int, int] = {}  # by rank
        self.last_point = 0

    def build(self) -> Tree:
        lines = self.tree.text.split("\n")
        roles = front.roles(lines)
        last_heading = max((n for n, line in enumerate(lines) if n not in roles and heading(line)), default=-1)
        at = 0
        for n, line in enumerate(lines):
            if n in roles:
                self._front(roles[n], line, at)
            elif line:
                self._line(line, at, may_close=n > last_heading)
            at += len(line) + 1
        return self.tree

    def _front(self, role: str, line: str, at: int) -> None:
        known = sum(1 for f in self.tree.front if f.role == role)
        name = f"{role}-{known + 1}" if known else role
        self.tree.parts.append(FrontLine(format_id(Ref(self.tree.document, role=name)), role, line, at, at + len(line)))

    def _line(self, line: str, at: int, *, may_close: bool) -> None:
        for placed in self.outline.sections:
            if line.startswith(placed.before):
                self._section(HEADINGS_RANK + len(placed.path) - 1, placed.path[-1], None, None, None)
        found = heading(line)
        if found and self._ends_a_list(found, line):
            found = found.as_text()
        if found:
            title = line[slice(*found.title)] or None
            end = len(line) if found.standalone else found.rest
            self._section(found.rank, found.number, found.label, title, (at, at + end))
            if not found.standalone:
                self._paragraph(line, at, found.rest)
            return
        moved = next((p for p in self.outline.places if line.startswith(p.begins)), None)
        if moved:
            while self.open and self.open[-1][1].path != moved.path:
                self.open.pop()
            self.last_point = 0
        elif may_close and self.open and CLOSING.match(line):
            self.open.clear()
            self.last_point = 0
        self._paragraph(line, at, 0)

    def _ends_a_list(self, found: HeadingLine, line: str) -> bool:
        """Whether a line that could be a title is the last item of a list: …；…；㈢其他行为。"""
        before = next((s for rank, s in self.open if rank == found.rank), None)
        untitled = before is not None and before.label is not None and before.title is None
        return untitled and found.standalone and line.endswith("。")

    def _section(
        self, rank: int, number: int, label: str | None, title: str | None, place: tuple[int, int] | None
    ) -> None:
        while self.open and self.open[-1][0] >= rank:
            self.open.pop()
        above = self.open[-1][1] if self.open else None
        parent = above.path if above else ()
        siblings = [p[-1] for p in self.taken if p[:-1] == parent]
        free = number
        if number in siblings:
            free = max(siblings) + 1
            self._find("structure.number", f"section {label} stands twice under one heading; its id has {free}", label)
        elif (
            HEADINGS[min(rank, len(HEADINGS) - 1)].name != "article"
            and number != max(siblings, default=0) + 1
            and number != self.last_number.get(rank, 0) + 1  # it may run on from one heading above to the next
        ):
            expected = str(max(siblings, default=0) + 1)
            self._find("structure.number", "the numbering jumps: a heading is missing or misread", label, expected)
        self.last_number[rank] = number
        path = (*parent, free)
        self.taken.add(path)
        section = Section(
            format_id(Ref(self.tree.document, path)), path, above.id if above else None, label, title, place
        )
        self.open.append((rank, section))
        self.tree.parts.append(section)
        self.last_point = 0

    def _paragraph(self, line: str, at: int, start: int) -> None:
        paragraph = line[start:]
        declared = next((a for a in self.outline.aspects if line.startswith(a.begins)), None)
        if declared:
            cuts = aspects(paragraph, declared.markers)
        else:
            cuts, self.last_point = points(paragraph, self.last_point)
        strong = self._pair_emphasis(at, at + len(line))
        for a, b in pieces(0, len(paragraph), cuts):
            self._passage(paragraph[a:b], at + start + a, strong)
        if not heading(line) and paragraph[-1] not in "。！？；：…”）":
            self._find("structure.open", "a paragraph without an end", paragraph[-20:])

    def _passage(self, zh: str, at: int, strong: list[tuple[int, int]]) -> None:
        section = self.open[-1][1] if self.open else None
        path = section.path if section else ()
        self.counts[path] = number = self.counts.get(path, 0) + 1
        ident = format_id(Ref(self.tree.document, path, number))
        inside = [(max(a - at, 0), min(b - at, len(zh))) for a, b in strong]
        emphasis = tuple((a, b) for a, b in inside if a < b)
        spans = tuple(split_sentences(zh))
        self.tree.parts.append(Passage(ident, section.id if section else None, zh, at, at + len(zh), spans, emphasis))

    def _pair_emphasis(self, start: int, end: int) -> list[tuple[int, int]]:
        """Spans of emphasis in one line; one that is never closed ends with the line."""
        marks = [m for m in self.emphasis if start <= m <= end]
        if len(marks) % 2:
            self._find(
                "structure.emphasis", "** is opened in this line and not closed", self.tree.text[marks[-1] : end][:12]
            )
            marks.append(end)
        return list(zip(marks[::2], marks[1::2], strict=True))

    def _find(self, rule: str, message: str, found: str | None, expected: str = "") -> None:
        self.tree.findings.append(Finding("warning", rule, self.place, message, found or "", expected))


HEADINGS_RANK = next(n for n, h in enumerate(HEADINGS) if h.name == "han")
"""The rank of 一、, which a section that the editor places stands in for."""
