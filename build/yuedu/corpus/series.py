"""The series that an editor declared, held against the figures; and their order in time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yuedu.analysis.figures import Figure
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.window import document_of
from yuedu.sources.series import Series
from yuedu.sources.yamlfile import YamlFile

AIMED = ("plan", "aim")
"""What is only aimed at."""


def check_series(file: YamlFile, series: Sequence[Series], figures: Mapping[str, Figure]) -> None:
    """Each slug stands once; every figure is there, is measured, and has the unit of the first; there are figures of two
    documents at least. Raises `EditorError`."""
    slugs: set[str] = set()
    for n, one in enumerate(series):
        if one.slug in slugs or one.slug.isdecimal():
            message = (
                f"the series {one.slug!r} stands twice" if one.slug in slugs else f"{one.slug!r} is a page's number"
            )
            raise file.error(("series", n, "slug"), message, "give each series its own slug")
        slugs.add(one.slug)
        _check_figures(file, n, one, figures)
        if len({document_of(i) for i in one.figures}) < 2:
            message = f"all figures of {one.slug} are of {document_of(one.figures[0])}"
            raise file.error(("series", n, "figures"), message, "a series needs figures of two documents at least")


def _check_figures(file: YamlFile, n: int, one: Series, figures: Mapping[str, Figure]) -> None:
    first = figures.get(one.figures[0])
    for m, ident in enumerate(one.figures):
        where, figure = ("series", n, "figures", m), figures.get(ident)
        if figure is None:
            raise file.error(where, f"no figure {ident!r}", "see data/figures.csv for the ids")
        if not figure.quantity.measured:
            message = f"{ident} ({figure.quantity.zh}) is no measured value"
            raise file.error(where, message, "a series is of counts, amounts, shares or durations")
        if ident in one.figures[:m]:
            raise file.error(where, f"{ident} stands twice in one series", "remove one")
        if first and measure(first) != measure(figure):
            message = f"{ident} ({figure.quantity.zh}) and {first.id} ({first.quantity.zh}) have not one unit"
            raise file.error(where, message, "make a series of each")


def measure(figure: Figure) -> tuple[str, str | None]:
    """Its unit and its currency: 5% and 5.0个百分点 differ."""
    return figure.quantity.unit_zh, figure.quantity.currency


def figures_in_time(corpus: Corpus, series: Series) -> list[Figure]:
    """By the end of the period of each, an aim before what was reported of it; what has no period stands by the year of its
    document: what that reports before all of that year, what it aims at among it."""

    def key(figure: Figure) -> tuple[str, bool, str, bool, str, str]:
        date = corpus.cards[document_of(figure.id)].meta.date or ""
        period = figure.quantity.period or ""
        end = (period or date).rpartition("/")[2]
        reported = figure.quantity.status not in AIMED
        return end[:4], bool(period) or not reported, period or date, reported, date, figure.id

    return sorted((corpus.figure_by_id[i] for i in series.figures), key=key)
