"""Where terms stand in a text.

A candidate is the longest match over all forms; it counts only where both its ends are token borders of a private jieba
tokenizer (without its hidden Markov model) that knows those forms, so that 统建 is not found in 系统建设 nor 规制 in
法规制度. What that gets wrong is overridden in data: a form inside one of its `not_in` words does not count.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from yuedu.glossary.shape import Record
from yuedu.text.words import dictionary


@dataclass(frozen=True, slots=True)
class Hit:
    """A term in a text: half-open offsets."""

    slug: str
    start: int
    end: int


class Matcher:
    """Finds the terms it was made with; the first search loads jieba's dictionary (about half a second, once).

    What it finds in a text depends on the terms whose forms stand in that text, and on no others.
    """

    def __init__(self, terms: Sequence[Record], cache_dir: str | None = None) -> None:
        self._hidden = {form: t.not_in for t in terms for form in t.forms if t.not_in}
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        by_length = sorted(((t.slug, f) for t in terms for f in t.forms), key=lambda p: (-len(p[1]), p[1]))
        for slug, form in by_length:
            self._by_first.setdefault(form[0], []).append((form, slug))
        self._forms = tuple(form for _, form in by_length)
        self._cache_dir = cache_dir

    def find(self, text: str) -> list[Hit]:
        """Hits in order, never overlapping."""
        borders = [0, *(at for at in self._ends(text) if not _cuts_latin(text, at))]
        at_border = set(borders)
        hits: list[Hit] = []
        free = 0
        for start in borders:
            for form, slug in self._by_first.get(text[start : start + 1], ()) if start >= free else ():
                end = start + len(form)
                if end in at_border and text.startswith(form, start) and not self._is_hidden(text, form, start):
                    hits.append(Hit(slug, start, end))
                    free = end
                    break
        return hits

    def tokens(self, text: str) -> list[tuple[int, int]]:
        """The spans into which the tokenizer cuts a text; they tile it."""
        ends = self._ends(text)
        return list(zip((0, *ends), ends, strict=False))

    def _ends(self, text: str) -> tuple[int, ...]:
        return _tokenizer(self._forms, self._cache_dir)(text)

    def _is_hidden(self, text: str, form: str, start: int) -> bool:
        for word in self._hidden.get(form, ()):
            first = max(0, start - len(word) + len(form))
            at = text.find(word, first, start + len(word))
            if 0 <= at <= start and at + len(word) >= start + len(form):
                return True
        return False


def _cuts_latin(text: str, at: int) -> bool:
    """Whether a border falls inside a Latin word or a number, as jieba may leave one: 12345 in 123456."""
    around = text[max(at - 1, 0) : at + 1]
    return len(around) == 2 and around.isascii() and around.isalnum()


@lru_cache(maxsize=1)
def _tokenizer(forms: tuple[str, ...], cache_dir: str | None) -> Callable[[str], tuple[int, ...]]:
    """Where the words of a text end, by a tokenizer of our own.

    The last tokenizer is kept, so that a live rebuild does not load the dictionary again; and what it cut, since the same
    sentences are asked about by the terms, the cities, the search and the traditional characters. Words are weighed
    against the dictionary as it came, so that a form changes nothing where it does not stand.
    """
    tokenizer = dictionary(cache_dir)
    total = tokenizer.total
    for form in forms:
        tokenizer.add_word(form)
        tokenizer.total = total

    @lru_cache(maxsize=1 << 14)
    def ends(text: str) -> tuple[int, ...]:
        return tuple(accumulate(map(len, tokenizer.cut(text, HMM=False))))

    return ends
