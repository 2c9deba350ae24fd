"""What an editor lays out beside the text: the frameworks a speech describes, and the cities it may name.

A framework's words are quotations, and each is held against the passage or heading it names. The list of cities is
background; only what the text says is quoted, and that is held against it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from yuedu.sources.collection import Cities, Collection, Framework
from yuedu.sources.yamlfile import Where, YamlFile


def read_outlines(
    files: Sequence[YamlFile], texts: Mapping[str, str]
) -> tuple[tuple[Framework, ...], tuple[Cities, ...]]:
    """Frameworks and cities of all collections; `texts`: the Chinese of every passage, heading and line, by id."""
    frameworks: list[Framework] = []
    cities: list[Cities] = []
    for file in files:
        collection = file.shaped(Collection)
        for n, framework in enumerate(collection.frameworks):
            for where, part in _parts(framework, ("frameworks", n)):
                _quoted(file, where, part.at, part.zh, texts)
            frameworks.append(framework)
        if collection.cities:
            _check_cities(file, collection.cities, texts)
            cities.append(collection.cities)
    return tuple(frameworks), tuple(cities)


def _parts(framework: Framework, where: Where) -> Iterator[tuple[Where, Framework]]:
    yield where, framework
    for n, part in enumerate(framework.parts):
        yield from _parts(part, (*where, "parts", n))


def _check_cities(file: YamlFile, cities: Cities, texts: Mapping[str, str]) -> None:
    _quoted(file, ("cities",), cities.stated_at, cities.stated, texts, at="stated_at", zh="stated")
    seen: set[str] = set()
    for n, city in enumerate(cities.cities):
        if city.zh in seen:
            raise file.error(("cities", "cities", n, "zh"), f"{city.zh!r} stands twice", "list each city once")
        seen.add(city.zh)
        for m, name in enumerate(city.not_in):
            if city.zh not in name or not any(name in zh for zh in texts.values()):
                message = f"{name!r} does not hold {city.zh!r}, or stands nowhere in the text"
                raise file.error(("cities", "cities", n, "not_in", m), message, "copy the longer name from the text")


def _quoted(
    file: YamlFile, where: Where, ident: str, words: str, texts: Mapping[str, str], at: str = "at", zh: str = "zh"
) -> None:
    if ident not in texts:
        message = f"no passage or heading {ident!r}"
        raise file.error((*where, at), message, "see data/digest.json for the ids")
    if words not in texts[ident]:
        message = f"{ident} does not hold the words {words!r}"
        raise file.error((*where, zh), message, "copy the words from the cleaned text")
