"""The parts of all documents: each made once, and kept until what it was made from changes.

A part that is damaged or gone is made anew, at once or when something asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from yuedu.corpus.corpus import Corpus
from yuedu.parts.part import Head, Part, made_from, part_of
from yuedu.parts.said import Said
from yuedu.parts.turning import Turning
from yuedu.search.piece import Piece
from yuedu.store.bundle import keep_bundle, value_in
from yuedu.store.code import code_of
from yuedu.store.work import Work

FOLDER = ".cache/parts"
ROOMS = (
    *("errors.py", "findings.py", "urls.py", "text", "quantities", "sources", "glossary", "commitments", "analysis"),
    *("corpus", "checks", "digest", "exports", "search", "parts"),
)
LIBRARIES = ("jieba", "lxml", "opencc", "pydantic", "pypinyin", "pyyaml", "snowballstemmer")
NAMES = tuple(f.name for f in fields(Part) if f.name != "said")
VERSIONS = 3
"""How many states of a part are kept."""


class KeptPart:
    """A part of which each piece is read when it is asked for."""

    def __init__(self, path: Path, corpus: Corpus, document: str, head: Head) -> None:
        self._path, self._corpus, self._document, self.head = path, corpus, document, head

    def _get(self, name: str) -> Any:
        try:
            return value_in(self._path, name)
        except ValueError:
            return getattr(_make(self._path, self._corpus, self._document), name)

    def lines(self, slug: str) -> Said:
        """Those in which a term stands; read by themselves."""
        try:
            return value_in(self._path, f"said {slug}")  # type: ignore[no-any-return]
        except ValueError:
            return _make(self._path, self._corpus, self._document).lines(slug)

    @property
    def records(self) -> Mapping[str, tuple[str, ...]]:
        return self._get("records")  # type: ignore[no-any-return]

    @property
    def json(self) -> str:
        return self._get("json")  # type: ignore[no-any-return]

    @property
    def figures(self) -> str:
        return self._get("figures")  # type: ignore[no-any-return]

    @property
    def commitments(self) -> str:
        return self._get("commitments")  # type: ignore[no-any-return]

    @property
    def tmx(self) -> str:
        return self._get("tmx")  # type: ignore[no-any-return]

    @property
    def xliff(self) -> str:
        return self._get("xliff")  # type: ignore[no-any-return]

    @property
    def text(self) -> str:
        return self._get("text")  # type: ignore[no-any-return]

    @property
    def piece(self) -> Piece:
        return self._get("piece")  # type: ignore[no-any-return]

    @property
    def turning(self) -> Turning:
        return self._get("turning")  # type: ignore[no-any-return]


class KeptParts(Mapping[str, KeptPart]):
    """Document → its part, in reading order; `stamps` are the hashes of what each was made from."""

    def __init__(self, root: Path, corpus: Corpus, work: Work) -> None:
        code = code_of(ROOMS, LIBRARIES)[:12]
        self.stamps: Mapping[str, str] = {i: made_from(corpus, i)[:24] + code for i in corpus.cards}
        paths = {i: root / FOLDER / f"{i}.{stamp}" for i, stamp in self.stamps.items()}
        heads: dict[str, Head | None] = {i: _head(path) for i, path in paths.items()}
        missing = [i for i, head in heads.items() if head is None]
        made = work.shared(lambda i: _make(paths[i], corpus, i).head, missing)
        heads |= zip(missing, work.shown("parts", made, len(missing)), strict=True)
        self._parts = {i: KeptPart(paths[i], corpus, i, head) for i, head in heads.items() if head}

    def stamp(self, document: str) -> str:
        return self.stamps[document]

    def __getitem__(self, document: str) -> KeptPart:
        return self._parts[document]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


def _head(path: Path) -> Head | None:
    try:
        found = value_in(path, "head")
    except ValueError:
        return None
    return found if isinstance(found, Head) else None


def _make(path: Path, corpus: Corpus, document: str) -> Part:
    part = part_of(corpus, document)
    pieces = {name: getattr(part, name) for name in NAMES}
    keep_bundle(path, pieces | {f"said {slug}": lines for slug, lines in part.said.items()})
    _forget_older(path, document)
    return part


def _forget_older(path: Path, document: str) -> None:
    states = sorted(path.parent.glob(f"{document}.*"), key=lambda p: p.stat().st_mtime_ns)
    for old in states[:-VERSIONS]:
        old.unlink(missing_ok=True)
