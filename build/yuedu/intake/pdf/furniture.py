"""Running heads, feet and page numbers: what recurs at the same place of pages, its figures aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

NEAR = 8.0
"""Points by which the place of a running head may differ from page to page."""
ROWS_LOOKED_AT = 3
DASHED = re.compile(r"[-－–—―─·•~～]+\s*\d{1,4}\s*[-－–—―─·•~～]+|第\s*\d{1,4}\s*页([，,/\s]*共\s*\d{1,4}\s*页)?")
"""A page number that can be nothing else, even on a file of one page."""
NUMBER = re.compile(r"\d{1,4}|\d{1,4}\s*/\s*\d{1,4}|[ivxlc]{1,7}")
MARGIN = 0.075
"""The part of a page's height in which words that two pages share are enough: no text begins so near the edge."""
WIDER, TITLE = 1.25, 1.15
EDGE = 0.13
"""The part of a page's height at its foot where a dashed number is a page number."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A row near the top or the foot of a page."""

    page: int
    foot: bool
    text: str
    top: float
    bottom: float
    height: float
    size: float
    gap: float
    """To the next row inwards, from base line to base line; infinite where it is the only one of its page."""
    inner_size: float

    def apart(self, leading: float) -> bool:
        """Whether white space or another size parts this row from the next one inwards."""
        return (
            self.gap > WIDER * leading * max(self.size, self.inner_size)
            or abs(self.size - self.inner_size) > 0.08 * self.size
        )

    @property
    def pattern(self) -> str:
        plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", self.text))
        return re.sub(r"\d+", "#", plain) if not re.fullmatch(r"[ivxlc]+", plain) else "#"


def furniture(edges: Sequence[Edge], pages: int, leading: float, body: float) -> list[Edge]:
    """The rows that are furniture: those of which the like recurs, from the edge up to where they stand apart from the text.

    `leading` is the usual distance of lines, in ems, and `body` the size of most of the text: what is larger is a title.
    `edges` has the rows of a page from its edge inwards.
    """
    counted: dict[tuple[bool, str], list[Edge]] = {}
    for edge in edges:
        counted.setdefault((edge.foot, edge.pattern), []).append(edge)
    found = {e for group in counted.values() for e in group if _recurs(e, group, pages) or _is_number(e)}
    chains: dict[tuple[int, bool], list[Edge]] = {}
    stopped: set[tuple[int, bool]] = set()
    for edge in edges:
        side = (edge.page, edge.foot)
        if edge not in found or edge.size > TITLE * body:
            stopped.add(side)
        elif side not in stopped:
            chains.setdefault(side, []).append(edge)
    for chain in chains.values():
        while chain and not chain[-1].apart(leading):
            chain.pop()
    return [edge for chain in chains.values() for edge in chain]


def names(found: Sequence[Edge]) -> str:
    """The furniture, named for a note: each pattern once, as it stands first."""
    first: dict[str, str] = {}
    for edge in found:
        first.setdefault(edge.pattern, edge.text.strip())
    named = [f"«{text[:40]}»" for text in list(first.values())[:4]]
    return ", ".join(named) + (" and others" if len(first) > 4 else "")


def _recurs(edge: Edge, group: Sequence[Edge], pages: int) -> bool:
    at = {e.page for e in group if abs(_place(e) - _place(edge)) <= NEAR}
    words = edge.pattern.replace("#", "").strip("-—–·/")
    return len(at) >= (2 if not words or (pages <= 4 and _place(edge) < MARGIN * edge.height) else 3)


def _place(edge: Edge) -> float:
    return edge.height - edge.bottom if edge.foot else edge.top


def _is_number(edge: Edge) -> bool:
    plain = unicodedata.normalize("NFKC", edge.text).strip()
    return edge.foot and edge.top > (1 - EDGE) * edge.height and DASHED.fullmatch(plain) is not None
