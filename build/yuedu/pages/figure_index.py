"""The figures of more documents than one page holds: the documents by year, the newest figures, and a filter over all.

The filter reads small files as far as it needs them: of a year, which documents it has; of a document, its figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
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
from yuedu.pages.figure_pages import LEDE, PAGE, TITLE, figure_row, figures_of, fits
from yuedu.pages.labels import STATUSES, TYPES
from yuedu.pages.labels import both as label
from yuedu.pages.listed import listed
from yuedu.pages.passages import reference
from yuedu.pages.spoken import spoken_value
from yuedu.sources.shape import Bilingual

ROWS_OF_A_FILE = 60
"""About 20 kB."""
UNITS = 40
"""Units that the filter offers, the most frequent first."""

Listed = dict[str, list[tuple[Speech, int]]]
"""Year → its documents with the number of their measured figures, the newest first."""


def pages(corpus: Corpus, env: Environment) -> Iterator[tuple[str, str]]:
    """Path under docs/ and text of the index, and of a year's documents where they are too many for it."""
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
    shown = portions.newest_that_fit(
        {y: len(d) for y, d in by_year.items()}, portions.DOCUMENTS // 2 if long else documents
    )
    yield (
        "figures/index.md",
        env.get_template("figure_index.md.j2").render(
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
            filter=_filter(corpus, [*by_year], documents),
        ),
    )
    if long:
        for year, inside in by_year.items():
            yield from _year_pages(corpus, env, year, inside, years)


def _year_pages(
    corpus: Corpus, env: Environment, year: str, inside: Sequence[tuple[Speech, int]], years: list[dict[str, Any]]
) -> Iterator[tuple[str, str]]:
    slices = portions.slices(inside[::-1], 2 * portions.DOCUMENTS)  # from the oldest on: a new one moves none
    addresses = [portions.numbered(f"{PAGE}{year}/", n) for n in range(1, len(slices) + 1)]
    name = portions.named_year(year)
    for page, part in zip(addresses, slices, strict=True):
        yield (
            f"{page.strip('/')}/index.md",
            env.get_template("figure_index.md.j2").render(
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
            ),
        )


def _by_year(corpus: Corpus) -> Listed:
    """The documents that state figures."""
    found: Listed = {}
    for speech in newest_first(corpus.speeches):
        if figures := figures_of(corpus, speech):
            measured = sum(f.quantity.measured for f in figures)
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


def _filter(corpus: Corpus, years: Sequence[str], documents: int) -> dict[str, Any]:
    counts = Counter(
        f.quantity.unit_zh
        for found in corpus.figures.values()
        for f in found
        if f.quantity.measured and f.quantity.unit_zh
    )
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


def files(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Path under docs/ and text of what the filter reads: `data/figures/2021.js`, `data/figures/<document>/0.js`."""
    if fits(corpus):
        return
    years: dict[str, list[Any]] = {}
    for speech in newest_first(corpus.speeches):
        if figures := figures_of(corpus, speech):
            ident, slices = speech.meta.id, portions.slices(figures, ROWS_OF_A_FILE)
            years.setdefault(portions.year_of(speech), []).append(_document(corpus, ident, figures, len(slices)))
            for n, inside in enumerate(slices):
                yield f"data/figures/{ident}/{n}.js", listed(f"figures/{ident}/{n}", [_row(corpus, f) for f in inside])
    for year, documents in years.items():
        yield f"data/figures/{year}.js", listed(f"figures/{year}", documents)


def _document(corpus: Corpus, ident: str, figures: Sequence[Figure], count: int) -> list[Any]:
    """Its id and name, the number of its files, and the types and units that stand in them."""
    types = sorted({f.quantity.type for f in figures})
    units = sorted({f.quantity.unit_zh for f in figures if f.quantity.unit_zh})
    return [ident, plain(corpus.short_of[ident]), count, types, units]


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
