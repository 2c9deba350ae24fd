"""What an editor lays out beside the text: the frameworks a speech describes, and the cities it may name.

A framework's words are quotations, and each is held against the passage or heading it names. The list of cities is
background; only what the text says is quoted, and that is held against it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yuedu.analysis.shelf import Shelf
from yuedu.corpus.english import Target
from yuedu.sources.collection import Cities, Framework
from yuedu.sources.yamlfile import Where, YamlFile


def read_outlines(shelf: Shelf, targets: Mapping[str, Target]) -> tuple[tuple[Framework, ...], tuple[Cities, ...]]:
    """Frameworks and cities of all collections; `targets`: every passage, heading and line, by id."""
    frameworks: list[Framework] = []
    cities: list[Cities] = []
    for seed in shelf.seeds:
        if not (seed.frameworks or seed.cities):
            continue
        file = shelf.editing(seed.editing)
        for n, framework in enumerate(seed.frameworks):
            for where, part in _parts(framework, ("frameworks", n)):
                _quoted(file, where, part.at, part.zh, targets)
            frameworks.append(framework)
        if seed.cities:
            _check_cities(file, seed.cities, targets)
            cities.append(seed.cities)
    return tuple(frameworks), tuple(cities)


def _parts(framework: Framework, where: Where) -> Iterator[tuple[Where, Framework]]:
    yield where, framework
    for n, part in enumerate(framework.parts):
        yield from _parts(part, (*where, "parts", n))


def _check_cities(file: YamlFile, cities: Cities, texts: Mapping[str, Target]) -> None:
    _quoted(file, ("cities",), cities.stated_at, cities.stated, texts, at="stated_at", zh="stated")
    seen: set[str] = set()
    for n, city in enumerate(cities.cities):
        if city.zh in seen:
            raise file.error(("cities", "cities", n, "zh"), f"{city.zh!r} stands twice", "list each city once")
        seen.add(city.zh)
        for m, name in enumerate(city.not_in):
            if city.zh not in name or not any(name in t.zh for t in texts.values()):
                message = f"{name!r} does not hold {city.zh!r}, or stands nowhere in the text"
                raise file.error(("cities", "cities", n, "not_in", m), message, "copy the longer name from the text")


def _quoted(
    file: YamlFile, where: Where, ident: str, words: str, texts: Mapping[str, Target], at: str = "at", zh: str = "zh"
) -> None:
    if ident not in texts:
        message = f"no passage or heading {ident!r}"
        raise file.error((*where, at), message, "see data/digest.json for the ids")
    if words not in texts[ident].zh:
        message = f"{ident} does not hold the words {words!r}"
        raise file.error((*where, zh), message, "copy the words from the cleaned text")
