"""The parts of all documents: each made once, and kept until what it was made from changes.

A part that is damaged or gone is made anew, at once or when something asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import partial
from pathlib import Path

from yuedu.corpus.corpus import Corpus
from yuedu.parts.part import Head, Part, made_from, part_of
from yuedu.parts.said import Said
from yuedu.parts.stands import Stands
from yuedu.parts.turning import Turned, Turning
from yuedu.search.piece import Piece as Found
from yuedu.store.bundle import Bundle, keep_bundle, value_in
from yuedu.store.code import code_of
from yuedu.store.kept import forget_older
from yuedu.store.pieces import AllKept, InPieces, Piece, heads
from yuedu.store.work import Work

FOLDER = ".cache/parts"
ROOMS = (
    *("errors.py", "findings.py", "urls.py", "text", "quantities", "sources", "glossary", "commitments", "wording"),
    *("analysis", "corpus", "checks", "digest", "exports", "search", "parts"),
)
LIBRARIES = ("jieba", "lxml", "opencc", "pydantic", "pypinyin", "pyyaml", "rapidfuzz", "snowballstemmer")
NAMES = tuple(f.name for f in fields(Part) if f.name != "said")
VERSIONS = 3
"""How many states of a part are kept."""


class KeptPart(InPieces):
    """A part of which each piece is read when it is asked for."""

    head: Head
    records = Piece[Mapping[str, tuple[str, ...]]]()
    json = Piece[str]()
    figures = Piece[str]()
    commitments = Piece[str]()
    tmx = Piece[str]()
    xliff = Piece[str]()
    text = Piece[str]()
    piece = Piece[Found]()
    turning = Piece[Turning]()
    turned = Piece[Turned]()
    stands = Piece[Mapping[str, Stands]]()

    def lines(self, slug: str) -> Said:
        """Those in which a term stands; read by themselves."""
        try:
            found: Said = value_in(self.path, "said", slug)
        except ValueError:
            part: Part = self.make()
            return part.lines(slug)
        return found


class KeptParts(AllKept[KeptPart]):
    """Document → its part, in reading order."""

    def __init__(self, root: Path, corpus: Corpus, work: Work) -> None:
        code = code_of(ROOMS, LIBRARIES)[:12]
        self.stamps = {i: made_from(corpus, i)[:24] + code for i in corpus.cards}
        paths = {i: root / FOLDER / f"{i}.{stamp}" for i, stamp in self.stamps.items()}
        make = {i: partial(_make, path, corpus, i) for i, path in paths.items()}
        found = heads("parts", paths, Head, lambda i: make[i]().head, work)
        self._found = {i: KeptPart(paths[i], head, make[i]) for i, head in found.items()}


def _make(path: Path, corpus: Corpus, document: str) -> Part:
    part = part_of(corpus, document)
    keep_bundle(path, {name: getattr(part, name) for name in NAMES} | {"said": Bundle(part.said)})
    forget_older(path, VERSIONS)
    return part
