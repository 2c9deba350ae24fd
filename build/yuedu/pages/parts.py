"""What is too long for one page, divided: the newest on the page itself, and all of it on a page for each year.

A year that is too long is cut into parts, in reading order: what is added at the end moves nothing before it. What has no
date stands under `undated`. The addresses are `<root>2021/`, `<root>2021/2/` and `<root>undated/`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from yuedu.pages import budget
from yuedu.pages.labels import both as label
from yuedu.sources.shape import Bilingual
from yuedu.urls import UNDATED

_NAMES = {UNDATED: label("Undated", "无日期")}


@dataclass(frozen=True, slots=True)
class Unit:
    """What stays together: what a document gives to a page, or a piece of that where it is too long alone."""

    document: str
    date: str | None
    weight: int
    count: int
    ids: tuple[str, ...] = ()

    @property
    def year(self) -> str:
        return self.date[:4] if self.date else UNDATED


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a year: its address, and what stands on it."""

    url: str
    year: str
    number: int
    of: int
    units: tuple[Unit, ...]

    @property
    def title(self) -> Bilingual:
        """The year, and which of its pages this is where there are several."""
        year = Bilingual(en=self.year, zh=f"{self.year}年") if self.year.isdigit() else _NAMES.get(self.year)
        more = f" ({self.number}/{self.of})" if self.of > 1 else ""
        return label(f"{year.en}{more}", f"{year.zh}{more}") if year else label(self.year + more, self.year + more)

    def titled(self, title: Bilingual) -> Bilingual:
        """What a page of parts is called, with the year of this one."""
        own = self.title
        return Bilingual(
            en=f"{title.en} · {own.en}" if title.en else None, zh=f"{title.zh} · {own.zh}" if title.zh else None
        )

    @property
    def path(self) -> str:
        return f"{self.url.strip('/')}/index.md"


@dataclass(frozen=True, slots=True)
class Divided:
    """`first` stands on the page itself. `parts` are in order of time, what has no date last; none where all is on the page."""

    root: str
    units: tuple[Unit, ...]
    first: tuple[Unit, ...]
    parts: tuple[Part, ...]

    @property
    def whole(self) -> bool:
        return not self.parts

    def addresses(self) -> dict[str, str]:
        """Document and id → the address of the page that shows it: the page itself before a year's."""
        found: dict[str, str] = {}
        for url, units in (*((p.url, p.units) for p in reversed(self.parts)), (self.root, self.first)):
            for unit in units:
                found |= dict.fromkeys((unit.document, *unit.ids), url)
        return found

    @staticmethod
    def documents(units: Sequence[Unit]) -> int:
        return len({u.document for u in units})

    def years(self) -> list[dict[str, Any]]:
        """For a list of the years, the newest first: each with its count and its documents."""
        by_year: dict[str, list[Part]] = {}
        for part in self.parts:
            by_year.setdefault(part.year, []).append(part)
        dated = sorted((y for y in by_year if y != UNDATED), reverse=True)
        return [_year(by_year[y]) for y in (*dated, *(y for y in by_year if y == UNDATED))]


def divide(root: str, units: Sequence[Unit], room: int = 0, first: int = 0, *, always: bool = False) -> Divided:
    """`units` in reading order; `room`: of one page, and of the first of several; `always`: even if one page holds all."""
    room, first = room or budget.ROOM, first or budget.FIRST
    if not always and sum(u.weight for u in units) <= room:
        return Divided(root, tuple(units), tuple(units), ())
    newest = sorted(units, key=lambda u: u.date or "", reverse=True)  # stable: of one date, in reading order
    return Divided(root, tuple(units), next(filled(newest, first)), tuple(_parts(root, units, room)))


def filled(units: Sequence[Unit], room: int) -> Iterator[tuple[Unit, ...]]:
    """Pages in order, each as full as it fits; what is too long alone has one to itself."""
    page: list[Unit] = []
    weight = 0
    for unit in units:
        if page and weight + unit.weight > room:
            yield tuple(page)
            page, weight = [], 0
        page.append(unit)
        weight += unit.weight
    if page:
        yield tuple(page)


def _parts(root: str, units: Sequence[Unit], room: int) -> Iterator[Part]:
    by_year: dict[str, list[Unit]] = {}
    for unit in units:
        by_year.setdefault(unit.year, []).append(unit)
    for year in sorted(by_year):  # digits sort before `undated`
        yield from numbered(f"{root}{year}/", year, list(filled(by_year[year], room)))


def numbered(root: str, year: str, pages: Sequence[tuple[Unit, ...]]) -> list[Part]:
    """The pages of a year, or of something else that has a `root` of its own: the first stands there, the second at `2/`."""
    return [Part(root if n == 1 else f"{root}{n}/", year, n, len(pages), units) for n, units in enumerate(pages, 1)]


def _year(parts: Sequence[Part]) -> dict[str, Any]:
    units = [u for p in parts for u in p.units]
    return {
        "url": parts[0].url,
        "year": parts[0].year,
        "dated": parts[0].year != UNDATED,
        "documents": len({u.document for u in units}),
        "count": sum(u.count for u in units),
    }
