"""Postings and texts as small static scripts, of which a reader's browser fetches those that a query needs.

A script calls `yuedu.shard(name, value)`, so that a site opened from a folder can load it, too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from yuedu.search.postings import Postings
from yuedu.search.units import Unit

FOLDER = "data/search"
POSTINGS_BYTES = 8_000
"""About what one shard of postings holds, before compression."""
TEXTS: Mapping[str, int] = {"term": 32, "topic": 4, "document": 4, "heading": 32, "passage": 4}
"""Units in one shard of texts."""

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_RUN = 1 << 16


def script(name: str, value: Any) -> str:
    """One shard."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"yuedu.shard({json.dumps(name)},{text});\n"


def shard_of(key: str, count: int) -> int:
    """FNV-1a over the UTF-16 units of a key: which of `count` shards holds it."""
    h = 2166136261
    if key.isascii() or max(key) < "\U00010000":
        for c in key:
            h = (h ^ ord(c)) * 16777619 & 0xFFFFFFFF
    else:
        data = key.encode("utf-16-le")
        for at in range(0, len(data), 2):
            h = (h ^ int.from_bytes(data[at : at + 2], "little")) * 16777619 & 0xFFFFFFFF
    return h % count


def encoded(numbers: Sequence[int]) -> str:
    """The differences of ascending numbers in base 32, the lowest digit first; a digit over 31 says that more follow.

    >>> encoded([0, 1, 40])
    'ABnB'
    """
    codes = _codes()
    steps = [numbers[0], *(b - a for a, b in pairwise(numbers))]
    if max(steps) >= _RUN:
        return "".join(map(_code, steps))
    return "".join([codes[step] for step in steps])


def _code(step: int) -> str:
    out = ""
    while step > 31:
        out += _DIGITS[32 + (step & 31)]
        step >>= 5
    return out + _DIGITS[step]


_known: list[str] = []


def _codes() -> list[str]:
    if not _known:
        _known.extend(map(_code, range(_RUN)))
    return _known


def posting_shards(table: Postings) -> list[dict[str, str]]:
    """The postings, spread by the hashes of their keys."""
    rows = [(key, encoded(numbers)) for key, numbers in table.items()]
    size = sum(len(k.encode()) + len(v) + 6 for k, v in rows)
    count = max(1, round(size / POSTINGS_BYTES))
    out: list[dict[str, str]] = [{} for _ in range(count)]
    for key, value in rows:
        out[shard_of(key, count)][key] = value
    return [dict(sorted(shard.items())) for shard in out]


def text_shards(found: Sequence[Unit]) -> tuple[dict[str, list[int]], Iterator[tuple[str, list[Any]]]]:
    """Kind → its first unit, the number after its last, and the units in a shard; and the shards themselves."""
    ranges: dict[str, list[int]] = {}
    for number, unit in enumerate(found):
        ranges.setdefault(unit.kind, [number, 0, TEXTS[unit.kind]])[1] = number + 1
    return ranges, _texts(found, ranges)


def _texts(found: Sequence[Unit], ranges: Mapping[str, list[int]]) -> Iterator[tuple[str, list[Any]]]:
    for kind, (first, last, size) in ranges.items():
        for n, at in enumerate(range(first, last, size)):
            yield f"{kind}-{n}", [unit.shown for unit in found[at : min(at + size, last)]]


def version(texts: Sequence[str]) -> str:
    """What tells one build's shards from another's, for the caches between the site and its readers."""
    seen = hashlib.sha256()
    for text in texts:
        seen.update(text.encode())
    return seen.hexdigest()[:10]
