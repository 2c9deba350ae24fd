"""The figures of more documents than one page holds: the documents by year, the newest figures, and a filter over all.

The filter reads small files as far as it needs them: of a year, which documents it has; of a document, its figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from yuedu import urls
from yuedu.analysis.figures import Figure
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.naming import newest_first
from yuedu.pages import portions
from yuedu.pages.engine import plain
from yuedu.pages.figure_pages import LEDE, PAGE, TITLE, count_of, figure_row, figures_of, fits
from yuedu.pages.labels import STATUSES, TYPES
from yuedu.pages.labels import both as label
from yuedu.pages.listed import listed
from yuedu.pages.passages import reference
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.pages.spoken import spoken_value
from yuedu.sources.shape import Bilingual

ROWS_OF_A_FILE = 60
"""About 20 kB."""
UNITS = 40
"""Units that the filter offers, the most frequent first."""

Listed = dict[str, list[tuple[Speech, int]]]
"""Year → its documents with the number of their measured figures, the newest first."""


def sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """The index, and a year's documents where they are too many for it; what the filter reads."""
    corpus = shows.corpus
    if fits(corpus):
        return
    by_year = _by_year(corpus)
    documents = sum(map(len, by_year.values()))
    long = documents > portions.DOCUMENTS
    years = [
        {
            "year": year,
            "title": portions.named_year(year),
            "count": sum(n for _, n in inside),
            "url": f"{PAGE}{year}/" if long else f"{PAGE}#in-{year}",
        }
        for year, inside in by_year.items()
    ]
    yield shows.sheet("figures/index.md", partial(_index, shows, env, by_year, years), shows.everything)
    if long:
        for year, inside in by_year.items():
            yield from _year_sheets(shows, env, year, inside, years)
    yield from _files(shows, by_year)


def _index(shows: Shows, env: Environment, by_year: Listed, years: list[dict[str, Any]]) -> str:
    corpus = shows.corpus
    documents = sum(map(len, by_year.values()))
    long = documents > portions.DOCUMENTS
    counts = {y: len(d) for y, d in by_year.items()}
    shown = portions.newest_that_fit(counts, portions.DOCUMENTS // 2 if long else documents)
    return env.get_template("figure_index.md.j2").render(
        page=PAGE,
        trail=[],
        title=TITLE,
        lede=LEDE,
        years=years,
        here=None,
        long=long,
        parts=[],
        groups=[_group(corpus, p.document, by_year[p.document][p.first : p.last]) for p in shown],
        newest=_newest(corpus),
        filter=_filter(shows, [*by_year], documents),
    )


def _year_sheets(
    shows: Shows, env: Environment, year: str, inside: Sequence[tuple[Speech, int]], years: list[dict[str, Any]]
) -> Iterator[Sheet]:
    slices = portions.slices(inside[::-1], 2 * portions.DOCUMENTS)  # from the oldest on: a new one moves none
    addresses = [portions.numbered(f"{PAGE}{year}/", n) for n in range(1, len(slices) + 1)]
    for page, part in zip(addresses, slices, strict=True):
        make = partial(_year_page, shows.corpus, env, year, part, years, addresses, page)
        names = [(s.meta.id, shows.corpus.short_of[s.meta.id], n) for s, n in part]
        yield shows.sheet(f"{page.strip('/')}/index.md", make, years, names, addresses)


def _year_page(
    corpus: Corpus,
    env: Environment,
    year: str,
    part: Sequence[tuple[Speech, int]],
    years: list[dict[str, Any]],
    addresses: Sequence[str],
    page: str,
) -> str:
    name = portions.named_year(year)
    return env.get_template("figure_index.md.j2").render(
        page=page,
        trail=[(PAGE, TITLE)],
        title=label(f"Figures: {name.en}", f"数据：{name.zh}"),
        lede=Bilingual(),
        years=years,
        here=year,
        long=True,
        parts=[(u, n, u == page) for n, u in enumerate(addresses, 1)] if len(addresses) > 1 else [],
        groups=[_group(corpus, year, part[::-1])],
        newest=[],
        filter=None,
    )


def _by_year(corpus: Corpus) -> Listed:
    """The documents that state figures."""
    found: Listed = {}
    for speech in newest_first(corpus.speeches):
        if count_of(corpus, speech.meta.id):
            measured = corpus.holdings[speech.meta.id].figures
            found.setdefault(portions.year_of(speech), []).append((speech, measured))
    return found


def _group(corpus: Corpus, year: str, documents: Sequence[tuple[Speech, int]]) -> dict[str, Any]:
    return {
        "anchor": f"in-{year}",
        "title": portions.named_year(year),
        "documents": [
            {"url": urls.figures_url(s.meta.id), "title": corpus.short_of[s.meta.id], "count": n} for s, n in documents
        ],
    }


def _newest(corpus: Corpus) -> list[dict[str, Any]]:
    """The measured figures of the newest documents, as many as fit; their ids stand on the documents' own pages."""
    found: list[dict[str, Any]] = []
    for speech in newest_first(corpus.speeches):
        measured = [f for f in figures_of(corpus, speech) if f.quantity.measured]
        if found and len(found) + len(measured) > portions.NEWEST_ROWS:
            break
        found += [figure_row(corpus, f, PAGE, anchored=False) for f in measured[: portions.NEWEST_ROWS]]
    return found


def _filter(shows: Shows, years: Sequence[str], documents: int) -> dict[str, Any]:
    counts: Counter[str] = Counter()
    for head in shows.heads.values():
        counts.update(head.units)
    units = sorted(counts, key=lambda unit: (-counts[unit], unit))[:UNITS]
    return {
        "years": [(year, portions.named_year(year)) for year in years],
        "units": units,
        "types": list(TYPES.items()),
        "documents": documents,
        "labels": {
            "types": {key: [text.en, text.zh] for key, text in TYPES.items()},
            "statuses": {key: [text.en, text.zh] for key, text in STATUSES.items()},
        },
    }


def _files(shows: Shows, by_year: Listed) -> Iterator[Sheet]:
    """What the filter reads: `data/figures/2021.js`, `data/figures/<document>/0.js`."""
    corpus = shows.corpus
    for year, inside in by_year.items():
        documents = []
        for speech, _ in inside:
            ident = speech.meta.id
            head, name = shows.heads[ident], plain(corpus.short_of[ident])
            count = len(range(0, head.figures, ROWS_OF_A_FILE))
            documents.append([ident, name, count, head.types, head.all_units])
            for n in range(count):
                make = partial(_document_file, corpus, speech, n)
                what = shows.stamp(ident), shows.documents([ident])
                yield shows.sheet(f"data/figures/{ident}/{n}.js", make, *what, of=[ident])
        name = f"figures/{year}"
        yield shows.sheet(f"data/{name}.js", partial(listed, name, documents), documents)


def _document_file(corpus: Corpus, speech: Speech, n: int) -> str:
    """Some of a document's figures."""
    inside = portions.slices(figures_of(corpus, speech), ROWS_OF_A_FILE)[n]
    return listed(f"figures/{speech.meta.id}/{n}", [_row(corpus, f) for f in inside])


def _row(corpus: Corpus, figure: Figure) -> list[Any]:
    """A row as the script draws it; the sentence comes in three pieces, the figure in the middle."""
    q, row = figure.quantity, figure_row(corpus, figure, PAGE, anchored=False)
    sentence = corpus.sentence_id(figure.passage, figure.sentence)
    counts = figure.counts if figure.counts.en else Bilingual()
    return [
        figure.id,
        q.zh,
        row["en"] or "",
        spoken_value(q),
        q.type,
        q.unit_zh,
        [counts.en or "", counts.zh or ""],
        q.period or "",
        q.status,
        sentence,
        reference(corpus, sentence).place,
        _pieces(row["sentence"]),
        _pieces(row["sentence_en"]) if row["sentence_en"] else [],
    ]


def _pieces(marked: str) -> list[str]:
    """Before the mark, in it, after it, as plain text."""
    before, _, rest = str(marked).partition("<mark>")
    inside, _, after = rest.partition("</mark>")
    return [_unescaped(piece) for piece in (before, inside, after)]


def _unescaped(text: str) -> str:
    return Markup(text).unescape()
