"""The wording between documents: made once for each pair, and kept until one of the two changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from yuedu.corpus.corpus import Corpus
from yuedu.corpus.pairs import Pair
from yuedu.parts.changes import Changes, Head, changes_of
from yuedu.store.bundle import keep_bundle, value_in
from yuedu.store.work import Work
from yuedu.wording.shape import Row

FOLDER = ".cache/changes"


class KeptChanges:
    """Of which each piece is read when it is asked for; what was kept and is gone or damaged is made anew."""

    def __init__(self, path: Path, corpus: Corpus, pair: Pair, head: Head) -> None:
        self._path, self._corpus, self._pair, self.head = path, corpus, pair, head

    @property
    def rows(self) -> tuple[Row, ...]:
        found: tuple[Row, ...] = self._get("rows")
        return found

    @property
    def json(self) -> str:
        return str(self._get("json"))

    @property
    def csv(self) -> str:
        return str(self._get("csv"))

    def _get(self, name: str) -> Any:
        try:
            return value_in(self._path, name)
        except ValueError:
            return getattr(_make(self._path, self._corpus, self._pair), name)


class AllChanges(Mapping[str, KeptChanges]):
    """The name of a pair → the wording between its documents. `stamps`: hashes of what each was made from."""

    def __init__(self, root: Path, corpus: Corpus, parts: Mapping[str, str], work: Work) -> None:
        """`parts`: document → the hash of all that is said of it."""
        self.stamps = {p.name: _stamp(p, parts) for p in corpus.pairs}
        paths = {p.name: root / FOLDER / f"{p.name}.{self.stamps[p.name]}" for p in corpus.pairs}
        heads = {name: _head(path) for name, path in paths.items()}
        missing = [p for p in corpus.pairs if heads[p.name] is None]
        made = work.shared(lambda p: _make(paths[p.name], corpus, p).head, missing)
        heads |= {p.name: head for p, head in zip(missing, work.shown("changes", made, len(missing)), strict=True)}
        self._found = {p.name: KeptChanges(paths[p.name], corpus, p, h) for p in corpus.pairs if (h := heads[p.name])}
        for old in (root / FOLDER).glob("*"):
            if old not in {*paths.values()}:
                old.unlink(missing_ok=True)

    def __getitem__(self, name: str) -> KeptChanges:
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def _stamp(pair: Pair, parts: Mapping[str, str]) -> str:
    return hashlib.sha256(repr((pair, parts[pair.a], parts[pair.b])).encode()).hexdigest()[:32]


def _head(path: Path) -> Head | None:
    try:
        found = value_in(path, "head")
    except ValueError:
        return None
    return found if isinstance(found, Head) else None


def _make(path: Path, corpus: Corpus, pair: Pair) -> Changes:
    made = changes_of(corpus, pair)
    keep_bundle(path, {"head": made.head, "rows": made.rows, "json": made.json, "csv": made.csv})
    return made
