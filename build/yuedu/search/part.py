"""Units with their keys, packed: what is cached of a document, and what parts are joined of.

The units of a part are numbered from 0 within each kind; a part that stands behind others adds their units to its numbers.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yuedu.search.postings import Postings
from yuedu.search.shards import code, encoded
from yuedu.search.units import Unit

BUCKETS = 16
"""A part's keys lie in so many packets, so that many parts are joined one packet of each at a time."""

Row = tuple[int, int, str]
"""The units that hold a key: the first, the last, and the differences from the first to the last, encoded."""
Tables = dict[str, dict[str, Row]]
"""Kind → key → its units."""


@dataclass(frozen=True, slots=True)
class Part:
    """Kind → what a browser needs to draw each unit, as JSON; and the keys, packed."""

    rows: Mapping[str, tuple[str, ...]]
    keys: tuple[bytes, ...]


def part(found: Mapping[str, Sequence[Unit]], tables: Mapping[str, Postings], kinds: Sequence[str]) -> Part:
    """The units of some kinds with their postings."""
    buckets: list[Tables] = [{} for _ in range(BUCKETS)]
    for kind in kinds:
        for bucket in buckets:
            bucket[kind] = {}
        for key, numbers in sorted(tables.get(kind, {}).items()):
            row = (numbers[0], numbers[-1], encoded([b - a for a, b in pairwise(numbers)]))
            buckets[zlib.crc32(key.encode()) % BUCKETS][kind][key] = row
    shown = {kind: tuple(_json(u.shown) for u in found.get(kind, ())) for kind in kinds}
    return Part(shown, tuple(map(_packed, buckets)))


def merged(parts: Sequence[Part]) -> Iterator[Tables]:
    """The keys of parts that stand one behind the other, a packet at a time."""
    starts, ends = [], Counter[str]()
    for each in parts:
        starts.append(dict(ends))
        ends.update({kind: len(rows) for kind, rows in each.rows.items()})
    for n in range(BUCKETS):
        out: Tables = {}
        for each, start in zip(parts, starts, strict=True):
            for kind, rows in _unpacked(each.keys[n]).items():
                _append(out.setdefault(kind, {}), rows, start.get(kind, 0))
        yield out


def joined(parts: Sequence[Part]) -> Part:
    """One part of several."""
    rows: dict[str, list[str]] = {}
    for each in parts:
        for kind, own in each.rows.items():
            rows.setdefault(kind, []).extend(own)
    return Part({kind: tuple(own) for kind, own in rows.items()}, tuple(map(_packed, merged(parts))))


def _append(table: dict[str, Row], rows: Mapping[str, Row], start: int) -> None:
    get = table.get
    for key, (first, last, rest) in rows.items():
        known = get(key)
        if known is None:
            table[key] = (start + first, start + last, rest)
        else:
            table[key] = (known[0], start + last, known[2] + code(start + first - known[1]) + rest)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _packed(tables: Tables) -> bytes:
    return zlib.compress(_json(tables).encode(), 1)


def _unpacked(packet: bytes) -> Tables:
    tables: Tables = json.loads(zlib.decompress(packet))
    return tables
