"""Where the text names a city, found by plain search between token borders.

梅州 in 数读梅州 counts only where the tokenizer cuts there; a name inside a term that is a body, such as 广州数据交易所,
or inside one of the editor's `not_in`, is the longer name's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yuedu.corpus.corpus import Corpus
from yuedu.sources.collection import City
from yuedu.text.tree import Passage

Found = tuple[str, int, tuple[tuple[int, int], ...]]
"""Passage, number of the sentence, and the places of the name in the passage."""


def cities_of(corpus: Corpus) -> list[City]:
    """Every city that an editor lists, in the order of the lists."""
    return [c for cities in corpus.cities for c in cities.cities]


def sentences(corpus: Corpus, document: str) -> list[tuple[Found, ...]]:
    """For each city that is listed the sentences of a document that name it, in reading order."""
    cities = cities_of(corpus)
    found: list[dict[tuple[str, int], list[tuple[int, int]]]] = [{} for _ in cities]
    if cities:
        names = re.compile("|".join(sorted({re.escape(c.zh) for c in cities}, key=len, reverse=True)))
        for passage in corpus.window[document].passages.values():
            if names.search(passage.zh):
                _in_passage(corpus, passage, cities, found)
    return [tuple((passage, n, tuple(places)) for (passage, n), places in inside.items()) for inside in found]


def _in_passage(
    corpus: Corpus,
    passage: Passage,
    cities: Sequence[City],
    found: Sequence[dict[tuple[str, int], list[tuple[int, int]]]],
) -> None:
    borders = {end for _, end in corpus.matcher.tokens(passage.zh)} | {0}
    bodies = list(_hidden(corpus, passage.id))
    for city, inside in zip(cities, found, strict=True):
        if city.zh not in passage.zh:
            continue
        hidden = [*bodies, *_longer(city, passage.zh)]
        for match in re.finditer(re.escape(city.zh), passage.zh):
            start, end = match.span()
            whole = end in borders or (passage.zh.startswith("市", end) and end + 1 in borders)  # 河源市 is one token
            if start in borders and whole and not any(a <= start and end <= b for a, b in hidden):
                inside.setdefault((passage.id, corpus.sentence_at(passage.id, start)), []).append((start, end))


def _hidden(corpus: Corpus, passage: str) -> Iterator[tuple[int, int]]:
    for hit in corpus.hits[passage]:
        if corpus.term_by_slug[hit.slug].kind == "body":
            yield hit.start, hit.end


def _longer(city: City, zh: str) -> Iterator[tuple[int, int]]:
    for name in city.not_in:
        for match in re.finditer(re.escape(name), zh):
            yield match.span()
