"""Units with their keys, packed: what is cached of a document, and what parts are joined of.

The units of a part are numbered from 0 within each kind; a part that stands behind others adds their units to its numbers.
"""

from __future__ import annotations

import json
import marshal
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from yuedu.search.codes import CODES, encoded
from yuedu.search.postings import Postings
from yuedu.search.units import Unit

BUCKETS = 16
"""A part's keys lie in so many packets, so that many parts are joined one packet of each at a time."""


@dataclass(frozen=True, slots=True)
class Part:
    """Kind → what a browser needs to draw each unit, as JSON; and the keys, packed."""

    rows: Mapping[str, tuple[str, ...]]
    keys: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The units of one kind: key → the first that holds it, the last, and the differences between them, encoded, in pieces."""

    firsts: dict[str, int] = field(default_factory=dict)
    lasts: dict[str, int] = field(default_factory=dict)
    rests: dict[str, list[str]] = field(default_factory=dict)

    def numbers(self, key: str) -> str:
        """All units that hold a key, encoded; nothing where there are none."""
        return CODES[self.firsts[key]] + "".join(self.rests[key]) if key in self.firsts else ""

    def add(self, key: str, units: Sequence[int]) -> None:
        self.firsts[key], self.lasts[key] = units[0], units[-1]
        self.rests[key] = [encoded([b - a for a, b in pairwise(units)])]

    def append(self, packet: Packet, start: int) -> None:
        """The units of a part that stands behind `start` others."""
        firsts, lasts, rests, codes = self.firsts, self.lasts, self.rests, CODES
        get = lasts.get
        keys, begins, ends, between = packet
        for key, first, last, rest in zip(keys.split("\n"), begins, ends, between.split("\n"), strict=True):
            before = get(key)
            if before is None:
                firsts[key] = start + first
                rests[key] = [rest]
            else:
                rests[key].append(codes[start + first - before] + rest)
            lasts[key] = start + last

    def packet(self) -> Packet:
        keys = sorted(self.firsts)
        begins, ends = (array("I", [of[key] for key in keys]) for of in (self.firsts, self.lasts))
        return "\n".join(keys), begins, ends, "\n".join("".join(self.rests[key]) for key in keys)


Tables = dict[str, Table]
"""By kinds."""
Packet = tuple[str, "array[int]", "array[int]", str]
"""A table as four columns."""


def part(found: Mapping[str, Sequence[Unit]], postings: Mapping[str, Postings], kinds: Sequence[str]) -> Part:
    """The units of some kinds with their postings."""
    buckets: list[Tables] = [{} for _ in range(BUCKETS)]
    for kind in kinds:
        for key, units in postings.get(kind, {}).items():
            buckets[zlib.crc32(key.encode()) % BUCKETS].setdefault(kind, Table()).add(key, units)
    shown = {kind: tuple(_json(u.shown) for u in found.get(kind, ())) for kind in kinds}
    return Part(shown, tuple(map(_packed, buckets)))


def merged(parts: Iterable[Part]) -> Iterator[Tables]:
    """The keys of parts that stand one behind the other, a packet of each at a time."""
    placed = []
    ends = Counter[str]()
    for each in parts:
        placed.append((each.keys, dict(ends)))
        ends.update({kind: len(rows) for kind, rows in each.rows.items()})
    for n in range(BUCKETS):
        out: Tables = {}
        for packets, start in placed:
            for kind, packet in _unpacked(packets[n]).items():
                out.setdefault(kind, Table()).append(packet, start.get(kind, 0))
        yield out


def joined(parts: Sequence[Part]) -> Part:
    """One part of several."""
    rows: dict[str, list[str]] = {}
    for each in parts:
        for kind, own in each.rows.items():
            rows.setdefault(kind, []).extend(own)
    return Part({kind: tuple(own) for kind, own in rows.items()}, tuple(map(_packed, merged(parts))))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _packed(tables: Tables) -> bytes:
    """Text and numbers alone: to read them back runs nothing."""
    packets = ((kind, table.packet()) for kind, table in sorted(tables.items()))
    return zlib.compress(marshal.dumps([(kind, k, a.tobytes(), b.tobytes(), r) for kind, (k, a, b, r) in packets]), 1)


def _unpacked(packet: bytes) -> dict[str, Packet]:
    tables = marshal.loads(zlib.decompress(packet))
    return {kind: (keys, array("I", begins), array("I", ends), rests) for kind, keys, begins, ends, rests in tables}
