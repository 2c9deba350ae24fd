"""The filter over the figures of all documents: its form, and the small files that it reads as far as it needs them.

Of a year, which documents it has; of a document, its figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from markupsafe import Markup

from yuedu.analysis.figures import Figure
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.pages.division import Unit, named, slices
from yuedu.pages.engine import plain
from yuedu.pages.figure_pages import PAGE, figure_row, figures_of
from yuedu.pages.labels import STATUSES, TYPES
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


def filter_form(shows: Shows, years: Sequence[str], documents: int) -> dict[str, Any]:
    """What a reader may choose among, and the words that the script writes."""
    counts: Counter[str] = Counter()
    for head in shows.heads.values():
        counts.update(head.units)
    units = sorted(counts, key=lambda unit: (-counts[unit], unit))[:UNITS]
    return {
        "years": [(year, named(year)) for year in years],
        "units": units,
        "types": list(TYPES.items()),
        "documents": documents,
        "labels": {
            "types": {key: [text.en, text.zh] for key, text in TYPES.items()},
            "statuses": {key: [text.en, text.zh] for key, text in STATUSES.items()},
        },
    }


def filter_files(shows: Shows, units: Sequence[Unit]) -> Iterator[Sheet]:
    """`data/figures/2021.js`, `data/figures/<document>/0.js`; `units`: the documents that state figures, year by year."""
    corpus = shows.corpus
    for year, inside in groupby(units, key=lambda u: u.year):
        documents = []
        for ident in (u.document for u in inside):
            head, name = shows.heads[ident], plain(corpus.short_of[ident])
            count = len(range(0, head.figures, ROWS_OF_A_FILE))
            documents.append([ident, name, count, head.types, head.all_units])
            for n in range(count):
                make = partial(_document_file, corpus, corpus.speech_by_id[ident], n)
                what = shows.stamp(ident), shows.documents([ident])
                yield shows.sheet(f"data/figures/{ident}/{n}.js", make, *what, of=[ident])
        name = f"figures/{year}"
        yield shows.sheet(f"data/{name}.js", partial(listed, name, documents), documents)


def _document_file(corpus: Corpus, speech: Speech, n: int) -> str:
    """Some of a document's figures."""
    inside = slices(figures_of(corpus, speech), ROWS_OF_A_FILE)[n]
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
