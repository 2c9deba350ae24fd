"""The schematics: the cities by what is said of them, and the frameworks that a speech lays out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any
from urllib.parse import quote

from jinja2 import Environment

from yuedu import urls
from yuedu.corpus.cities import Found, cities_of
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.holdings import characters_of, english_of
from yuedu.corpus.window import document_of
from yuedu.pages import budget
from yuedu.pages.chinese import found_mark
from yuedu.pages.division import Part, Unit, filled, numbered
from yuedu.pages.labels import both as label
from yuedu.pages.passages import line, reference
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.sources.collection import Cities, City, Framework
from yuedu.sources.shape import Bilingual

TRAIL = [("/topics/", label("Topics", "专题"))]


def sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """A page each, where an editor has declared cities or frameworks."""
    corpus = shows.corpus
    if corpus.cities:
        heads = list(shows.heads.values())
        found = [[f for head in heads for f in head.cities[n]] for n in range(len(cities_of(corpus)))]
        stated = [c.stated_at for c in corpus.cities]
        yield shows.sheet(
            "topics/cities/index.md",
            partial(_cities, corpus, env, found),
            [found, shows.parts(p for inside in found for p, _, _ in inside), shows.parts(stated), corpus.cities],
            shows.documents(document_of(p) for inside in found for p, _, _ in inside),
        )
    if corpus.frameworks:
        yield from _frameworks(shows, env)


def _cities(corpus: Corpus, env: Environment, found: list[list[Found]]) -> str:
    return env.get_template("cities.md.j2").render(
        page=urls.CITIES,
        trail=TRAIL,
        title=label("Cities named", "提及的地市"),
        lede=label(
            "The cities by what is said of them: each with the number of sentences that name it. A schematic of "
            "names in the order of their pinyin; it shows no territory and no border. A body named after a city "
            "does not count as the city.",
            "按提及情况列出各地市及提及句数。此为名称示意，依拼音排列，不表示地域和边界。以城市命名的机构不计为该城市。",
        ),
        groups=list(_groups(corpus, found)),
    )


def _frameworks(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """All on one page, or on as many as they take, in reading order."""
    units = [Unit(str(n), None, _weight(f), 1) for n, f in enumerate(shows.corpus.frameworks)]
    parts = numbered(urls.FRAMEWORKS, "", list(filled(units, budget.LISTED)))
    for part in parts:
        make = partial(_frameworks_page, shows.corpus, env, parts, part)
        yield shows.sheet(part.path, make, part, len(parts), shows.everything)


def _frameworks_page(corpus: Corpus, env: Environment, parts: list[Part], part: Part) -> str:
    return env.get_template("frameworks.md.j2").render(
        page=part.url,
        trail=TRAIL,
        title=label("Frameworks", "业务体系"),
        lede=label(
            "A framework as the text lays it out, in its own words; each part leads to where it is said. Which "
            "passage takes up which part is the editor's reading.",
            "按原文用语列出的业务体系，各项均链接至出处。各段与各项的对应由编者归纳。",
        ),
        frameworks=[(int(u.document) + 1, _part(corpus, corpus.frameworks[int(u.document)])) for u in part.units],
        parts=parts,
    )


def _weight(framework: Framework) -> int:
    return budget.entry_weight(framework.zh, framework.en) + sum(map(_weight, framework.parts))


def _groups(corpus: Corpus, every: list[list[Found]]) -> Iterator[dict[str, Any]]:
    """The lists of cities, each city with the sentences that name it: all, or the newest where that is too much for a page."""
    found = iter(every)
    groups = [(cities, [(c, next(found)) for c in cities.cities]) for cities in corpus.cities]
    most = _as_fit(corpus, [inside for _, listed in groups for _, inside in listed])
    for cities, listed in groups:
        yield _group(corpus, cities, [_city(corpus, city, inside, most) for city, inside in listed])


def _as_fit(corpus: Corpus, every: Sequence[list[Found]]) -> int | None:
    """How many sentences of each city fit together on the page; None where all do."""
    weights = [
        [
            budget.rows_weight(1, characters_of(corpus, p, [n]), english_of(corpus, p, [n]))
            for p, n, _ in _newest(corpus, inside)
        ]
        for inside in every
    ]
    if sum(map(sum, weights)) <= budget.LISTED:
        return None
    longest = max(map(len, weights))
    return next((n for n in range(longest, 1, -1) if sum(sum(w[:n]) for w in weights) <= budget.LISTED), 1)


def _newest(corpus: Corpus, found: list[Found]) -> list[Found]:
    dates = {p: corpus.speech_of[p].meta.date or "" for p, _, _ in found}
    return sorted(found, key=lambda f: dates[f[0]], reverse=True)


def _group(corpus: Corpus, cities: Cities, listed: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "title": cities.title,
        "basis": cities.basis,
        "stated": cities.stated,
        "stated_url": urls.part_url(cities.stated_at),
        "stated_ref": reference(corpus, cities.stated_at),
        "cities": listed,
        "named": sum(bool(c["lines"]) for c in listed),
    }


def _city(corpus: Corpus, city: City, found: list[Found], most: int | None) -> dict[str, Any]:
    shown = found if most is None else _newest(corpus, found)[:most]
    return {
        "name": Bilingual(zh=city.zh, en=city.en),
        "anchor": (city.en or "").lower().replace(" ", "-").replace("'", ""),
        "count": len(found),
        "all": f"/search/?q={quote(city.zh)}" if len(shown) < len(found) else None,
        "lines": [
            line(corpus, passage, number, urls.CITIES, [found_mark(a, b) for a, b in places])
            for passage, number, places in shown
        ],
    }


def _part(corpus: Corpus, framework: Framework) -> dict[str, Any]:
    return {
        "name": Bilingual(zh=framework.zh, en=framework.en),
        "url": urls.part_url(framework.at),
        "reference": reference(corpus, framework.at),
        "parts": [_part(corpus, p) for p in framework.parts],
    }
