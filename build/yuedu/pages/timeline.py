"""The dated facts of the speeches, in order of their dates, and never one whose year the text leaves open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from yuedu.analysis.figures import Figure
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.naming import newest_first
from yuedu.pages import budget
from yuedu.pages.chinese import found_mark
from yuedu.pages.labels import STATUSES
from yuedu.pages.passages import line


def dates_of(corpus: Corpus, speech: Speech) -> list[Figure]:
    """The dates of a document whose year is known, in reading order."""
    if not corpus.cards[speech.meta.id].dates:
        return []  # and it is not opened
    found = (f for p in speech.tree.passages for f in corpus.figures[p.id])
    return [f for f in found if f.quantity.type == "date" and _year(f) is not None]


def dated(corpus: Corpus) -> list[Figure]:
    """Those of all documents."""
    return [f for s in corpus.speeches for f in dates_of(corpus, s)]


def newest_dated(corpus: Corpus) -> list[tuple[Speech, list[Figure]]]:
    """The newest documents with their dates, whole ones as many as fit beside other things; of a long first one, its beginning."""
    found: list[tuple[Speech, list[Figure]]] = []
    room = budget.DATES
    for speech in newest_first(corpus.speeches):
        dates = dates_of(corpus, speech)
        if found and len(dates) > room:
            break
        if dates:
            found.append((speech, dates[:room]))
            room -= len(dates)
    return found


def years(corpus: Corpus, dates: Sequence[Figure], page: str) -> list[dict[str, Any]]:
    """Year → its dated sentences as lines on `page`: the bare year first, then its days; each date of a sentence once."""
    ordered = sorted(dates, key=lambda f: f.quantity.value)  # stable: reading order within a date
    return [
        {"year": year, "facts": [_fact(corpus, f, page) for f in facts]} for year, facts in groupby(ordered, key=_year)
    ]


def _year(figure: Figure) -> str | None:
    match = re.match(r"\d{4}", figure.quantity.value)
    return match[0] if match else None


def _fact(corpus: Corpus, figure: Figure, page: str) -> dict[str, Any]:
    q = figure.quantity
    return {
        "date": q.value if q.value_max is None else f"{q.value}/{q.value_max}",
        "zh": q.zh,
        "status": STATUSES[q.status],
        "line": line(corpus, figure.passage, figure.sentence, page, [found_mark(q.start, q.end)]),
    }
