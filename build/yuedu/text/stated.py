"""A fact with the words that state it, and the lines before and after the text that facts are read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yuedu.text.tree import FrontLine, Part, Tree


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact, the words of the text that state it, where they stand (offsets in the text), and the id of their part.

    Words over several lines hold the line feeds between them.
    """

    value: str
    words: str
    at: str
    start: int
    end: int

    def within(self, a: int, b: int, *, at: int = 0) -> Stated:
        """The characters `a` to `b` of the words from `at` on, line feeds left out, as a fact that rests on all of them."""
        return Stated(self.words[at:].replace("\n", "")[a:b], self.words, self.at, self.start, self.end)


class Frame:
    """The front lines of a tree: `head` before the text, `tail` after it, `title` the lines of the title."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        body = next((n for n, part in enumerate(tree.parts) if not isinstance(part, FrontLine)), len(tree.parts))
        self.head = [p for p in tree.parts[:body] if isinstance(p, FrontLine)]
        self.tail = [p for p in tree.parts[body:] if isinstance(p, FrontLine)]
        self.title = [p for p in self.head if p.role == "title"]

    def stated(self, value: str, part: Part, start: int, end: int) -> Stated:
        """A fact that rests on the text from `start` to `end`, of which `part` is the first."""
        return Stated(value, self.tree.text[start:end], part.id, start, end)

    def whole(self, parts: Sequence[FrontLine], value: str) -> Stated | None:
        """A fact that rests on whole lines that stand together; None without lines or value."""
        return self.stated(value, parts[0], parts[0].start, parts[-1].end) if parts and value else None

    def run(self, role: str) -> list[FrontLine]:
        """The first lines of one role that stand together."""
        first = next((n for n, p in enumerate(self.head) if p.role == role), None)
        if first is None:
            return []
        last = first
        while last + 1 < len(self.head) and self.head[last + 1].role == role:
            last += 1
        return self.head[first : last + 1]

    def over(self, lines: list[FrontLine], a: int, b: int) -> Stated:
        """A span of the lines joined, as a place in the text."""
        places = [p.start + n for p in lines for n in range(len(p.zh))]
        value = "".join(p.zh for p in lines)[a:b]
        return self.stated(value, lines[0], places[a], places[b - 1] + 1)
