"""Lines, of which each is known for what it is, to a tree."""

from __future__ import annotations

from collections import Counter

from yuedu.findings import Finding
from yuedu.text import nesting
from yuedu.text.annexes import Annex
from yuedu.text.definitions import definition
from yuedu.text.frame import SIGNER
from yuedu.text.grammar import CLOSING
from yuedu.text.guesses import guesses, is_unfinished
from yuedu.text.ids import Ref, format_id
from yuedu.text.layout import Role, layout
from yuedu.text.lines import HeadingLine, heading
from yuedu.text.nesting import articles_below
from yuedu.text.numbered import NUMBERED
from yuedu.text.outline import Outline
from yuedu.text.points import aspects, pieces, points
from yuedu.text.sections import Sections
from yuedu.text.sentences import split_sentences
from yuedu.text.tree import Definition, FrontLine, Passage, Tree
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
        headings = [n for n, line in enumerate(lines) if n not in self.layout.roles and heading(line)]
        self.sections = Sections(
            self.tree,
            self.place,
            any_number=any(n < starts[0] and n not in self.layout.numbers for n in headings),
            articles_below=articles_below(lines),
            printed_annexes=max((a.number or 0 for a in self.layout.annexes.values()), default=0),
        )
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
                self.sections.open_annex(annex, at, end)
                self.last_paragraph = None
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
            self.sections.close_all()

    def _line(self, n: int, line: str, at: int, *, may_close: bool, glossary: bool) -> None:
        for placed in self.outline.sections:
            if line.startswith(placed.before):
                found = HeadingLine(nesting.PLACED + len(placed.path) - 1, int(placed.path[-1]), "", (0, 0), 0)
                self.sections.open_numbered(found, None, None, None)
        if glossary:
            self._entry(line, at)
            return
        if n in self.layout.bare:
            self.sections.open_bare(self.layout.bare[n], line, at)
            return
        found_here = heading(line) if n not in self.layout.numbers else None
        if found_here and self.sections.ends_a_list(found_here, line):
            found_here = found_here.as_text()
        if found_here:
            title = line[slice(*found_here.title)] or None
            end = len(line) if found_here.standalone else found_here.rest
            self.sections.open_numbered(found_here, found_here.label, title, (at, at + end))
            if not found_here.standalone:
                self._paragraph(line, at, found_here.rest)
            return
        moved = next((p for p in self.outline.places if line.startswith(p.begins)), None)
        if moved:
            self.sections.go_on_in(moved.path)
        elif may_close and self.sections.current and CLOSING.match(line):
            self.sections.close_all()
            self.sections.last_point = 0
        self._paragraph(line, at, 0, self.layout.numbers.get(n))

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
            cuts, self.sections.last_point = points(paragraph, self.sections.last_point)
        strong = self._pair_emphasis(at, at + len(line))
        for a, b in pieces(0, len(paragraph), cuts):
            self._passage(paragraph[a:b], at + start + a, strong, number)
            number = None
        if not heading(line) and is_unfinished(paragraph):
            self.unfinished.append(paragraph)

    def _passage(self, zh: str, at: int, strong: list[tuple[int, int]], printed: int | None = None) -> str:
        section, path = self.sections.current, self.sections.path
        if printed is not None and self.last_paragraph is not None:
            self.last_paragraph = printed
        if printed is None and self.last_paragraph is not None:
            own = self.sections.numbering.after(path, self.last_paragraph)
        else:
            own = self.sections.numbering.passage(path, printed)
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
            words, found = "** is opened in this line and not closed", self.tree.text[marks[-1] : end][:12]
            self.tree.findings.append(Finding("warning", "structure.emphasis", self.place, words, found, ""))
            marks.append(end)
        return list(zip(marks[::2], marks[1::2], strict=True))
