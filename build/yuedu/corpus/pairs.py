"""The documents that are compared two by two: each with the one it follows, and those that an editor names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from yuedu.sources.changes import Change
from yuedu.sources.document import Document
from yuedu.sources.yamlfile import YamlFile


@dataclass(frozen=True, slots=True)
class Pair:
    """From `a` to `b`; `by`: why they are compared."""

    a: str
    b: str
    by: Literal["follows", "editor"]

    @property
    def name(self) -> str:
        """As its address has it."""
        return f"{self.a}..{self.b}"

    def other(self, document: str) -> str:
        return self.b if document == self.a else self.a


def pairs(documents: Iterable[Document], named: Sequence[Change]) -> tuple[Pair, ...]:
    """Those that follow each other in reading order, then those that are named; each once."""
    followed = [Pair(d.follows, d.id, "follows") for d in documents if d.follows]
    known = {p.name for p in followed}
    return (*followed, *(p for c in named if (p := Pair(c.a, c.b, "editor")).name not in known))


def check_changes(file: YamlFile, named: Sequence[Change], documents: Collection[str]) -> None:
    """Raises `EditorError` for a comparison of what is not there, of a text with itself, or one that is named twice."""
    seen: set[frozenset[str]] = set()
    for n, change in enumerate(named):
        for side, ident in _sides(change):
            if ident not in documents:
                message = f"there is no document {ident!r} to compare"
                raise file.error(("changes", n, side), message, f"use one of {', '.join(sorted(documents))}")
        if change.a == change.b:
            raise file.error(("changes", n, "b"), f"{change.b} is compared with itself", "name another document")
        both = frozenset((change.a, change.b))
        if both in seen:
            message = f"{change.a} and {change.b} are compared twice"
            raise file.error(("changes", n, "a"), message, "take one of the two out")
        seen.add(both)


def _sides(change: Change) -> Iterator[tuple[str, str]]:
    yield "a", change.a
    yield "b", change.b
