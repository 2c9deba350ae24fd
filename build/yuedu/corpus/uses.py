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


def first_and_last(corpus: Corpus, slug: str) -> tuple[Use, Use] | None:
    """In each document its first use; a heading counts where no sentence says it. None where no dated document says it."""
    found = corpus.first_and_last.get(slug)
    return (_use(corpus, slug, found[0]), _use(corpus, slug, found[1])) if found else None


def _use(corpus: Corpus, slug: str, document: str) -> Use:
    card = corpus.cards[document]
    place = card.first_place(slug)
    return Use(sentence_id(*place) if place else card.headed[slug][0], document, card.meta.date or "")
