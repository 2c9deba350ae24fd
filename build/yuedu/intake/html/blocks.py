"""The tree of a page to its blocks: paragraphs, rows of tables, items of lists with their numbers; what is hidden is not there.

The tree is walked without recursion: a page may be nested as deep as its bytes allow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from yuedu.intake.converted import CELL, mark
from yuedu.intake.html.lists import Lists
from yuedu.intake.html.notes import note_numbers

HIDDEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "button",
        "select",
        "option",
        "textarea",
        "input",
        "rt",
        "rp",
        "map",
        "dialog",
    ]
)
BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
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
        "hr",
        "html",
        "li",
        "main",
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
    ]
)
CHROME = frozenset({"nav", "footer", "aside"})
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
LONGEST_CELL = 120
"""A table with a longer cell (characters) lays out a page: its cells are paragraphs."""


@dataclass(slots=True)
class Block:
    """One line of a page. `linked` counts its characters inside links; `chrome`: it stands in a nav, footer or aside."""

    text: str
    tag: str
    linked: int = 0
    chrome: bool = False


@dataclass(slots=True)
class Element:
    """An element, and which of the blocks stand inside it."""

    tag: str
    start: int
    end: int


@dataclass(slots=True)
class Page:
    """The blocks of a page in order, and the elements that hold them."""

    blocks: list[Block] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)


def page_of(root: Any) -> Page:
    """Cut the tree below a node of selectolax into blocks."""
    walk = _Walk(note_numbers(root))
    for node, entering in steps(root):
        (walk.enter if entering else walk.leave)(node)
    walk.end_block()
    return walk.page


def steps(root: Any) -> Iterator[tuple[Any, bool]]:
    """Every node that a reader sees, on entering it and, if it is an element, on leaving it."""
    stack: list[tuple[Any, bool]] = [(root, True)]
    while stack:
        node, entering = stack.pop()
        if entering and (node.tag in HIDDEN or (node.tag[0] not in "-_" and _is_unseen(node))):
            continue
        yield node, entering
        if entering and node.tag[0] not in "-_":
            stack.append((node, False))
            children = []
            child = node.child
            while child is not None:
                children.append((child, True))
                child = child.next
            stack.extend(reversed(children))


def _is_unseen(node: Any) -> bool:
    attributes = node.attributes
    return bool(attributes) and ("hidden" in attributes or bool(_UNSEEN.search(attributes.get("style") or "")))


class _Walk:
    def __init__(self, notes: dict[str, int]) -> None:
        self.page, self.notes, self.lists = Page(), notes, Lists()
        self.words: list[str] = []
        self.linked = self.links = self.chrome = 0
        self.prefix = ""
        self.open: list[Element] = []
        self.rows: list[list[str]] = []  # the open rows of tables that hold data
        self.data: list[bool] = []  # of the open tables: whether they hold data

    def enter(self, node: Any) -> None:
        tag = node.tag
        if tag == "-text":
            self._add_words(re.sub(r"[ \t\n\r\f]+", " ", node.text_content or ""))
        elif tag == "br":
            self._add_words("\n" if not self.rows else " ")
        elif tag == "a":
            self.links += 1
            number = self.notes.get((node.attributes.get("href") or " ")[1:])
            if number and (node.attributes.get("href") or "").startswith("#"):
                self._add_words(f"\x00{mark(number)}\x00")
        elif tag in BLOCK:
            self._enter_block(node, tag)

    def _enter_block(self, node: Any, tag: str) -> None:
        if not self.rows:
            self.end_block()
        self.chrome += tag in CHROME
        if tag == "table":
            self.data.append(_holds_data(node))
        elif tag == "tr" and self.data and self.data[-1]:
            self.rows.append([])
        elif tag in ("ol", "ul"):
            self.lists.open(tag, node.attributes)
        elif tag == "li":
            self.prefix = self.lists.item(node.attributes)
        number = self.notes.get(node.attributes.get("id") or "")
        self.prefix = f"\x01{mark(number)}" if number else self.prefix
        self.open.append(Element(tag, len(self.page.blocks), 0))

    def leave(self, node: Any) -> None:
        tag = node.tag
        if tag == "a":
            self.links -= 1
        if tag not in BLOCK:
            return
        if self.rows and tag in ("td", "th"):
            self.rows[-1].append("".join(self.words))
            self.words, self.linked = [], 0
        elif self.rows and tag == "tr":
            cells = self.rows.pop()
            if self.rows:  # a table inside a cell is part of that cell
                self.words.append(" ".join(cells))
            elif any(cell.strip() for cell in cells):
                self._add_block(CELL.join(" ".join(cell.split()) for cell in cells), "tr")
        elif not self.rows:
            self.end_block()
        if tag == "table":
            self.data.pop()
        self.chrome -= tag in CHROME
        if tag in ("ol", "ul"):
            self.lists.close()
        element = self.open.pop()
        element.end = len(self.page.blocks)
        self.page.elements.append(element)

    def _add_words(self, words: str) -> None:
        self.words.append(words)
        if self.links:
            self.linked += len(words.strip())

    def end_block(self) -> None:
        """The words since the last block are lines of their own."""
        text, self.words = "".join(self.words), []
        linked, self.linked = self.linked, 0
        for line in text.split("\n"):
            self._add_block(line.strip(" "), self.open[-1].tag if self.open else "body", linked)

    def _add_block(self, text: str, tag: str, linked: int = 0) -> None:
        text = re.sub("\x00(.+?)\x00[\\[〔(（]?[0-9]{1,3}[\\]〕)）]?", r"\1", text).replace("\x00", "")
        if not text.strip():
            return
        prefix, self.prefix = self.prefix, ""
        if prefix.startswith("\x01"):
            text = prefix[1:] + re.sub(r"^[\[〔(（]?(?:[0-9]{1,3}|\^|[①-⑳])[\]〕)）]?[.．、]?\s*", "", text)
        elif prefix and not re.match(r"\s*(?:[0-9]{1,3}[.．、]|[（(]?[〇一二三四五六七八九十]+[）)、])", text):
            text = prefix + text
        self.page.blocks.append(Block(text, tag, min(linked, len(text)), self.chrome > 0))


def _holds_data(table: Any) -> bool:
    """Whether a table holds data: several columns of short cells. Others lay out a page."""
    widest = cells = columns = 0
    row = 0
    for node, entering in steps(table):
        if not entering:
            if node.tag == "tr":
                columns, row = max(columns, row), 0
            continue
        if node.tag in ("td", "th"):
            cells, row, widest = cells + 1, row + 1, max(widest, 0)
            size = 0
        elif node.tag == "-text" and cells:
            size = size + len((node.text_content or "").strip())
            widest = max(widest, size)
        elif node.tag == "table" and node != table:
            return False
    return columns > 1 and cells > 1 and widest <= LONGEST_CELL
