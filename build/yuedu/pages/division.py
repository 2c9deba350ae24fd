"""What is too long for one page, divided: the newest on the page itself, and all of it on a page for each year.

A year that is too long is cut into parts, from its oldest document on: a new one moves nothing before it. What has no date
stands under `undated`. The addresses are `<root>2021/`, `<root>2021/2/` and `<root>undated/`. What is of no year (the terms of
a letter, the figures of one document) is cut into parts alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol, TypeVar

from yuedu.pages import budget
from yuedu.pages.labels import both as label
from yuedu.sources.shape import Bilingual
from yuedu.urls import UNDATED

T = TypeVar("T")


class Weighs(Protocol):
    """What takes room on a page."""

    @property
    def weight(self) -> int: ...


W = TypeVar("W", bound=Weighs)


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
        return year_of(self.date)


@dataclass(frozen=True, slots=True)
class Part:
    """One page of several: its address, and what stands on it. `group`: the year, or what else its parts are of."""

    url: str
    group: str
    number: int
    of: int
    units: tuple[Unit, ...]

    @property
    def title(self) -> Bilingual:
        """The year, and which of its pages this is where there are several."""
        name, more = named(self.group), f" ({self.number}/{self.of})" if self.of > 1 else ""
        return label(f"{name.en}{more}", f"{name.zh}{more}")

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

    def beside(self, part: Part) -> list[Part]:
        """All parts of its year."""
        return [p for p in self.parts if p.group == part.group]

    def years(self) -> list[dict[str, Any]]:
        """For a list of the years, the newest first: each with its name, its address, and the count of what is there."""
        years = {p.group: p.url for p in reversed(self.parts)}  # of each the first part
        counts = dict.fromkeys(years, 0)
        for part in self.parts:
            counts[part.group] += sum(u.count for u in part.units)
        return [listed_year(y, years[y], counts[y]) for y in newest_years(years)]


def divide(root: str, units: Sequence[Unit], room: int = 0, first: int = 0, *, always: bool = False) -> Divided:
    """`units` in reading order; `room`: of one page, and of the first of several; `always`: even if one page holds all."""
    room, first = room or budget.ROOM, first or budget.FIRST
    if not always and sum(u.weight for u in units) <= room:
        return Divided(root, tuple(units), tuple(units), ())
    newest = sorted(units, key=lambda u: u.date or "", reverse=True)  # stable: of one date, in reading order
    return Divided(root, tuple(units), next(filled(newest, first), ()), tuple(_parts(root, units, room)))


def filled(units: Iterable[W], room: int) -> Iterator[tuple[W, ...]]:
    """Pages in order, each as full as it fits; what is too long alone has one to itself."""
    page: list[W] = []
    weight = 0
    for unit in units:
        if page and weight + unit.weight > room:
            yield tuple(page)
            page, weight = [], 0
        page.append(unit)
        weight += unit.weight
    if page:
        yield tuple(page)


def pieces(
    ids: Mapping[str, Sequence[str]], room: int, dates: Mapping[str, str | None] | None = None
) -> Iterator[Unit]:
    """Document → its entries, which weigh alike, as units; in pieces of `room` where one has more than that."""
    for document, inside in ids.items():
        for entries in slices(inside, room):
            yield Unit(document, (dates or {}).get(document), len(entries), len(entries), tuple(entries))


def slices(entries: Sequence[T], room: int) -> list[Sequence[T]]:
    """A list in slices of `room`; none, where it is empty."""
    return [entries[at : at + room] for at in range(0, len(entries), room)]


def numbered(root: str, group: str, pages: Sequence[tuple[Unit, ...]]) -> list[Part]:
    """The pages of a year, or of something else that has a `root` of its own."""
    return [Part(address(root, n), group, n, len(pages), units) for n, units in enumerate(pages, 1)]


def address(root: str, number: int) -> str:
    """Of a part: the first stands at the root, the second at `2/` below it."""
    return root if number == 1 else f"{root}{number}/"


def in_parts(root: str, count: int) -> list[dict[str, Any]]:
    """For a list of parts that are not of years: the address and the number of each."""
    return [{"url": address(root, n), "number": n} for n in range(1, count + 1)]


def year_of(date: str | None) -> str:
    """The year of a date (ISO 8601), as an address has it."""
    return date[:4] if date else UNDATED


@cache
def named(group: str) -> Bilingual:
    """2021, 2021年; what bears no date says so; what is no year is called the same in both languages."""
    if group == UNDATED:
        return label("Undated", "未载日期")
    return label(group, f"{group}年" if group.isdigit() else group)


def newest_years(years: Iterable[str]) -> list[str]:
    """The newest first; what bears no date comes last."""
    return sorted(years, key=lambda y: "" if y == UNDATED else y, reverse=True)


def listed_year(year: str, url: str, count: int) -> dict[str, Any]:
    """A year in a list of years."""
    return {"year": year, "title": named(year), "url": url, "count": count}


def _parts(root: str, units: Sequence[Unit], room: int) -> Iterator[Part]:
    by_year: dict[str, list[Unit]] = {}
    for unit in sorted(units, key=lambda u: u.date or ""):  # stable, too
        by_year.setdefault(unit.year, []).append(unit)
    for year in sorted(by_year):  # digits sort before `undated`
        yield from numbered(f"{root}{year}/", year, list(filled(by_year[year], room)))
