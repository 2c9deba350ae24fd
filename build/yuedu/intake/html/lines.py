"""An element as lines: what a reader sees, block by block, with the rows of tables of figures and the marks of notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yuedu.intake.converted import row
from yuedu.intake.html.blanks import collapsed, joined
from yuedu.intake.html.line import Line
from yuedu.intake.html.markers import Markers
from yuedu.intake.html.tables import grid, is_of_figures
from yuedu.intake.html.tree import Node

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "listing",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
        "marquee",
        "search",
        "xmp",
        "plaintext",
    ]
)
_HEADINGS = frozenset(("h1", "h2", "h3"))
_PREFORMATTED = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|list-item|table)", re.IGNORECASE)
_RAISED = str.maketrans("0123456789+-−()（）", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾⁽⁾")
_FIGURES = re.compile(r"[\s\d+\-−]+")


class Renderer:
    """Renders elements to lines; `notes` are the elements that are rendered apart, `marks` the links that lead to them."""

    def __init__(self, marks: dict[int, int], notes: frozenset[int]) -> None:
        self._marks, self._notes, self._markers = marks, notes, Markers()
        self.struck = 0

    def lines(self, node: Node) -> list[Line]:
        """The lines of an element in order; a line without text is an empty paragraph."""
        return list(_Walk(self, node, self._marks, self._notes, self._markers).run())

    def text(self, node: Node) -> str:
        return "\n".join(line.text for line in self.lines(node))


class _Walk:
    """One pass over an element, without recursion but for the cells of a table of figures, which hold no table."""

    def __init__(
        self, renderer: Renderer, node: Node, marks: dict[int, int], notes: frozenset[int], markers: Markers
    ) -> None:
        self._renderer, self._root, self._marks, self._notes, self._markers = renderer, node, marks, notes, markers
        self._pieces: list[str] = []
        self._addresses: list[str] = []
        self._linked = 0
        self._links: list[str] = []  # open links
        self._raised = self._pre = self._headed = 0
        self._marker = ""

    def run(self) -> Iterator[Line]:
        stack: list[tuple[Node, int]] = [(self._root, 0)]
        block: list[Node] = [self._root]
        yield from self._open(self._root, block)
        while stack:
            node, at = stack.pop()
            if at == len(node.children):
                yield from self._close(node, block)
                continue
            stack.append((node, at + 1))
            child = node.children[at]
            if isinstance(child, str):
                yield from self._text(child, block)
            elif child.index in self._notes:
                continue
            elif child.tag == "br":
                yield self._line(block[-1])
            elif child.tag == "hr":
                yield from self._flush(block[-1])
            elif child.tag == "table" and is_of_figures(child):
                yield from self._flush(block[-1])
                yield from self._rows(child)
            elif child.tag == "a" and child.index in self._marks:
                self._pieces.append(f"\x01{self._marks[child.index]}\x02")
            elif child.tag == "wbr":
                continue
            else:
                yield from self._open(child, block)
                stack.append((child, 0))

    def _open(self, node: Node, block: list[Node]) -> Iterator[Line]:
        if _is_block(node):
            yield from self._flush(block[-1])
            block.append(node)
        if node.tag == "li":
            self._marker = self._markers.of(node) or self._marker
        self._count(node, 1)

    def _close(self, node: Node, block: list[Node]) -> Iterator[Line]:
        if _is_block(node):
            if node.tag == "p" and any(piece.strip(" \r") for piece in self._pieces):
                yield self._line(node)  # a paragraph of no-break spaces is an empty one
            else:
                yield from self._flush(node)
            block.pop()
            if node.tag == "li":
                self._marker = ""
        self._count(node, -1)

    def _count(self, node: Node, step: int) -> None:
        if node.tag == "a":
            if step > 0:
                self._links.append(node.get("href"))
            else:
                self._links.pop()
        elif node.tag == "sup":
            self._raised += step
        elif node.tag in _HEADINGS:
            self._headed += step
        elif node.tag in ("s", "strike") and step > 0:
            self._renderer.struck += 1
        if node.tag in ("pre", "listing", "xmp", "plaintext") or _PREFORMATTED.search(node.get("style")):
            self._pre += step

    def _text(self, text: str, block: list[Node]) -> Iterator[Line]:
        if self._raised and _FIGURES.fullmatch(text):
            text = text.strip().translate(_RAISED)  # 10⁸ is not 108
        parts = text.replace("\r\n", "\n").split("\n") if self._pre else [collapsed(text)]
        for n, part in enumerate(parts):
            if n:
                yield self._line(block[-1])
            self._pieces.append(part)
            if self._links and part.strip():
                self._linked += sum(1 for char in part if not char.isspace())
                if self._links[-1] and self._links[-1] not in self._addresses[-1:]:
                    self._addresses.append(self._links[-1])

    def _flush(self, node: Node) -> Iterator[Line]:
        if any(not piece.isspace() and piece for piece in self._pieces):
            yield self._line(node)
        else:
            self._pieces.clear()

    def _line(self, node: Node) -> Line:
        text = joined("".join(self._pieces))
        if not text.strip():
            text = ""
        elif self._marker:
            gap = " " if text.lstrip()[:1].isdecimal() else ""  # 1. 5亿元 is not 1.5亿元
            text, self._marker = self._marker + gap + text.lstrip(), ""
        line = Line(text, node, self._linked, self._addresses, self._headed > 0)
        self._pieces, self._linked, self._addresses = [], 0, []
        return line

    def _rows(self, table: Node) -> Iterator[Line]:
        for above, cells in grid(table):
            inside = [
                _Walk(self._renderer, cell, self._marks, self._notes, self._markers).run() if cell else ()
                for cell in cells
            ]
            found = [list(lines) for lines in inside]
            texts = ["\n".join(line.text for line in lines) for lines in found]
            if any(text.strip() for text in texts):
                linked = sum(line.linked for lines in found for line in lines)
                addresses = [address for lines in found for line in lines for address in line.addresses]
                yield Line(row(texts), above, linked, addresses, False, len(texts) > 1)


def _is_block(node: Node) -> bool:
    return node.tag in BLOCKS or bool("display" in node.get("style") and _BLOCK_STYLE.search(node.get("style")))
