"""The figures of more documents than one page holds: the documents by year, the newest figures, and a filter over all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.naming import newest_first
from yuedu.pages import budget, timeline
from yuedu.pages.division import Divided, Part, Unit, divide, listed_year, named
from yuedu.pages.figure_filter import filter_files, filter_form
from yuedu.pages.figure_pages import LEDE, PAGE, TITLE, count_of, figure_row, figures_of, fits
from yuedu.pages.labels import both as label
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.sources.shape import Bilingual


def sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """The index, and a year's documents where they are too many for it; what the filter reads."""
    corpus = shows.corpus
    if fits(corpus):
        return
    parts = _divided(corpus)
    years = parts.years() or _years_here(parts.units)
    yield shows.sheet("figures/index.md", partial(_index, shows, env, parts, years), shows.everything)
    for part in parts.parts:
        beside, names = [p.url for p in parts.beside(part)], [corpus.short_of[u.document] for u in part.units]
        yield shows.sheet(part.path, partial(_year_page, corpus, env, parts, part, years), part, years, beside, names)
    yield from filter_files(shows, _newest_first(parts.units))


def _divided(corpus: Corpus) -> Divided:
    """The documents that state figures, each with the number of those that are measured."""
    units = [
        Unit(s.meta.id, s.meta.date, 1, corpus.holdings[s.meta.id].figures)
        for s in corpus.speeches
        if count_of(corpus, s.meta.id)
    ]
    several = len(units) > budget.DOCUMENTS
    return divide(PAGE, units, 2 * budget.DOCUMENTS, budget.DOCUMENTS // 2, always=several)


def _newest_first(units: Sequence[Unit]) -> list[Unit]:
    return sorted(units, key=lambda u: u.date or "", reverse=True)


def _years_here(units: Sequence[Unit]) -> list[dict[str, Any]]:
    """The years of a list that is whole."""
    return [
        listed_year(year, f"{PAGE}#in-{year}", sum(u.count for u in inside))
        for year, inside in groupby(_newest_first(units), key=lambda u: u.year)
    ]


def _index(shows: Shows, env: Environment, parts: Divided, years: list[dict[str, Any]]) -> str:
    corpus = shows.corpus
    dated = timeline.newest_dated(corpus)
    return env.get_template("figure_index.md.j2").render(
        page=PAGE,
        trail=[],
        title=TITLE,
        lede=LEDE,
        years=years,
        here=None,
        series=len(shows.corpus.series),
        divided=None if parts.whole else parts,
        parts=[],
        groups=list(_groups(corpus, parts.first)),
        newest=_newest(corpus),
        dated=[_dates_of(corpus, s.meta.id) for s, _ in dated],
        timeline=timeline.years(corpus, [f for _, dates in dated for f in dates], PAGE),
        filter=filter_form(shows, [y["year"] for y in years], len(parts.units)),
    )


def _year_page(corpus: Corpus, env: Environment, parts: Divided, part: Part, years: list[dict[str, Any]]) -> str:
    name = named(part.group)
    return env.get_template("figure_index.md.j2").render(
        page=part.url,
        trail=[(PAGE, TITLE)],
        title=label(f"Figures: {name.en}", f"数据：{name.zh}"),
        lede=Bilingual(),
        years=years,
        here=part.group,
        series=0,
        divided=None,
        parts=parts.beside(part),
        groups=list(_groups(corpus, part.units)),
        newest=[],
        dated=[],
        timeline=[],
        filter=None,
    )


def _groups(corpus: Corpus, units: Sequence[Unit]) -> Iterator[dict[str, Any]]:
    """The documents of each year, the newest first."""
    for year, inside in groupby(_newest_first(units), key=lambda u: u.year):
        documents = [
            {"url": urls.figures_url(u.document), "title": corpus.short_of[u.document], "count": u.count}
            for u in inside
        ]
        yield {"anchor": f"in-{year}", "title": named(year), "documents": documents}


def _newest(corpus: Corpus) -> list[dict[str, Any]]:
    """The measured figures of the newest documents, as many as fit; their ids stand on the documents' own pages."""
    found: list[dict[str, Any]] = []
    for speech in newest_first(corpus.speeches):
        measured = [f for f in figures_of(corpus, speech) if f.quantity.measured]
        if found and len(found) + len(measured) > budget.NEWEST_ROWS:
            break
        found += [figure_row(corpus, f, PAGE, anchored=False) for f in measured[: budget.NEWEST_ROWS]]
    return found


def _dates_of(corpus: Corpus, document: str) -> dict[str, Any]:
    """Where all dates of a document stand; of one whose figures take several pages, on whichever of them."""
    under = "#dates" if count_of(corpus, document) <= budget.ROWS else ""
    return {"url": urls.figures_url(document) + under, "title": corpus.short_of[document]}
