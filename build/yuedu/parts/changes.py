"""What is published of the wording between two documents, made of those two alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Protocol

from yuedu.corpus.corpus import Corpus
from yuedu.corpus.pairs import Pair
from yuedu.corpus.wording import aligned
from yuedu.exports.changes import changes_csv, changes_json
from yuedu.text.ids import parse_id, passage_of
from yuedu.wording.alignment import counted
from yuedu.wording.shape import Kind, Row, Sentence

ALIGNED: tuple[Kind, ...] = ("same", "reworded", "moved", "split", "merged")
"""Kinds of rows with both sides."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A sentence and what it stands against on the other side; `exact`: word for word."""

    kind: Kind
    exact: bool
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Size:
    """Of a row: characters of Chinese, and of the English beside it."""

    zh: int
    en: int


@dataclass(frozen=True, slots=True)
class Head:
    """What is small. `counts`: rows of each kind. `sentences`: of each side. `exact`, `reworded`: sentences of B that stand
    in A word for word, and in other words; `kept`: sentences of A that stand in B in either way. `forces`: rows that are
    stronger and weaker. `standing`: a sentence of either side → what it stands against. `sizes`: of the rows in order."""

    counts: Mapping[Kind, int]
    sentences: tuple[int, int]
    exact: int
    reworded: int
    kept: int
    forces: tuple[int, int]
    standing: Mapping[str, Standing]
    sizes: tuple[Size, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """`json`, `csv`: whole files."""

    head: Head
    rows: tuple[Row, ...]
    json: str
    csv: str


class AnyChanges(Protocol):
    """The same at hand, or read piece by piece."""

    @property
    def head(self) -> Head: ...
    @property
    def rows(self) -> tuple[Row, ...]: ...
    @property
    def json(self) -> str: ...
    @property
    def csv(self) -> str: ...


def changes_of(corpus: Corpus, pair: Pair) -> Changes:
    """Aligned, counted, and written out."""
    rows = tuple(aligned(corpus, pair))
    english = partial(_english, corpus)
    head = _head(corpus, rows)
    counts = dict(counted(rows))
    return Changes(head, rows, changes_json(asdict(pair), counts, rows), changes_csv(rows, english))


def _head(corpus: Corpus, rows: Sequence[Row]) -> Head:
    both = [r for r in rows if r.kind in ALIGNED]
    return Head(
        counts=counted(rows),
        sentences=(sum(len(r.a) for r in rows), sum(len(r.b) for r in rows)),
        exact=sum(len(r.b) for r in both if _exact(r)),
        reworded=sum(len(r.b) for r in both if not _exact(r)),
        kept=sum(len(r.a) for r in both),
        forces=(sum(r.force == "stronger" for r in rows), sum(r.force == "weaker" for r in rows)),
        standing={s: how for r in both for s, how in _standing(r)},
        sizes=tuple(_size(corpus, r) for r in rows),
    )


def _exact(row: Row) -> bool:
    """Whether the words are the same: a sentence that was cut in two and says the same counts, too."""
    return not row.changes


def _standing(row: Row) -> Iterator[tuple[str, Standing]]:
    for side, other in ((row.a, row.b), (row.b, row.a)):
        ids = tuple(str(s.ident) for s in other)
        for sentence in side:
            yield str(sentence.ident), Standing(row.kind, _exact(row), ids)


def _size(corpus: Corpus, row: Row) -> Size:
    shown = row.b if row.kind == "same" else (*row.a, *row.b)
    return Size(sum(len(s.zh) for s in shown), sum(len(_english(corpus, s) or "") for s in shown))


def _english(corpus: Corpus, sentence: Sentence) -> str | None:
    ident = str(sentence.ident)
    return corpus.sentence_en(passage_of(ident), parse_id(ident).sentence or 1)
