"""The schematics: the cities by what is said of them, and the frameworks that a speech lays out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.corpus.cities import sentences
from yuedu.corpus.corpus import Corpus
from yuedu.pages.chinese import found_mark
from yuedu.pages.labels import both as label
from yuedu.pages.passages import line, reference
from yuedu.sources.collection import Cities, City, Framework
from yuedu.sources.shape import Bilingual

TRAIL = [("/topics/", label("Topics", "专题"))]


def pages(corpus: Corpus, env: Environment) -> Iterator[tuple[str, str]]:
    """A page each, where an editor has declared cities or frameworks."""
    if corpus.cities:
        yield (
            "topics/cities/index.md",
            env.get_template("cities.md.j2").render(
                page=urls.CITIES,
                trail=TRAIL,
                title=label("Cities named", "提及的地市"),
                lede=label(
                    "The cities by what is said of them: each with the number of sentences that name it. A schematic of "
                    "names in the order of their pinyin; it shows no territory and no border. A body named after a city "
                    "does not count as the city.",
                    "按提及情况列出各地市及提及句数。此为名称示意，依拼音排列，不表示地域和边界。以城市命名的机构不计为该城市。",
                ),
                groups=[_group(corpus, cities) for cities in corpus.cities],
            ),
        )
    if corpus.frameworks:
        yield (
            "topics/frameworks/index.md",
            env.get_template("frameworks.md.j2").render(
                page=urls.FRAMEWORKS,
                trail=TRAIL,
                title=label("Frameworks", "业务体系"),
                lede=label(
                    "A framework as the text lays it out, in its own words; each part leads to where it is said. Which "
                    "passage takes up which part is the editor's reading.",
                    "按原文用语列出的业务体系，各项均链接至出处。各段与各项的对应由编者归纳。",
                ),
                frameworks=[_part(corpus, f) for f in corpus.frameworks],
            ),
        )


def _group(corpus: Corpus, cities: Cities) -> dict[str, Any]:
    listed = [_city(corpus, c) for c in cities.cities]
    return {
        "title": cities.title,
        "basis": cities.basis,
        "stated": cities.stated,
        "stated_url": urls.part_url(cities.stated_at),
        "stated_ref": reference(corpus, cities.stated_at),
        "cities": listed,
        "named": sum(bool(c["lines"]) for c in listed),
    }


def _city(corpus: Corpus, city: City) -> dict[str, Any]:
    found = sentences(corpus, city)
    return {
        "name": Bilingual(zh=city.zh, en=city.en),
        "anchor": (city.en or "").lower().replace(" ", "-").replace("'", ""),
        "lines": [
            line(corpus, passage, number, urls.CITIES, [found_mark(a, b) for a, b in places])
            for passage, number, places in found
        ],
    }


def _part(corpus: Corpus, framework: Framework) -> dict[str, Any]:
    return {
        "name": Bilingual(zh=framework.zh, en=framework.en),
        "url": urls.part_url(framework.at),
        "reference": reference(corpus, framework.at),
        "parts": [_part(corpus, p) for p in framework.parts],
    }
