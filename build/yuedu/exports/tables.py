"""The tables that open in a spreadsheet: figures, commitments and terms as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from yuedu.corpus.corpus import Corpus
from yuedu.corpus.counted import counted, rate
from yuedu.digest.shape import Digest
from yuedu.exports.contexts import contexts

BOM = "\ufeff"
"""What makes a spreadsheet read a CSV file as UTF-8."""

FIGURE_COLUMNS = [
    "id",
    "passage",
    "sentence",
    "zh",
    "type",
    "value",
    "value_max",
    "unit_zh",
    "unit_en",
    "currency",
    "bound",
    "period",
    "status",
    "measured",
    "counts_zh",
    "counts_en",
]
TERM_COLUMNS = [
    "slug",
    "zh",
    "zh_hant",
    "pinyin",
    "kind",
    "tier",
    "preferred",
    "provenance",
    "accepted",
    "avoid",
    "definition_zh",
    "definition_en",
    "basis",
    "aliases",
    "occurrences",
    "context",
    "context_zh",
    "context_en",
    "first_use",
    "last_use",
]
USE_COLUMNS = ["slug", "zh", "document", "date", "count", "per_10000", "rank"]
COMMITMENT_COLUMNS = [
    "sentence",
    "document",
    "zh",
    "en",
    "words",
    "force",
    "who_zh",
    "who_en",
    "when_zh",
    "period",
    "bodies",
    "topics",
    "corrected",
    "url",
    "inferred_zh",
    "inferred_en",
    "inferred_basis",
]


def figures_csv(rows: Iterable[str]) -> str:
    """Every figure with its value, its hedge and what it counts; `rows` are those of each document."""
    return BOM + _rows([FIGURE_COLUMNS]) + "".join(rows)


def commitments_csv(rows: Iterable[str]) -> str:
    """Every commitment with its sentence, who and by when."""
    return BOM + _rows([COMMITMENT_COLUMNS]) + "".join(rows)


def figure_rows(digest: Digest) -> str:
    """The rows of its figures."""
    return _rows(_figures(digest))


def commitment_rows(digest: Digest) -> str:
    return _rows(_commitments(digest))


def terms_csv(digest: Digest) -> str:
    """Every term with its renderings, definition and context."""
    return BOM + _rows([TERM_COLUMNS, *_terms(digest)])


def uses_csv(corpus: Corpus) -> str:
    """How often each term is said in each document (see `corpus.counted`), the terms in the order of their file."""
    uses = counted(corpus)
    rows = (
        [t.slug, t.zh, u.document, u.date, u.count, f"{rate([u]):.3f}", u.rank]
        for t in corpus.terms
        for u in uses[t.slug]
    )
    return BOM + _rows([USE_COLUMNS]) + _rows(rows)


def _figures(digest: Digest) -> Iterator[list[Any]]:
    for f in digest.figures:
        yield [
            *(f.id, f.passage, f.sentence, f.zh, f.type, f.value, f.value_max, f.unit.zh, f.unit.en, f.currency),
            *(f.bound, f.period, f.status, str(f.measured).lower(), f.counts.zh, f.counts.en),
        ]


def _commitments(digest: Digest) -> Iterator[list[Any]]:
    documents = {p.id: p.document for p in digest.passages}
    for c in digest.commitments:
        yield [
            *(c.sentence, documents[c.passage], c.zh, c.en),
            " | ".join(w.zh for w in c.words),
            " | ".join(w.force for w in c.words),
            " | ".join(a.zh for a in c.who),
            " | ".join(a.en or "" for a in c.who),
            " | ".join(c.when.zh) if c.when else None,
            c.when.period if c.when else None,
            " | ".join(c.bodies),
            " | ".join(c.topics),
            c.corrected.en if c.corrected else None,
            c.url,
            " | ".join(a.zh for a in c.inferred),
            " | ".join(a.en or "" for a in c.inferred),
            c.basis,
        ]


def _terms(digest: Digest) -> Iterator[list[Any]]:
    found = contexts(digest)
    for t in digest.terms:
        context = found.get(t.slug)
        yield [
            *(t.slug, t.zh, t.zh_hant, t.pinyin, t.kind, t.tier, t.en.preferred, t.en.provenance),
            " | ".join(a.text for a in t.en.accepted),
            " | ".join(a.text for a in t.en.avoid),
            *(t.definition.zh, t.definition.en, t.basis, " | ".join(t.aliases), t.uses),
            *((context.id, context.zh, context.en) if context else (None, None, None)),
            *(u.date if u else None for u in (t.first_use, t.last_use)),
        ]


def _rows(rows: Iterable[Iterable[Any]]) -> str:
    """CSV as RFC 4180 has it (CR LF); a file of it begins with a byte-order mark."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([[as_text(cell) for cell in row] for row in rows])
    return out.getvalue()


def as_text(cell: Any) -> Any:
    """A cell that no spreadsheet runs as a formula: an apostrophe stands before what begins as one and is no number.

    OWASP, CSV Injection: =, +, -, @, a tab and a carriage return begin a formula.
    """
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
