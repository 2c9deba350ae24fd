"""When a term is first and last said in the documents that bear a date."""

from __future__ import annotations

from dataclasses import dataclass

from yuedu.commitments.gather import sentence_id
from yuedu.corpus.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Use:
    """A sentence, or a heading, in which a term stands, with its document and that document's date."""

    id: str
    document: str
    date: str


def uses(corpus: Corpus, slug: str) -> list[Use]:
    """The first use in each dated document, the oldest document first; a heading counts where no sentence says it."""
    known: dict[str, list[Use]] = corpus.uses
    if slug not in known:
        known[slug] = _uses(corpus, slug)
    return known[slug]


def _uses(corpus: Corpus, slug: str) -> list[Use]:
    said: list[Use] = []
    headed: list[Use] = []
    for document, card in corpus.cards.items():
        if (date := card.meta.date) and (slug in card.said or slug in card.headed):
            if first := next((sentence_id(p, n) for p, n in card.places(slug)), None):
                said.append(Use(first, document, date))
            elif parts := card.headed.get(slug):
                headed.append(Use(parts[0], document, date))
    return sorted([*said, *headed], key=lambda u: u.date)


def first_and_last(corpus: Corpus, slug: str) -> tuple[Use, Use] | None:
    """None where no dated document says it."""
    found = uses(corpus, slug)
    return (found[0], found[-1]) if found else None
