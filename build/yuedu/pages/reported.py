"""Figures said of one thing: a table with what each counts, and a chart where figures of one kind meet."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from yuedu import urls
from yuedu.analysis.figures import Figure
from yuedu.corpus.corpus import Corpus
from yuedu.pages.amounts import amount
from yuedu.pages.charts import Value, chart
from yuedu.pages.labels import STATUSES
from yuedu.pages.passages import Reference, reference
from yuedu.quantities.model import Quantity
from yuedu.sources.shape import Bilingual


@dataclass(frozen=True, slots=True)
class Reported:
    """A row of the table."""

    label: Bilingual
    zh: str
    value: str
    amount: Bilingual
    unit: Bilingual
    period: str | None
    status: Bilingual
    href: str
    reference: Reference


def reported(corpus: Corpus, figure: Figure, page: str) -> Reported:
    """A figure as a row of a table on `page`."""
    q = figure.quantity
    sentence = corpus.sentence_id(figure.passage, figure.sentence)
    return Reported(
        label=figure.counts,
        zh=q.zh,
        value=q.value,
        amount=amount(q),
        unit=_unit(q),
        period=q.period,
        status=STATUSES[q.status],
        href=urls.relative(urls.part_url(sentence), page),
        reference=reference(corpus, sentence),
    )


def _unit(q: Quantity) -> Bilingual:
    """English has no measure words: what is counted stands in the label, and its unit is a number."""
    return Bilingual(zh=q.unit_zh or None, en=q.unit_en or ("number" if q.unit_zh else None))


def charts(corpus: Corpus, shown: Collection[str]) -> Iterator[Markup]:
    """A chart for each comparison of which a page shows two figures or more, whose labels a reader may see."""
    for comparison in corpus.comparisons:
        figures = [corpus.figure_by_id[i] for i in comparison.figures if i in shown]
        figures = [f for f in figures if f.counts.zh]
        if len(figures) > 1:
            figures.sort(key=lambda f: Decimal(f.quantity.value), reverse=True)
            shares = all(f.quantity.type == "share" for f in figures)
            yield chart(comparison.title, [_value(f) for f in figures], comparison.note, shares=shares)


def _value(figure: Figure) -> Value:
    """A plan or an aim says so in its label too."""
    q = figure.quantity
    firm = q.status not in ("plan", "aim")
    label, status = figure.counts, STATUSES[q.status]
    if not firm:
        label = Bilingual(zh=f"{label.zh}（{status.zh}）", en=f"{label.en} ({status.en})" if label.en else None)
    return Value(Decimal(q.value), amount(q), label, firm)
