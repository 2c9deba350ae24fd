"""Where each thing that can be looked for stands: a key → the numbers of the units that hold it, ascending.

| key | of |
| --- | --- |
| one or two characters | the folded Chinese |
| `~stem`, `~stem stem` | a Latin word or number in either language; two English ones side by side, neither of them light |
| `=value` | a figure, in base units, or a date |
| `@doc:…`, `@topic:…`, `@year:…` | the filters |

Longer strings are looked for by their pairs of characters; the reader's browser then holds the text itself against them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import add

from yuedu.search.fold import fold, latin, words
from yuedu.search.units import Unit
from yuedu.search.vocabulary import Stems

Postings = dict[str, list[int]]

LIGHT = frozenset(
    "~" + w
    for w in (
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "is",
        "its",
        "of",
        "on",
        "or",
        "the",
        "to",
        "was",
        "were",
        "will",
        "with",
    )
)
"""Words, as keys, that stand beside nearly every other one."""


def postings(found: Sequence[Unit], stems: Stems) -> Postings:
    """All keys of units of one kind."""
    table: Postings = {}
    for number, unit in enumerate(found):
        for key in _keys(unit, stems):
            try:
                table[key].append(number)
            except KeyError:
                table[key] = [number]
    return table


def _keys(unit: Unit, stems: Stems) -> Iterable[str]:
    keys: set[str] = set()
    for line in unit.zh.split("\n"):
        zh = fold(line)
        keys.update(zh)
        keys.update(map(add, zh, zh[1:]))
        keys.update([stems[word] for word in latin(line)])
    for text in unit.en:
        row = [stems[word] for word in words(text)]
        keys.update(row)
        keys.update([f"{a} {b[1:]}" for a, b in pairwise(row) if a not in LIGHT and b not in LIGHT])
    keys.update(["=" + value for value in unit.figures])
    keys.update(["@" + facet for facet in unit.facets])
    return keys
