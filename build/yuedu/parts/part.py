"""The part of a document: its records and tables, its units for translators, ready to be published and to be joined.

A part depends on its document, on the English of it and on how it is filed, and on no other document: a value, kept by the
hash of what it was made from.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from yuedu.corpus.cities import Found, sentences
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.holdings import Holding, holding
from yuedu.digest.make import OF_DOCUMENTS, document_part
from yuedu.exports.tables import commitment_rows, figure_rows
from yuedu.exports.tmx import tmx
from yuedu.exports.xliff import xliff
from yuedu.parts.lines import record_lines, to_json
from yuedu.parts.said import Said, said
from yuedu.parts.shown import shown
from yuedu.parts.stands import Stands, stands
from yuedu.parts.turning import Turned, Turning, in_data, in_short, turning
from yuedu.search.piece import Piece, piece
from yuedu.search.segments import Listed, listed
from yuedu.search.units import records as iter_records


@dataclass(frozen=True, slots=True)
class Head:
    """What is small of a part, and asked for by pages of many documents.

    `shown`: passage, heading or line → a hash of what a page shows of it. `cities`: for each city that is listed, the
    sentences that name it. `records`: the record of the document itself, a line of JSON. `figures`: how many there are; `units`: of measured ones by their units; `types` of all.
    `bytes`, `sha256`: of its file of JSON; `tmx`, `xliff`: bytes of those. `found`: where it belongs in the search.
    """

    holding: Holding
    shown: Mapping[str, str]
    cities: tuple[tuple[Found, ...], ...]
    records: tuple[str, ...]
    figures: int
    units: Mapping[str, int]
    types: tuple[str, ...]
    all_units: tuple[str, ...]
    bytes: int
    sha256: str
    tmx: int
    xliff: int
    found: Listed


@dataclass(frozen=True, slots=True)
class Part:
    """`records`: the lists of the digest that the document accounts for, each record a line of JSON. `json`, `tmx`,
    `xliff`, `text`: whole files; `figures`, `commitments`: rows of CSV without a head; `piece`: what the search reads;
    `turning`: its Chinese, to be turned into traditional characters, `turned` the same in short; `said`: the lines in which each term stands."""

    head: Head
    records: Mapping[str, tuple[str, ...]]
    json: str
    figures: str
    commitments: str
    tmx: str
    xliff: str
    text: str
    piece: Piece
    turning: Turning
    turned: Turned
    stands: Mapping[str, Stands]
    said: Mapping[str, Said]

    def lines(self, slug: str) -> Said:
        """Those in which a term stands."""
        return self.said.get(slug, {})


class AnyPart(Protocol):
    """A part at hand, or one of which each piece is read when it is asked for."""

    @property
    def head(self) -> Head: ...
    @property
    def records(self) -> Mapping[str, tuple[str, ...]]: ...
    @property
    def json(self) -> str: ...
    @property
    def figures(self) -> str: ...
    @property
    def commitments(self) -> str: ...
    @property
    def tmx(self) -> str: ...
    @property
    def xliff(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def piece(self) -> Piece: ...
    @property
    def turning(self) -> Turning: ...
    @property
    def turned(self) -> Turned: ...
    @property
    def stands(self) -> Mapping[str, Stands]: ...

    def lines(self, slug: str) -> Said: ...


def part_of(corpus: Corpus, document: str) -> Part:
    """The part of one document."""
    speech = corpus.speech_by_id[document]
    digest = document_part(corpus, speech)
    value = digest.model_dump(mode="json", by_alias=True)
    records = {name: tuple(record_lines(value[name])) for name in OF_DOCUMENTS}
    files = to_json(value), tmx(corpus, [speech]), xliff(corpus, [speech])
    chinese = turning(in_data(files[0]), corpus.matcher)
    found = piece(next(iter_records(digest)), corpus.matcher)
    head = _head(corpus, document, value, records["documents"], files, found)
    rows = figure_rows(digest), commitment_rows(digest)
    return Part(
        head,
        records,
        files[0],
        *rows,
        *files[1:],
        speech.tree.text + "\n",
        found,
        chinese,
        in_short(chinese),
        stands(corpus, document, head.shown),
        said(corpus, document),
    )


def _head(
    corpus: Corpus,
    document: str,
    value: dict[str, Any],
    records: tuple[str, ...],
    files: tuple[str, str, str],
    found: Piece,
) -> Head:
    figures = [f for p in corpus.cards[document].passages for f in corpus.figures[p]]
    units = [f.quantity.unit_zh for f in figures if f.quantity.unit_zh]
    seen = shown(corpus, value)
    json_, tmx_, xliff_ = (text.encode() for text in files)
    return Head(
        holding(corpus, document),
        seen,
        tuple(sentences(corpus, document)),
        records,
        len(figures),
        Counter(f.quantity.unit_zh for f in figures if f.quantity.measured and f.quantity.unit_zh),
        tuple(sorted({f.quantity.type for f in figures})),
        tuple(sorted({*units})),
        len(json_),
        hashlib.sha256(json_).hexdigest(),
        len(tmx_),
        len(xliff_),
        listed(found),
    )


def made_from(corpus: Corpus, document: str) -> str:
    """A hash of everything that the part of a document is made from, besides the code; nothing is opened."""
    card, topics = corpus.cards[document], corpus.topics
    english = corpus.english_of.get(document, {})
    standing = corpus.synopses.documents.get(document)
    said = [
        corpus.stamp(document),
        corpus.drafts,
        [[topics.of_passage[p], *_filed(corpus, p)] for p in card.passages],
        [[ident, slug, ident in topics.members.get(slug, ())] for ident, slug, _ in card.filing.also],
        {i: [e.state, e.problem, e.summary.model_dump(mode="json")] for i, e in english.items()},
        {i: sorted(corpus.carried[i].items()) for i in english if i in corpus.carried},
        [c.model_dump(mode="json") for c in corpus.cities],
        standing and [standing.state, standing.problem, standing.synopsis.model_dump(mode="json")],
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _filed(corpus: Corpus, passage: str) -> tuple[str | None, float | None]:
    filed = corpus.topics.filed.get(passage)
    return (filed.by, filed.score) if filed else (None, None)
