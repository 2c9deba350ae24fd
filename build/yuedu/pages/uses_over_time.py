"""How often one term was said: by document while these are few, else by year; a chart, and a table beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from yuedu.corpus.corpus import Corpus
from yuedu.corpus.counted import Counted, years
from yuedu.pages import budget
from yuedu.pages.charts import Value, chart
from yuedu.pages.division import named
from yuedu.pages.labels import both as label
from yuedu.sources.shape import Bilingual


@dataclass(frozen=True, slots=True)
class Span:
    """The uses of a term in a document, or in a year: how many, in how many documents, of how many characters; the rank in a
    document; the newest of the documents. So little is kept of each until its page is made."""

    name: str
    count: int = 0
    documents: int = 0
    characters: int = 0
    rank: int | None = None
    last: str | None = None


OverTime = Sequence[Span]
"""The oldest first."""


@dataclass(frozen=True, slots=True)
class Row:
    """A document, or a year: uses, in how many documents, to 10,000 characters, the rank in a document; where its sentences stand."""

    title: Bilingual
    count: int
    documents: int
    rate: str
    rank: int | None
    url: str | None


def over_time(corpus: Corpus, uses: Sequence[Counted]) -> OverTime:
    """Of one term; what has none of them is there, too, and what has no date is not.

    Nothing where all documents are of one year.
    """
    if len(years(corpus)) < 2:
        return []
    dated = sorted((c.meta.date, n, i) for n, (i, c) in enumerate(corpus.cards.items()) if c.meta.date)
    if len(dated) <= budget.USES_BY_DOCUMENT:
        by_document = {u.document: [u] for u in uses}
        return [_span(i, by_document.get(i, []), ranked=True) for _, _, i in dated]
    by_year = {y: [*found] for y, found in groupby((u for u in uses if u.date), key=lambda u: (u.date or "")[:4])}
    return [_span(year, by_year.get(year, [])) for year in years(corpus)[-budget.USES_BY_YEAR :]]


def table(corpus: Corpus, over: OverTime, places: Mapping[str, str]) -> dict[str, Any] | None:
    """What the template shows; `places`: document → where the term's sentences of it stand, on whichever page."""
    rows = [_row(corpus, span, places) for span in over]
    if not any(r.count for r in rows):
        return None
    silent = [r.title for r in rows if not r.count]
    return {"rows": rows, "chart": _chart(over, rows, silent), "by_document": over[0].name in corpus.cards}


def written(value: float) -> str:
    """A rate as a reader has it: one decimal, two below 1."""
    return f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def _span(name: str, uses: Sequence[Counted], *, ranked: bool = False) -> Span:
    if not uses:
        return Span(name)
    count, characters = sum(u.count for u in uses), sum(u.characters for u in uses)
    return Span(name, count, len(uses), characters, uses[0].rank if ranked else None, uses[-1].document)


def _row(corpus: Corpus, span: Span, places: Mapping[str, str]) -> Row:
    name, title = span.name, named(span.name)
    if name in corpus.cards:
        short, date = corpus.short_of[name], corpus.cards[name].meta.date
        title = label(f"{short.en or short.zh or name}, {date}", f"{short.zh or name}，{date}")
    rate = written(_rate(span)) if span.count else ""
    return Row(title, span.count, span.documents, rate, span.rank, places[span.last] if span.last else None)


def _rate(span: Span) -> float:
    return 10_000 * span.count / span.characters


def _chart(over: OverTime, rows: Sequence[Row], silent: Sequence[Bilingual]) -> Any:
    """Only what is said has a bar; the rest is named below it."""
    values = [
        Value(Decimal(f"{_rate(span):.3f}"), label(row.rate, row.rate), row.title)
        for span, row in zip(over, rows, strict=True)
        if span.count
    ]
    note = None
    if silent:
        en, zh = "; ".join(t.en or "" for t in silent), "、".join(t.zh or "" for t in silent)
        note = label(f"Not said in: {en}.", f"未见于：{zh}。")
    return chart(label("Uses to 10,000 characters", "每万字次数"), values, note)
