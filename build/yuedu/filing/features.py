"""What of a text the rule counts: its words, its terms, the words of the headings above it, and where it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from yuedu.filing.shape import Cut, PassageWords

Feature = tuple[str, str]
"""Its kind (word, term, edge) and the word, the term's slug, or first or last."""

_WORD = re.compile(r"[㐀-鿿]{2}|[A-Za-z]{2}")  # 数据, APP; neither 的 nor 12 nor 、


def words(text: str, cut: Cut) -> Iterator[str]:
    """The words of a text that can tell a topic."""
    return (text[a:b] for a, b in cut(text) if _WORD.search(text[a:b]))


def of_text(text: str, terms: Iterable[tuple[str, str]], cut: Cut) -> Counter[Feature]:
    """The features of a text without headings: a sentence, the words that describe a topic."""
    counted = Counter(("word", word) for word in words(text, cut))
    counted.update(("term", slug) for slug, _ in terms)
    return counted


def of_passage(passage: PassageWords, cut: Cut) -> Counter[Feature]:
    """The features of a passage: a word of a heading counts as one of the passage."""
    counted = of_text(passage.zh, passage.terms, cut)
    counted.update(("word", word) for heading in passage.headings for word in words(heading, cut))
    if passage.edge:  # how a speech is opened and closed differs from office to office; that it is, does not
        counted["edge", passage.edge] = 1
    return counted
