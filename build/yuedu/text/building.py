"""Lines, of which each is known for what it is, to a tree."""

from __future__ import annotations

from collections import Counter

from yuedu.findings import Finding
from yuedu.text import nesting
from yuedu.text.annexes import Annex
from yuedu.text.bare import DEEPEST
from yuedu.text.definitions import definition
from yuedu.text.frame import SIGNER
from yuedu.text.grammar import CLOSING, HEADINGS
from yuedu.text.guesses import guesses, is_unfinished
from yuedu.text.ids import Ref, format_id
from yuedu.text.layout import Role, layout
from yuedu.text.lines import HeadingLine, heading
from yuedu.text.nesting import articles_below, is_article, rank_of
from yuedu.text.numbered import NUMBERED
from yuedu.text.numbering import Numbering, Path
from yuedu.text.outline import Outline
from yuedu.text.points import aspects, pieces, points
from yuedu.text.sentences import split_sentences
from yuedu.text.tree import Definition, FrontLine, Passage, Section, Tree
from yuedu.text.tying import tied

ENDS = frozenset({"signature", "date", "seal"})
"""What stands below these is no part of the last section."""


def build_tree(document: str, text: str, outline: Outline, emphasis: list[int], place: str) -> Tree:
    """The tree of one document's cleaned text (its lines joined by line feeds).

    `emphasis` holds the offsets at which emphasis is switched on or off; `place` names the file, for findings.
    """
    return _Builder(document, text, outline, emphasis, place).build()


class _Builder:
    def __init__(self, document: str, text: str, outline: Outline, emphasis: list[int], place: str) -> None:
        self.tree = Tree(document, text)
        self.outline, self.emphasis, self.place = outline, emphasis, place
        self.open: list[tuple[float, Section]] = []  # rank in the grammar, and the section
        self.numbering = Numbering()
        self.last_number: dict[float, int] = {}  # by rank
        self.last_point = 0
        self.last_paragraph: int | None = None  # the last printed number of a text that numbers its paragraphs
        self.roles: Counter[str] = Counter()
        self.unfinished: list[str] = []
        self.counted = 0  # passages so far

    def build(self) -> Tree:
        lines = self.tree.text.split("\n")
        self.layout = layout(lines, self.outline.lines)
        if self.layout.numbers:
            self.last_paragraph = 0
        starts = [*self.layout.annexes, len(lines)]
        self.printed_annexes = max((a.number or 0 for a in self.layout.annexes.values()), default=0)
        self.articles_below = articles_below(lines)
        headings = [n for n, line in enumerate(lines) if n not in self.layout.roles and heading(line)]
        self.any_number = any(n < starts[0] and n not in self.layout.numbers for n in headings)
        last_heading = max((n for n in headings if n < starts[0]), default=-1)
        at = 0
        glossary: Annex | None = None
        inside: set[int] = set()
        for n, line in enumerate(lines):
            if n in self.layout.roles:
                self._front(self.layout.roles[n], line, at)
            elif annex := self.layout.annexes.get(n):
                inside = set(annex.lines)
                glossary = annex if annex.glossary else None
                end = at + sum(len(lines[m]) + 1 for m in annex.lines) - 1
                self._annex(annex, at, end)
            elif n not in inside and line:
                self._line(n, line, at, may_close=last_heading < n < starts[0], glossary=glossary is not None)
            at += len(line) + 1
        self.tree.notes.extend(tied(self.tree))
        self.tree.findings.extend(guesses(lines, self.layout, self.unfinished, self.counted, self.place))
        return self.tree

    def _front(self, role: Role, line: str, at: int) -> None:
        signer = SIGNER.search(line) if role.name == "number" else None
        if signer and signer.start():
            self._front_line(role, line[: signer.start()], at)
            self._front_line(Role("signer"), signer[0], at + signer.start())
        else:
            self._front_line(role, line, at)

    def _front_line(self, role: Role, zh: str, at: int) -> None:
        self.roles[role.name] += 1
        times = self.roles[role.name]
        name = f"{role.name}-{times}" if times > 1 else role.name
        ident = format_id(Ref(self.tree.document, role=name))
        self.tree.parts.append(FrontLine(ident, role.name, zh, at, at + len(zh), role.kind))
        if role.name in ENDS and self.counted:
            self.open.clear()

    def _annex(self, annex: Annex, at: int, end: int) -> None:
        self.open.clear()
        self.last_number.clear()
        path = (self.numbering.annex(annex.number, above=self.printed_annexes),)
        section = Section(
            format_id(Ref(self.tree.document, path)), path, None, annex.label or None, annex.title or None, (at, end)
        )
        self._opened(nesting.ANNEX, section)
        self.last_paragraph = None

    def _line(self, n: int, line: str, at: int, *, may_close: bool, glossary: bool) -> None:
        for placed in self.outline.sections:
            if line.startswith(placed.before):
                found = HeadingLine(nesting.PLACED + len(placed.path) - 1, int(placed.path[-1]), "", (0, 0), 0)
                self._section(found, None, None, None)
        if glossary:
            self._entry(line, at)
            return
        if n in self.layout.bare:
            self._bare(self.layout.bare[n], line, at)
            return
        found_here = heading(line) if n not in self.layout.numbers else None
        if found_here and self._ends_a_list(found_here, line):
            found_here = found_here.as_text()
        if found_here:
            title = line[slice(*found_here.title)] or None
            end = len(line) if found_here.standalone else found_here.rest
            self._section(found_here, found_here.label, title, (at, at + end))
            if not found_here.standalone:
                self._paragraph(line, at, found_here.rest)
            return
        moved = next((p for p in self.outline.places if line.startswith(p.begins)), None)
        if moved:
            while self.open and self.open[-1][1].path != moved.path:
                self.open.pop()
            self.last_point = 0
        elif may_close and self.open and CLOSING.match(line):
            self.open.clear()
            self.last_point = 0
        self._paragraph(line, at, 0, self.layout.numbers.get(n))

    def _ends_a_list(self, found: HeadingLine, line: str) -> bool:
        """Whether a line that could be a title is the last item of a list: …；…；㈢其他行为。"""
        before = next((s for rank, s in self.open if rank == found.rank), None)
        untitled = before is not None and before.label is not None and before.title is None
        return untitled and found.standalone and line.endswith("。")

    def _close(self, rank: float) -> Section | None:
        while self.open and self.open[-1][0] >= rank:
            self.open.pop()
        return self.open[-1][1] if self.open else None

    def _opened(self, rank: float, section: Section) -> None:
        self.open.append((rank, section))
        self.tree.parts.append(section)
        self.last_point = 0

    def _bare(self, rank: float, line: str, at: int) -> None:
        above = self._close(rank)
        parent = above.path if above else ()
        number = self.numbering.bare_section(
            parent,
            among_numbered=rank == int(rank) < len(HEADINGS) or (rank == DEEPEST and not parent and self.any_number),
        )
        path = (*parent, number)
        ident = format_id(Ref(self.tree.document, path))
        self._opened(rank, Section(ident, path, above.id if above else None, None, line, (at, at + len(line))))

    def _section(self, found: HeadingLine, label: str | None, title: str | None, place: tuple[int, int] | None) -> None:
        rank = rank_of(found, articles_below=self.articles_below)
        above = self._close(rank)
        parent = above.path if above else ()
        highest, number = self.numbering.sections[parent].highest, found.number
        own = self.numbering.section(parent, found)
        if own != found.numeral:
            self._find("structure.number", f"section {label} stands twice under one heading; its id has {own}", label)
        elif (
            not is_article(found)
            and number != highest + 1
            and number != self.last_number.get(found.rank, 0) + 1  # it may run on from one heading above to the next
        ):
            expected = str(highest + 1)
            self._find("structure.number", "the numbering jumps: a heading is missing or misread", label, expected)
        self.last_number[found.rank] = number
        path = (*parent, own)
        ident = format_id(Ref(self.tree.document, path))
        self._opened(rank, Section(ident, path, above.id if above else None, label, title, place))

    def _entry(self, line: str, at: int) -> None:
        """A paragraph of a glossary that is printed with the document."""
        spans, printed = definition(line), NUMBERED.match(line)
        ident = self._passage(line, at, self._pair_emphasis(at, at + len(line)), int(printed["n"]) if printed else None)
        if spans:
            self.tree.definitions.append(Definition(ident, *spans))

    def _paragraph(self, line: str, at: int, start: int, number: int | None = None) -> None:
        paragraph = line[start:]
        declared = next((a for a in self.outline.aspects if line.startswith(a.begins)), None)
        if declared:
            cuts = aspects(paragraph, declared.markers)
        else:
            cuts, self.last_point = points(paragraph, self.last_point)
        strong = self._pair_emphasis(at, at + len(line))
        for a, b in pieces(0, len(paragraph), cuts):
            self._passage(paragraph[a:b], at + start + a, strong, number)
            number = None
        if not heading(line) and is_unfinished(paragraph):
            self.unfinished.append(paragraph)

    def _passage(self, zh: str, at: int, strong: list[tuple[int, int]], printed: int | None = None) -> str:
        section = self.open[-1][1] if self.open else None
        path: Path = section.path if section else ()
        if printed is not None and self.last_paragraph is not None:
            self.last_paragraph = printed
        if printed is None and self.last_paragraph is not None:
            own = self.numbering.after(path, self.last_paragraph)
        else:
            own = self.numbering.passage(path, printed)
        ident = format_id(Ref(self.tree.document, path, own))
        self.counted += 1
        inside = [(max(a - at, 0), min(b - at, len(zh))) for a, b in strong]
        emphasis = tuple((a, b) for a, b in inside if a < b)
        spans = tuple(split_sentences(zh))
        self.tree.parts.append(Passage(ident, section.id if section else None, zh, at, at + len(zh), spans, emphasis))
        return ident

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
