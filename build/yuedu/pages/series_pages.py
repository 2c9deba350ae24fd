"""Series: figures of several documents that count the same thing, by date, an aim beside what was reported later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import groupby
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from yuedu import urls
from yuedu.analysis.figures import Figure
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.series import AIMED, figures_in_time
from yuedu.corpus.window import document_of
from yuedu.pages import budget, division
from yuedu.pages.amounts import amount
from yuedu.pages.charts import Value, chart
from yuedu.pages.figure_pages import PAGE as FIGURES
from yuedu.pages.figure_pages import TITLE as FIGURES_TITLE
from yuedu.pages.figure_pages import figure_row
from yuedu.pages.labels import STATUSES
from yuedu.pages.labels import both as label
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.sources.series import Series
from yuedu.sources.shape import Bilingual

TITLE = label("Series", "数据序列")
LEDE = label(
    "Figures of several documents that count the same thing, put together by an editor: what was aimed at beside what was "
    "reported later.",
    "多份文件中统计同一事项的数据，由编者汇集：目标与此后所报并列。",
)


def sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """The index, in parts where it is long, and each series; nothing while an editor has declared none."""
    corpus = shows.corpus
    slices = division.slices(corpus.series, budget.DOCUMENTS)
    for number, inside in enumerate(slices, 1):
        page = division.address(urls.SERIES, number)
        what = [_seen(shows, s) for s in inside], len(slices)
        of = [document_of(i) for s in inside for i in s.figures]
        make = partial(_index_page, corpus, env, page, inside, len(slices))
        yield shows.sheet(f"{page.strip('/')}/index.md", make, *what, of=of)
    for series in corpus.series:
        page = urls.series_url(series.slug)
        make, of = partial(_page, corpus, env, page, series), [document_of(i) for i in series.figures]
        yield shows.sheet(f"{page.strip('/')}/index.md", make, _seen(shows, series), of=of)


def _seen(shows: Shows, series: Series) -> str:
    return shows.hash(
        series.model_dump_json(), shows.parts(series.figures), shows.documents(document_of(i) for i in series.figures)
    )


def _index_page(corpus: Corpus, env: Environment, page: str, inside: Sequence[Series], of: int) -> str:
    return env.get_template("series_index.md.j2").render(
        page=page,
        trail=[(FIGURES, FIGURES_TITLE)],
        title=TITLE,
        lede=LEDE,
        parts=division.in_parts(urls.SERIES, of),
        cards=[_card(corpus, s) for s in inside],
    )


def _card(corpus: Corpus, series: Series) -> dict[str, Any]:
    figures = figures_in_time(corpus, series)
    count, documents = len(figures), len({document_of(f.id) for f in figures})
    last = amount(figures[-1].quantity)
    when, status = _when(corpus, figures[-1]), STATUSES[figures[-1].quantity.status]
    return {
        "url": urls.series_url(series.slug),
        "title": series.title,
        "abstract": Bilingual(),
        "small": label(
            f"{count} figures of {documents} documents; the last: {last.en}, {when.en}, {status.en}",
            f"{documents}份文件的{count}项数据；最近一项：{last.zh}，{when.zh}，{status.zh}",
        ),
    }


def _page(corpus: Corpus, env: Environment, page: str, series: Series) -> str:
    figures = figures_in_time(corpus, series)
    return env.get_template("series.md.j2").render(
        page=page,
        trail=[(FIGURES, FIGURES_TITLE), (urls.SERIES, TITLE)],
        title=series.title,
        note=series.note or Bilingual(),
        chart=_chart(corpus, series, figures),
        rows=list(_by_time(corpus, figures, page)),
        figures=[figure_row(corpus, f, page, anchored=False) for f in figures],
        documents=len({document_of(f.id) for f in figures}),
    )


def _by_time(corpus: Corpus, figures: Sequence[Figure], page: str) -> Iterator[dict[str, Any]]:
    """A row for each period: what was aimed at, and what was reported."""
    for when, inside in groupby(figures, key=lambda f: _when(corpus, f)):
        cells: dict[str, list[dict[str, Any]]] = {"aimed": [], "reported": []}
        for figure in inside:
            row = figure_row(corpus, figure, page, anchored=False)
            kind = "aimed" if figure.quantity.status in AIMED else "reported"
            told = {"amount": amount(figure.quantity), "href": row["href"], "reference": row["reference"]}
            cells[kind].append(told)
        yield {"when": when, **cells}


def _when(corpus: Corpus, figure: Figure) -> Bilingual:
    """Its period as the text gives it; where it gives none, that, and the date of the document."""
    if period := figure.quantity.period:
        shown = period.replace("/", "–")
        return label(shown, shown)
    date = corpus.cards[document_of(figure.id)].meta.date
    return label(f"no period read ({date or 'undated'})", f"未读出时期（{date or '未载日期'}）")


def _chart(corpus: Corpus, series: Series, figures: Sequence[Figure]) -> Markup | None:
    """A bar for each single value above zero, an open one for an aim; what has none, and what years are missing, is said below."""
    drawn = [f for f in figures if f.quantity.value_max is None and Decimal(f.quantity.value) > 0]
    if len(drawn) < 2:
        return None
    values = [Value(Decimal(f.quantity.value), amount(f.quantity), _named(corpus, f), _firm(f)) for f in drawn]
    said = [*_not_drawn(corpus, [f for f in figures if f not in drawn]), *_gaps(figures)]
    note = label(" ".join(s.en or "" for s in said), "".join(s.zh or "" for s in said)) if said else None
    return chart(series.title, values, note)


def _firm(figure: Figure) -> bool:
    return figure.quantity.status not in AIMED


def _named(corpus: Corpus, figure: Figure) -> Bilingual:
    """Of which period, whether an aim or a report, and in which document."""
    when, short = _when(corpus, figure), corpus.short_of[document_of(figure.id)]
    en, zh = ("reported", "所报") if _firm(figure) else ("aim", "目标")
    return label(f"{when.en}, {en} ({short.en or short.zh})", f"{when.zh}{zh}（{short.zh}）")


def _not_drawn(corpus: Corpus, figures: Sequence[Figure]) -> Iterator[Bilingual]:
    """Ranges, and values that no bar can have."""
    for figure in figures:
        when, q = _when(corpus, figure), amount(figure.quantity)
        yield label(f"Not drawn: {q.en} ({when.en}).", f"未绘出：{q.zh}（{when.zh}）。")


def _gaps(figures: Sequence[Figure]) -> Iterator[Bilingual]:
    """Years between the first and the last of which no figure says that it speaks; one without a period may."""
    told = [f.quantity.period for f in figures if f.quantity.period]
    ends = [tuple(int(p[:4]) for p in period.split("/")) for period in told]
    known = {y for end in ends for y in range(end[0], end[-1] + 1)}
    missing = sorted({*range(min(known), max(known))} - known) if known else []
    if missing:
        runs = [[y for _, y in run] for _, run in groupby(enumerate(missing), key=lambda pair: pair[1] - pair[0])]
        spans = [str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs]
        yield label(f"No figure here says that it is of {', '.join(spans)}.", f"无标明属{'、'.join(spans)}年的数据。")
