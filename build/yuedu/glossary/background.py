"""General Chinese as jieba's dictionary counts it: how often a word stands in it, and what part of speech it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import log

import jieba

UNSEEN = 0.5
"""A word that the dictionary has not counted as if it had been seen half a time."""


@dataclass(frozen=True, slots=True)
class Background:
    """Word → how often it was counted, and its tag (ICTCLAS: n, v, vn, ns …); `total` counts all."""

    words: dict[str, tuple[int, str]]
    total: int

    def log_share(self, word: str) -> float:
        """The natural logarithm of the share of a word among all words."""
        return log(max(self.words.get(word, (0, ""))[0], UNSEEN) / self.total)

    def tag(self, word: str) -> str:
        """The part of speech, empty for a word that the dictionary does not have."""
        return self.words.get(word, (0, ""))[1]


@cache
def background() -> Background:
    """Read once (half a second)."""
    words = {}
    with jieba.get_dict_file() as file:
        for line in file:
            word, count, tag = line.decode("utf-8").split()
            words[word] = (int(count), tag)
    return Background(words, sum(count for count, _ in words.values()))
