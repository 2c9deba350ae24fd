"""The sections of a tree as they open and close: which is open, under which heading the next belongs, and its number."""

from __future__ import annotations

from yuedu.findings import Finding
from yuedu.text import nesting
from yuedu.text.annexes import Annex
from yuedu.text.bare import DEEPEST
from yuedu.text.grammar import HEADINGS
from yuedu.text.ids import Ref, format_id
from yuedu.text.lines import HeadingLine
from yuedu.text.nesting import is_article, rank_of
from yuedu.text.numbering import Numbering, Path
from yuedu.text.tree import Section, Tree


class Sections:
    """Sections put into a tree one after the other.

    `place` names the file, for findings; `any_number`: whether a heading of the text proper has a number; `articles_below`:
    whether 条 stand below other headings; `printed_annexes`: the highest number that an annex prints.
    """

    def __init__(self, tree: Tree, place: str, *, any_number: bool, articles_below: bool, printed_annexes: int) -> None:
        self.tree, self.place = tree, place
        self.any_number, self.articles_below, self.printed_annexes = any_number, articles_below, printed_annexes
        self.numbering = Numbering()
        self.last_point = 0  # 一是, 二是 … of the paragraphs that run on
        self._open: list[tuple[float, Section]] = []  # rank in the grammar, and the section
        self._last_number: dict[float, int] = {}  # by rank

    @property
    def current(self) -> Section | None:
        """The section in which what follows stands."""
        return self._open[-1][1] if self._open else None

    @property
    def path(self) -> Path:
        return self.current.path if self.current else ()

    def close_all(self) -> None:
        """What follows stands in none."""
        self._open.clear()

    def go_on_in(self, path: Path) -> None:
        """What follows stands in the section of this path, which is open; in none, where that is not."""
        while self._open and self._open[-1][1].path != path:
            self._open.pop()
        self.last_point = 0

    def open_annex(self, annex: Annex, at: int, end: int) -> None:
        """One of the documents that are printed below; its label and title take `at` to `end`."""
        self._open.clear()
        self._last_number.clear()
        path = (self.numbering.annex(annex.number, above=self.printed_annexes),)
        section = Section(
            format_id(Ref(self.tree.document, path)), path, None, annex.label or None, annex.title or None, (at, end)
        )
        self._opened(nesting.ANNEX, section)

    def open_bare(self, rank: float, line: str, at: int) -> None:
        """A heading without a number."""
        above = self._close(rank)
        parent = above.path if above else ()
        number = self.numbering.bare_section(
            parent,
            among_numbered=rank == int(rank) < len(HEADINGS) or (rank == DEEPEST and not parent and self.any_number),
        )
        path = (*parent, number)
        ident = format_id(Ref(self.tree.document, path))
        self._opened(rank, Section(ident, path, above.id if above else None, None, line, (at, at + len(line))))

    def open_numbered(
        self, found: HeadingLine, label: str | None, title: str | None, place: tuple[int, int] | None
    ) -> None:
        """A heading with a number; `place`: where it is printed, None where an editor placed it."""
        rank = rank_of(found, articles_below=self.articles_below)
        above = self._close(rank)
        parent = above.path if above else ()
        highest, number = self.numbering.sections[parent].highest, found.number
        own = self.numbering.section(parent, found)
        if own != found.numeral:
            self._find(f"section {label} stands twice under one heading; its id has {own}", label)
        elif (
            not is_article(found)
            and number != highest + 1
            and number != self._last_number.get(found.rank, 0) + 1  # it may run on from one heading above to the next
        ):
            expected = str(highest + 1)
            self._find("the numbering jumps: a heading is missing or misread", label, expected)
        self._last_number[found.rank] = number
        path = (*parent, own)
        ident = format_id(Ref(self.tree.document, path))
        self._opened(rank, Section(ident, path, above.id if above else None, label, title, place))

    def ends_a_list(self, found: HeadingLine, line: str) -> bool:
        """Whether a line that could be a title is the last item of a list: …；…；㈢其他行为。"""
        before = next((s for rank, s in self._open if rank == found.rank), None)
        untitled = before is not None and before.label is not None and before.title is None
        return untitled and found.standalone and line.endswith("。")

    def _close(self, rank: float) -> Section | None:
        while self._open and self._open[-1][0] >= rank:
            self._open.pop()
        return self._open[-1][1] if self._open else None

    def _opened(self, rank: float, section: Section) -> None:
        self._open.append((rank, section))
        self.tree.parts.append(section)
        self.last_point = 0

    def _find(self, message: str, found: str | None, expected: str = "") -> None:
        self.tree.findings.append(Finding("warning", "structure.number", self.place, message, found or "", expected))
