"""How a term stands in a document, in short: enough to say which pages it has and whether one of them has changed."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from yuedu.corpus.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Stands:
    """`lines`: in how many sentences, headings and lines; `shown`: a hash of them as a page shows them. `topics`: those of
    the passages in which it stands; `chiefly`: for each topic that is the primary one of those, at how many places."""

    lines: int
    shown: str
    topics: tuple[str, ...]
    chiefly: tuple[tuple[str, int], ...]


def stands(corpus: Corpus, document: str, shown: Mapping[str, str]) -> dict[str, Stands]:
    """Slug → how it stands there. `shown`: passage, heading or line → a hash of it (see `shown`)."""
    card, topics = corpus.cards[document], corpus.topics.of_passage
    found = {}
    for slug in dict.fromkeys((*card.said, *card.headed)):
        lines = card.standing(slug)
        seen = [(i, shown.get(i) or shown[i.rpartition(".")[0]]) for i in lines]
        places = Counter(p for p, _ in card.places(slug))
        chiefly: Counter[str] = Counter()
        for passage, count in places.items():
            chiefly[topics[passage][0]] += count
        of = tuple(dict.fromkeys(t for p in places for t in topics[p]))
        found[slug] = Stands(
            len(lines), hashlib.sha256(repr(seen).encode()).hexdigest()[:16], of, tuple(chiefly.items())
        )
    return found
