"""Parts to the shards of one folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from yuedu.search import shards
from yuedu.search.part import Part, Table, Tables, merged

Files = Iterator[tuple[str, str]]
"""Paths under docs/ and texts."""


@dataclass(frozen=True, slots=True)
class Written:
    """The shards of one folder: how many of postings; and of each kind how many units, and how many in one shard."""

    name: str
    version: str
    keys: int
    kinds: Mapping[str, tuple[int, int]]

    def paths(self) -> Iterator[str]:
        """The files it consists of."""
        for n in range(self.keys):
            yield shards.path(self._shard(f"key-{n}"))
        for kind, (count, size) in self.kinds.items():
            for n in range(-(-count // size)):
                yield shards.path(self._shard(f"{kind}-{n}"))

    def _shard(self, name: str) -> str:
        return f"{self.name}/{name}" if self.name else name


def write(name: str, parts: Sequence[Part]) -> tuple[Written, Files]:
    """What is to be known of the shards, and the shards."""
    rows: dict[str, list[str]] = {}
    for kind in shards.KINDS:
        own = [row for part in parts for row in part.rows.get(kind, ())]
        if own:
            rows[kind] = own
    table = {key: value for tables in merged(parts) for key, value in _values(tables)}
    size = sum(len(key.encode()) + len(value) + 6 for key, value in table.items())
    keys = max(1, round(size / shards.posting_bytes(size)))
    kinds = {kind: (len(own), shards.texts_in_shard(kind, len(own))) for kind, own in rows.items()}
    made = Written(name, _version(rows, table, kinds), keys, kinds)
    return made, _files(made, rows, table)


def _values(tables: Tables) -> Iterator[tuple[str, str]]:
    """Key → its units of each kind, the last kind first; kinds without any at the end are left out."""
    own = [tables.get(kind, Table()) for kind in reversed(shards.KINDS)]
    for key in dict.fromkeys(key for table in own for key in table.firsts):
        yield key, ".".join([table.numbers(key) for table in own]).rstrip(".")


def _version(rows: Mapping[str, Sequence[str]], table: Mapping[str, str], kinds: object) -> str:
    """What tells these shards from those of another build, for the caches between the site and its readers."""
    seen = hashlib.sha256(repr(kinds).encode())
    for own in rows.values():
        for row in own:
            seen.update(row.encode())
    for key, value in table.items():
        seen.update(f"{key}\n{value}\n".encode())
    return seen.hexdigest()[:10]


def _files(made: Written, rows: Mapping[str, Sequence[str]], table: Mapping[str, str]) -> Files:
    paths = made.paths()
    before = f"{made.name}/" if made.name else ""
    spread: list[list[str]] = [[] for _ in range(made.keys)]
    for key in table:
        spread[shards.shard_of(key, made.keys)].append(key)
    for n, keys in enumerate(spread):
        yield next(paths), shards.script(f"{before}key-{n}", {key: table[key] for key in sorted(keys)})
    for kind, (count, size) in made.kinds.items():
        for n, at in enumerate(range(0, count, size)):
            yield next(paths), shards.written(f"{before}{kind}-{n}", f"[{','.join(rows[kind][at : at + size])}]")
