"""The wording between documents: made once for each pair, and kept until one of the two changes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from yuedu.corpus.corpus import Corpus
from yuedu.corpus.pairs import Pair
from yuedu.parts.changes import Changes, Head, changes_of
from yuedu.store.bundle import keep_bundle
from yuedu.store.pieces import AllKept, InPieces, Piece, heads
from yuedu.store.work import Work
from yuedu.wording.shape import Row

FOLDER = ".cache/changes"


class KeptChanges(InPieces):
    """Of which each piece is read when it is asked for."""

    head: Head
    rows = Piece[tuple[Row, ...]]()
    json = Piece[str]()
    csv = Piece[str]()


class AllChanges(AllKept[KeptChanges]):
    """The name of a pair → the wording between its documents."""

    def __init__(self, root: Path, corpus: Corpus, parts: Mapping[str, str], work: Work) -> None:
        """`parts`: document → the hash of all that is said of it."""
        self.stamps = {p.name: _stamp(p, parts) for p in corpus.pairs}
        paths = {name: root / FOLDER / f"{name}.{stamp}" for name, stamp in self.stamps.items()}
        make = {p.name: partial(_make, paths[p.name], corpus, p) for p in corpus.pairs}
        found = heads("changes", paths, Head, lambda name: make[name]().head, work)
        self._found = {name: KeptChanges(paths[name], head, make[name]) for name, head in found.items()}
        for old in (root / FOLDER).glob("*"):
            if old not in {*paths.values()}:
                old.unlink(missing_ok=True)


def _stamp(pair: Pair, parts: Mapping[str, str]) -> str:
    return hashlib.sha256(repr((pair, parts[pair.a], parts[pair.b])).encode()).hexdigest()[:32]


def _make(path: Path, corpus: Corpus, pair: Pair) -> Changes:
    made = changes_of(corpus, pair)
    keep_bundle(path, {"head": made.head, "rows": made.rows, "json": made.json, "csv": made.csv})
    return made
