"""What is said quietly beside a passage of its wording: where else its sentences stand, word for word or in other words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.pairs import Pair
from yuedu.pages.labels import both as label
from yuedu.pages.passages import Reference, reference
from yuedu.pages.shows import Shows
from yuedu.parts.changes import Head
from yuedu.sources.shape import Bilingual
from yuedu.text.ids import passage_of
from yuedu.text.tree import Passage

EXACT = label("Word for word in", "原句另见")
REWORDED = label("In other words in", "改写另见")
NEW = label("New: no sentence of this is near any in", "新增：各句均不见于")
GONE = label("No sentence of this is near any in", "各句均不见于")


@dataclass(frozen=True, slots=True)
class Again:
    """What is said, and of where: a link to the comparison, or to the place."""

    said: Bilingual
    href: str
    where: Reference


def said_again(shows: Shows, passage: Passage, page: str) -> list[Again]:
    """First where its words stand, then, of a text that follows another, that none of them does."""
    return [
        again
        for pair in shows.corpus.pairs_of.get(_document(passage), ())
        for again in _against(shows.corpus, pair, shows.changes[pair.name].head, passage, page)
    ]


def _against(corpus: Corpus, pair: Pair, head: Head, passage: Passage, page: str) -> Iterator[Again]:
    found: dict[tuple[str, bool], None] = {}
    for n in range(1, len(passage.sentences) + 1):
        standing = head.standing.get(f"{passage.id}.s{n}")
        if standing:
            found |= dict.fromkeys((passage_of(i), standing.exact) for i in standing.others)
    for place, exact in found:
        href = urls.relative(urls.part_url(place), page)
        yield Again(EXACT if exact else REWORDED, href, reference(corpus, place))
    if not found and pair.by == "follows":
        other = pair.other(_document(passage))
        name = Reference(corpus.short_of[other], "")
        said = NEW if other == pair.a else GONE
        yield Again(said, urls.relative(urls.changes_url(pair.name), page), name)


def _document(passage: Passage) -> str:
    return passage.id.partition(".")[0]
