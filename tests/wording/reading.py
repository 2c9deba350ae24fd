"""Sentences of one's own as the comparison takes them, and its rows as the fixtures write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from yuedu.glossary.match import Matcher
from yuedu.quantities.zh import read
from yuedu.wording.alignment import align
from yuedu.wording.shape import Cut, Row, Sentence, joined

FOLDER = Path(__file__).parents[1] / "fixtures" / "wording"


class Case(NamedTuple):
    title: str
    a: list[str]
    b: list[str]
    rows: list[str]


@lru_cache(maxsize=1)
def cut() -> Cut:
    return Matcher(()).tokens


def sentences(texts: Sequence[str]) -> list[Sentence]:
    return [Sentence(n, zh, "", tuple(read(zh))) for n, zh in enumerate(texts, 1)]


def compared(a: Sequence[str], b: Sequence[str]) -> list[Row]:
    return align(sentences(a), sentences(b), cut())


def cases() -> list[Case]:
    text = (FOLDER / "alignment.md").read_text(encoding="utf-8")
    found = re.findall(r"^(.+)\n\.\n((?:.+\n)*?)-\n((?:.+\n)*?)\.\n((?:.+\n)+?)\.$", text, re.M)
    return [Case(title, *(part.splitlines() for part in parts)) for title, *parts in found]


def written(row: Row) -> str:
    """A row as the fixture writes it."""
    a, b = joined(row.a), joined(row.b)
    out = [f"{row.kind} {_numbers(row.a)} > {_numbers(row.b)}".rstrip()]
    out += [f"[{a[slice(*c.a)]}|{b[slice(*c.b)]}]" for c in row.changes]
    out += [f"#{f.a.value if f.a else '-'}|{f.b.value if f.b else '-'}" for f in row.figures]
    return " ".join([*out, *([row.force] if row.force else [])])


def _numbers(side: Sequence[Sentence]) -> str:
    return ",".join(str(s.ident) for s in side)
