"""The part of a document: its records and tables, its units for translators, ready to be published and to be joined.

A part depends on its document, on the English of it and on how it is filed, and on no other document: a value, kept by the
hash of what it was made from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.digest.make import OF_DOCUMENTS, document_part
from yuedu.exports.tables import commitment_rows, figure_rows
from yuedu.exports.tmx import tmx
from yuedu.exports.xliff import xliff
from yuedu.parts.lines import record_lines, to_json


@dataclass(frozen=True, slots=True)
class Part:
    """`records`: the lists of the digest that the document accounts for, each record a line of JSON. `json`, `tmx`,
    `xliff`, `text`: whole files; `figures`, `commitments`: rows of CSV without a head."""

    records: Mapping[str, tuple[str, ...]]
    json: str
    figures: str
    commitments: str
    tmx: str
    xliff: str
    text: str

    def size(self, name: Literal["json", "tmx", "xliff"]) -> int:
        """Bytes of one of its files."""
        return len(getattr(self, name).encode())


def part_of(corpus: Corpus, speech: Speech) -> Part:
    """The part of one document."""
    digest = document_part(corpus, speech)
    value = digest.model_dump(mode="json", by_alias=True)
    records = {name: tuple(record_lines(value[name])) for name in OF_DOCUMENTS}
    return Part(
        records,
        to_json(value),
        figure_rows(digest),
        commitment_rows(digest),
        tmx(corpus, [speech]),
        xliff(corpus, [speech]),
        speech.tree.text + "\n",
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
        standing and [standing.state, standing.problem, standing.synopsis.model_dump(mode="json")],
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _filed(corpus: Corpus, passage: str) -> tuple[str | None, float | None]:
    filed = corpus.topics.filed.get(passage)
    return (filed.by, filed.score) if filed else (None, None)
