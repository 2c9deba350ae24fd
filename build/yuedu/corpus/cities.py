"""Where the text names a city, found by plain search between token borders.

梅州 in 数读梅州 counts only where the tokenizer cuts there; a name inside a term that is a body, such as 广州数据交易所,
or inside one of the editor's `not_in`, is the longer name's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yuedu.corpus.corpus import Corpus
from yuedu.sources.collection import City


def sentences(corpus: Corpus, city: City) -> list[tuple[str, int, list[tuple[int, int]]]]:
    """Passage, number of the sentence, and the places of the name in the passage; in reading order."""
    found: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for passage in corpus.passages.values():
        if city.zh not in passage.zh:
            continue
        borders = {end for _, end in corpus.matcher.tokens(passage.zh)} | {0}
        hidden = [*_hidden(corpus, passage.id), *_longer(city, passage.zh)]
        for match in re.finditer(re.escape(city.zh), passage.zh):
            start, end = match.span()
            inside = any(a <= start and end <= b for a, b in hidden)
            whole = end in borders or (passage.zh.startswith("市", end) and end + 1 in borders)  # 河源市 is one token
            if start in borders and whole and not inside:
                found.setdefault((passage.id, corpus.sentence_at(passage.id, start)), []).append((start, end))
    return [(passage, number, places) for (passage, number), places in found.items()]


def _hidden(corpus: Corpus, passage: str) -> Iterator[tuple[int, int]]:
    for hit in corpus.hits[passage]:
        if corpus.term_by_slug[hit.slug].kind == "body":
            yield hit.start, hit.end


def _longer(city: City, zh: str) -> Iterator[tuple[int, int]]:
    for name in city.not_in:
        for match in re.finditer(re.escape(name), zh):
            yield match.span()
