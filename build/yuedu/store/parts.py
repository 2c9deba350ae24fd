"""The parts of all documents: each made once, and kept until what it was made from changes.

A part that is damaged or gone is made anew, at once or when something asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, Generic, TypeVar

from yuedu.corpus.corpus import Corpus
from yuedu.parts.part import Head, Part, made_from, part_of
from yuedu.parts.said import Said
from yuedu.parts.stands import Stands
from yuedu.parts.turning import Turned, Turning
from yuedu.search.piece import Piece
from yuedu.store.bundle import Bundle, keep_bundle, value_in
from yuedu.store.code import code_of
from yuedu.store.kept import forget_older
from yuedu.store.work import Work

T = TypeVar("T")

FOLDER = ".cache/parts"
ROOMS = (
    *(
        "errors.py",
        "findings.py",
        "urls.py",
        "text",
        "quantities",
        "sources",
        "glossary",
        "commitments",
        "wording",
        "analysis",
    ),
    *("corpus", "checks", "digest", "exports", "search", "parts"),
)
LIBRARIES = ("jieba", "lxml", "opencc", "pydantic", "pypinyin", "pyyaml", "rapidfuzz", "snowballstemmer")
NAMES = tuple(f.name for f in fields(Part) if f.name != "said")
VERSIONS = 3
"""How many states of a part are kept."""


class _Piece(Generic[T]):
    """A piece that is read whenever it is asked for."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, part: KeptPart, owner: type) -> T:
        found: T = part.get(self._name)
        return found


class KeptPart:
    """A part of which each piece is read when it is asked for."""

    records = _Piece[Mapping[str, tuple[str, ...]]]()
    json = _Piece[str]()
    figures = _Piece[str]()
    commitments = _Piece[str]()
    tmx = _Piece[str]()
    xliff = _Piece[str]()
    text = _Piece[str]()
    piece = _Piece[Piece]()
    turning = _Piece[Turning]()
    turned = _Piece[Turned]()
    stands = _Piece[Mapping[str, Stands]]()

    def __init__(self, path: Path, corpus: Corpus, document: str, head: Head) -> None:
        self._path, self._corpus, self._document, self.head = path, corpus, document, head

    def lines(self, slug: str) -> Said:
        """Those in which a term stands; read by themselves."""
        try:
            found: Said = value_in(self._path, "said", slug)
        except ValueError:
            return self._made().lines(slug)
        return found

    def get(self, name: str) -> Any:
        """A piece by its name; where what was kept is gone or damaged, that of the part made anew."""
        try:
            return value_in(self._path, name)
        except ValueError:
            return getattr(self._made(), name)

    def _made(self) -> Part:
        return _make(self._path, self._corpus, self._document)


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
    keep_bundle(path, {name: getattr(part, name) for name in NAMES} | {"said": Bundle(part.said)})
    forget_older(path, VERSIONS)
    return part
