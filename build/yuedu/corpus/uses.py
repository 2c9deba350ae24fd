"""When a term is first and last said in the documents that bear a date."""

from __future__ import annotations

from dataclasses import dataclass

from yuedu.corpus.corpus import Corpus
from yuedu.text.ids import parse_id


@dataclass(frozen=True, slots=True)
class Use:
    """A sentence, or a heading, in which a term stands, with its document and that document's date."""

    id: str
    document: str
    date: str


def uses(corpus: Corpus, slug: str) -> list[Use]:
    """The first use in each dated document, the oldest document first."""
    first: dict[str, Use] = {}
    dates = {s.meta.id: s.meta.date for s in corpus.speeches}
    for ident in corpus.standing[slug]:
        document = parse_id(ident).document
        if date := dates[document]:
            first.setdefault(document, Use(ident, document, date))
    return sorted(first.values(), key=lambda u: u.date)


def first_and_last(corpus: Corpus, slug: str) -> tuple[Use, Use] | None:
    """None where no dated document says it."""
    found = uses(corpus, slug)
    return (found[0], found[-1]) if found else None
