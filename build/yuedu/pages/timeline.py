"""The dated facts of the speeches, in order of their dates, and never one whose year the text leaves open."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from yuedu.analysis.figures import Figure
from yuedu.corpus.corpus import Corpus
from yuedu.pages.chinese import found_mark
from yuedu.pages.labels import STATUSES
from yuedu.pages.passages import line


def dated(corpus: Corpus) -> list[Figure]:
    """The dates whose year is known, in reading order."""
    found = (f for inside in corpus.figures.values() for f in inside)
    return [f for f in found if f.quantity.type == "date" and _year(f) is not None]


def years(corpus: Corpus, page: str) -> list[dict[str, Any]]:
    """Year → its dated sentences as lines on `page`: the bare year first, then its days; each date of a sentence once."""
    ordered = sorted(dated(corpus), key=lambda f: f.quantity.value)  # stable: reading order within a date
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
