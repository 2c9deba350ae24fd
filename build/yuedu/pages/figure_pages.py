"""The page of figures: every quantity, with its value, period, status and sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from yuedu import urls
from yuedu.analysis.figures import Figure
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.naming import newest_first
from yuedu.pages import budget, division
from yuedu.pages.chinese import found_mark, marked
from yuedu.pages.empty import nothing_yet
from yuedu.pages.labels import STATUSES, TYPES
from yuedu.pages.labels import both as label
from yuedu.pages.passages import line
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.pages.spoken import spoken_value
from yuedu.pages.timeline import dated, years
from yuedu.quantities.model import Quantity
from yuedu.sources.shape import Bilingual

PAGE = "/figures/"
_HAN, _LATIN = 22, 60
"""How many characters of its sentence stand on either side of a figure."""


def sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """Of all documents while they fit one page: measured figures by document, then ranks, dates and the text's own structure;
    and of each document."""
    corpus = shows.corpus
    if fits(corpus):
        yield shows.sheet("figures/index.md", partial(_all, corpus, env), shows.everything)
    for speech in corpus.speeches:
        ident = speech.meta.id
        if count := count_of(corpus, ident):
            what = shows.stamp(ident), shows.documents([ident]), shows.series(ident)
            for page in _addresses(ident, count):
                make = partial(_document_page, corpus, env, speech, page)
                yield shows.sheet(f"{page.strip('/')}/index.md", make, *what, of=[ident])


def count_of(corpus: Corpus, document: str) -> int:
    """How many figures a document states."""
    return sum(map(len, corpus.cards[document].figures.values()))


def figures_of(corpus: Corpus, speech: Speech) -> list[Figure]:
    """All figures of a document, in reading order."""
    return [f for p in speech.tree.passages for f in corpus.figures[p.id]]


def fits(corpus: Corpus) -> bool:
    """Whether one page holds all figures, and the dates a second time."""
    return sum(count_of(corpus, i) + c.dates for i, c in corpus.cards.items()) <= budget.ROWS


def _all(corpus: Corpus, env: Environment) -> str:
    by_document = {s.meta.id: figures_of(corpus, s) for s in corpus.speeches}
    measured = [_measured(corpus, s, by_document[s.meta.id], PAGE) for s in newest_first(corpus.speeches)]
    every = [f for found in by_document.values() for f in found]
    return env.get_template("figures.md.j2").render(
        page=PAGE,
        trail=[],
        title=TITLE,
        lede=LEDE,
        groups=[g for g in (*measured, *_others(corpus, every, PAGE)) if g["rows"]],
        years=years(corpus, dated(corpus), PAGE),
        series=len(corpus.series),
        parts=[],
        elsewhere=[],
        empty=nothing_yet(corpus, "figures"),
    )


def _addresses(document: str, count: int) -> list[str]:
    """Nearly always one page; a document with very many figures has several, of which the first knows all ids."""
    pages = len(range(0, count, budget.ROWS))
    return [division.address(urls.figures_url(document), n) for n in range(1, pages + 1)]


def _document_page(corpus: Corpus, env: Environment, speech: Speech, page: str) -> str:
    figures = figures_of(corpus, speech)
    slices, addresses = division.slices(figures, budget.ROWS), _addresses(speech.meta.id, len(figures))
    inside = slices[addresses.index(page)]
    groups = [_measured(corpus, speech, inside, page), *_others(corpus, inside, page)]
    later = zip(addresses[1:], slices[1:], strict=True) if page == addresses[0] else ()
    return env.get_template("figures.md.j2").render(
        page=page,
        trail=[(PAGE, TITLE)],
        title=speech.meta.title,
        lede=_lede(corpus, speech, figures),
        groups=[g | {"url": None} for g in groups if g["rows"]],
        years=[],
        series=0,
        parts=division.in_parts(addresses[0], len(addresses)),
        elsewhere=[(f.id, f"{url}#{f.id}") for url, part in later for f in part],
        empty=nothing_yet(corpus, "figures"),
    )


TITLE = label("Figures", "数据")
LEDE = label(
    "Every quantity in the speeches, as the Chinese states it, with its value in plain numbers. "
    "Read by rule and open to correction; each links to its sentence.",
    "讲话中的全部数量：原文写法与换算后的数值。由规则读取，欢迎指正；各项均链接至原句。",
)


def _lede(corpus: Corpus, speech: Speech, figures: Sequence[Figure]) -> Bilingual:
    name, n = corpus.name_of_document[speech.meta.id], sum(f.quantity.measured for f in figures)
    en = f"{n} measured figure{'' if n == 1 else 's'} of {name.en or speech.meta.id}, each with its sentence. Read by rule."
    return label(en, f"{name.zh or speech.meta.id}的数据{n}项，附原句。由规则读取。")


def _measured(corpus: Corpus, speech: Speech, figures: Sequence[Figure], page: str) -> dict[str, Any]:
    name, ident = corpus.short_of[speech.meta.id], speech.meta.id
    return {
        "title": label(f"{name.en or name.zh or ident}: measured figures", f"{name.zh or ident}：数量"),
        "anchor": ident,
        "url": urls.figures_url(ident),
        "rows": [figure_row(corpus, f, page) for f in figures if f.quantity.measured],
    }


def _others(corpus: Corpus, figures: Sequence[Figure], page: str) -> Iterator[dict[str, Any]]:
    others: tuple[tuple[str, Bilingual, Callable[[Quantity], bool]], ...] = (
        ("ranks", label("Ranks", "位次"), lambda q: q.type == "rank"),
        ("dates", label("Dates and periods", "日期与时期"), lambda q: q.type == "date"),
        ("structure", label("Numbers of the text’s own structure", "行文结构数字"), _is_structure),
    )
    for anchor, title, belongs in others:
        rows = [figure_row(corpus, f, page) for f in figures if belongs(f.quantity)]
        yield {"title": title, "anchor": anchor, "url": None, "rows": rows}


def figure_row(corpus: Corpus, figure: Figure, page: str, *, anchored: bool = True) -> dict[str, Any]:
    """One row of a table of figures; only the pages of figures carry the figure's own id, and lead to its series."""
    q, series = figure.quantity, corpus.series_of.get(figure.id, ()) if anchored else ()
    sentence = line(corpus, figure.passage, figure.sentence, page, [])
    return {
        "id": figure.id if anchored else None,
        "zh": q.zh,
        "en": corpus.figure_en(figure),
        "counts": figure.counts,
        "value": spoken_value(q),
        "type": TYPES[q.type],
        "period": q.period,
        "status": STATUSES[q.status],
        "href": sentence.href,
        "reference": sentence.reference,
        "series": [(urls.relative(urls.series_url(s.slug), page), s.title) for s in series],
        "sentence": _around_zh(corpus, figure),
        "sentence_en": _around_en(corpus, figure),
    }


def _around_zh(corpus: Corpus, figure: Figure) -> Markup:
    """The words of its sentence around a figure, with the figure marked."""
    passage, q = corpus.passages[figure.passage], figure.quantity
    first, last = passage.sentences[figure.sentence - 1]
    start, end = max(first, q.start - _HAN), min(last, q.end + _HAN)
    words = marked(passage.zh, start, end, [found_mark(q.start, q.end)])
    return Markup("{}{}{}").format("…" * (start > first), words, "…" * (end < last))


def _around_en(corpus: Corpus, figure: Figure) -> Markup | None:
    """The English words around it, cut between words."""
    span = corpus.carried.get(figure.passage, {}).get(figure.id)
    if span is None or corpus.figure_en(figure) is None:
        return None
    text = corpus.english[figure.passage].summary.text
    start, end = max(0, span[0] - _LATIN), min(len(text), span[1] + _LATIN)
    start = 0 if start == 0 else text.index(" ", start) + 1
    end = len(text) if end == len(text) else text.rindex(" ", span[1] - 1, end) if " " in text[span[1] : end] else end
    words = marked(text, min(start, span[0]), end, [found_mark(*span)])
    return Markup("{}{}{}").format("…" * (start > 0), words, "…" * (end < len(text)))


def _is_structure(q: Quantity) -> bool:
    return q.status == "structural" and q.type not in ("rank", "date")
