"""English words as the rules compare them: without case, hyphens, quotation marks, possessives and plurals.

Finding a rendering is finding its words in a row; a comma or a full stop between them is a word of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

WORD = re.compile(r"[A-Za-z0-9]+(?:[.+&][A-Za-z0-9]+)*|[,;:.!?()]")  # 12345+N, 2.0, R&D
POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s|$)")  # the committee's, the cities'
IRREGULAR = {"people": "person", "children": "child"}

Span = tuple[int, int]


@dataclass(frozen=True)
class Words:
    """A text's words, each with its place in the text."""

    text: str

    @cached_property
    def all(self) -> tuple[tuple[str, int, int], ...]:
        blank = POSSESSIVE.sub(lambda m: " " * len(m[0]), self.text)
        return tuple((bare(m[0]), m.start(), m.end()) for m in WORD.finditer(blank))

    @cached_property
    def bare(self) -> tuple[str, ...]:
        return tuple(word for word, _, _ in self.all)

    def find(self, phrase: str) -> list[Span]:
        """Where the words of a phrase stand in a row, as offsets into the text."""
        wanted = bare_words(phrase)
        if not wanted:
            return []
        last = len(self.bare) - len(wanted)
        starts = [n for n in range(last + 1) if self.bare[n] == wanted[0] and self.bare[n : n + len(wanted)] == wanted]
        return [(self.all[n][1], self.all[n + len(wanted) - 1][2]) for n in starts]


@lru_cache(maxsize=1 << 14)
def words_of(text: str) -> Words:
    """The words of a text, kept for the next rule."""
    return Words(text)


@lru_cache(maxsize=1 << 14)
def bare_words(text: str) -> tuple[str, ...]:
    """The words of a rendering as they are compared."""
    return Words(text).bare


def bare(word: str) -> str:
    """A word without case and plural: Cities and city are one, processes and process, exercises and exercise."""
    low = word.lower()
    if low in IRREGULAR:
        return IRREGULAR[low]
    if len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        low = low[:-1]
    if len(low) > 3 and low.endswith("e"):
        return low[:-1]
    return f"{low[:-1]}i" if len(low) > 3 and low.endswith("y") else low
