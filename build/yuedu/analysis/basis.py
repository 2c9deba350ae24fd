"""What an analysis rests on besides its document: the terms that stand in it, as far as they bear on how it is read.

1. An analysis holds while the terms that stand in its text, or are named for a place in it, are what they were.
2. A term that is new, or has other forms, matters where one of its forms stands in the text, and nowhere else.
3. A definition, a rendering that is not the preferred one, a note: none of them is asked for here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from yuedu.analysis.analysis import Analysis
from yuedu.glossary.shape import Term

Table = Mapping[str, str]
"""Slug → a hash of what an analysis asks of the term."""


@dataclass(frozen=True, slots=True)
class Basis:
    """`table`: the hash of the whole table that the analysis was made with; `stands`: the part of it that bears on it."""

    table: str
    stands: Table


def table_of(terms: Iterable[Term]) -> dict[str, str]:
    """The table of a term base."""
    return {t.slug: _hash([t.slug, t.forms, t.not_in, t.kind, t.en.preferred, _named(t)]) for t in terms}


def hash_of(table: Table) -> str:
    """One hash for a table, in any order."""
    return _hash(sorted(table.items()))


def basis_of(analyses: Sequence[Analysis], terms: Iterable[Term], table: Table, whole: str) -> Basis:
    """The basis of the analyses of one seed; `whole` is the hash of the table."""
    return Basis(whole, {t.slug: table[t.slug] for t in terms if _bears_on(t, analyses)})


def holds(basis: Basis, analyses: Sequence[Analysis], before: Table, now: Table, terms: Mapping[str, Term]) -> bool:
    """Whether analyses made with the table `before` are what the table `now` would make of the same text."""
    if any(now.get(slug) != stood for slug, stood in basis.stands.items()):
        return False
    changed = (slug for slug, asked in now.items() if before.get(slug) != asked)
    return not any(_bears_on(terms[slug], analyses) for slug in changed)


def _bears_on(term: Term, analyses: Sequence[Analysis]) -> bool:
    for analysis in analyses:
        tree = analysis.speech.tree
        if any(form in tree.text for form in term.forms):
            return True
        if any(place.passage.startswith(f"{tree.document}.") for place in term.also_at):
            return True
    return False


def _named(term: Term) -> list[list[str | None]]:
    return [[p.passage, p.words, p.within] for p in term.also_at]


def _hash(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()[:24]
