"""How much stands on one page, and how what is longer is cut: the newest that fits, and pages for years and their parts.

The numbers are of entries, so that which pages exist is known before any of them is written. They were found on the built
pages of real text: a page's frame weighs 14 kB compressed, a line of a concordance in two languages 240 bytes, a row of a
table of figures 160, a term of an index 110 with everything it may be found by and 60 without. A page stays under 60 kB.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from yuedu.analysis.speeches import Speech
from yuedu.pages.labels import both as label
from yuedu.sources.shape import Bilingual

T = TypeVar("T")

LINES = 150
"""Lines of a concordance on a page that has more than those; such a page is whole up to this number."""
FIGURES_OF_LINES = 40
"""Figures under such lines."""
ROWS = 240
"""Rows of a table of figures."""
NEWEST_ROWS = 120
"""The same beside a list of documents."""
TERMS = 400
"""Terms of an index that hold what they may be found by; where one stands in several places, `PLACES`."""
PLACES = 500
TERMS_OF_A_LETTER = 600
"""Terms of an index that hold nothing more than is seen."""
CARDS = 120
"""Terms that are told with their definitions."""
DOCUMENTS = 200
"""Documents of a list, a line each."""

TEXTS = 50
"""Documents whose texts stand on the page of all data."""

UNDATED = "undated"
"""The place of documents without a date among the years."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some entries of a document: from `first` to before `last` of them."""

    document: str
    first: int
    last: int


def newest_that_fit(counts: Mapping[str, int], limit: int) -> list[Piece]:
    """Whole documents from the front while they fit; of the first one that is too long alone, its beginning."""
    found: list[Piece] = []
    room = limit
    for document, count in counts.items():
        if count > room:
            return found or [Piece(document, 0, limit)]
        found.append(Piece(document, 0, count))
        room -= count
    return found


def parts(counts: Mapping[str, int], limit: int) -> list[list[Piece]]:
    """All entries, in parts that hold no more than `limit` each; documents stay whole where they fit.

    Filled in the order given: what is added at the end moves nothing that stands before it.
    """
    found: list[list[Piece]] = [[]]
    room = limit
    for document, count in counts.items():
        for first in range(0, count, limit):
            last = min(first + limit, count)
            if last - first > room:
                found.append([])
                room = limit
            found[-1].append(Piece(document, first, last))
            room -= last - first
    return [part for part in found if part]


def slices(entries: Sequence[T], limit: int) -> list[Sequence[T]]:
    """A list in slices of `limit`; none, where it is empty."""
    return [entries[at : at + limit] for at in range(0, len(entries), limit)]


def year_of(speech: Speech) -> str:
    """The year of a document, as an address has it."""
    return str(speech.year) if speech.year else UNDATED


def named_year(year: str) -> Bilingual:
    """2021, 2021年; what bears no date says so."""
    return label("Undated", "未载日期") if year == UNDATED else label(year, f"{year}年")


def newest_years(years: set[str]) -> list[str]:
    """The newest first; what bears no date comes last."""
    return sorted(years, key=lambda y: "" if y == UNDATED else y, reverse=True)


def numbered(url: str, number: int) -> str:
    """The address of a part: the first is the page itself."""
    return url if number == 1 else f"{url}{number}/"
