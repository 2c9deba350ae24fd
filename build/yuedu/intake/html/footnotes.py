"""Footnotes of a page: small links to a note below, by which browsers and Word's HTML have them.

A footnote is a link whose words are a mark ([1], ①, *) and whose address is a place further down on the same page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from yuedu.intake.html.tree import Node, Page

_MARK = re.compile(r"[\[［(（〔【]?\s*(?:\d{1,3}|[①-⑳㉑-㉟㊱-㊿]|[*＊†‡]|[a-z]|注\s*\d{0,3})\s*[\]］)）〕】]?")
_LEADING = re.compile(
    r"\s*(?:[\[［(（〔【]\s*(?:\d{1,3}|注\s*\d{0,3}|[a-z*])\s*[\]］)）〕】]|\d{1,3}[.、．\s]|[①-⑳㉑-㉟㊱-㊿]|[\^↑↩*＊]+)\s*"
)
_NAMED = re.compile(r"f(?:oot)?n|edn|note|ref|cite|注|zhu", re.IGNORECASE)
_HOLDERS = frozenset(("p", "li", "div", "dd", "td", "aside", "section", "blockquote"))


@dataclass(slots=True)
class Footnotes:
    """`marks`: the links that are marks, with the number of their note; `notes`: the elements that are notes, in order."""

    marks: dict[int, int] = field(default_factory=dict)
    notes: list[Node] = field(default_factory=list)
    back: dict[int, int] = field(default_factory=dict)


def footnotes(page: Page) -> Footnotes:
    """The footnotes of a page, numbered in the order of their first marks."""
    places: dict[str, Node] = {}
    for node in page.nodes:
        for key in (node.get("id"), node.get("name") if node.tag == "a" else ""):
            if key:
                places.setdefault(key, node)
    found = Footnotes()
    numbers: dict[int, int] = {}
    for node in page.nodes:
        fragment = node.get("href").partition("#")[2] if node.tag == "a" and "#" in node.get("href") else ""
        target = places.get(fragment)
        if not fragment or target is None or target.index <= node.index or not _is_mark(node, fragment):
            continue
        holder = _holder(target)
        if holder is None or holder.index <= node.index:
            continue
        if holder.index not in numbers:
            numbers[holder.index] = len(found.notes)
            found.notes.append(holder)
        found.marks[node.index] = numbers[holder.index]
    return found


def without_mark(text: str) -> str:
    """A note's text without the mark that it begins with, and without arrows back at its end."""
    return _LEADING.sub("", text, count=1).rstrip(" ↩↑^\ufe0e").strip()


def _is_mark(link: Node, fragment: str) -> bool:
    words = _words(link)
    if not _MARK.fullmatch(words):
        return False
    inside = link.parent is not None and link.parent.tag == "sup"
    inside = inside or any(isinstance(child, Node) and child.tag == "sup" for child in link.children)
    return inside or not words.isalnum() or bool(_NAMED.search(fragment))


def _holder(target: Node) -> Node | None:
    """The block that is the note: around the place, or around that where Word gives each note its own division."""
    node: Node | None = target
    while node is not None and node.tag not in _HOLDERS:
        node = node.parent
    if node is not None and node.parent is not None and re.fullmatch(r"(?:ftn|edn)\d+", node.parent.get("id")):
        return node.parent
    return node


def _words(link: Node) -> str:
    words, stack = "", list(reversed(link.children))
    while stack and len(words) < 20:
        here = stack.pop()
        if isinstance(here, str):
            words += here
        else:
            stack.extend(reversed(here.children))
    return words.strip()
