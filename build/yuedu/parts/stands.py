"""How a term stands in a document, in short: enough to say which pages it has and whether one of them has changed."""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from yuedu.corpus.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Stands:
    """`lines`: in how many sentences, headings and lines; `shown`: a 64-bit hash of them as a page shows them. `topics`: those of
    the passages in which it stands; `chiefly`: for each topic that is the primary one of those, at how many places."""

    lines: int
    shown: int
    topics: tuple[str, ...]
    chiefly: tuple[tuple[str, int], ...]


class Held:
    """The same of one term in all documents, in the order in which they are added: some bytes for each of them."""

    def __init__(self) -> None:
        self.documents: list[str] = []
        self.topics: set[str] = set()
        self.chiefly: Counter[str] = Counter()
        self._lines, self._shown = array("L"), array("Q")

    def add(self, document: str, how: Stands) -> None:
        self.documents.append(document)
        self._lines.append(how.lines)
        self._shown.append(how.shown)
        self.topics.update(how.topics)
        self.chiefly.update(dict(how.chiefly))

    @property
    def count(self) -> int:
        """Of all lines."""
        return sum(self._lines)

    def __iter__(self) -> Iterator[tuple[str, int, int]]:
        """Document, lines, and the hash of what is shown of them."""
        return zip(self.documents, self._lines, self._shown, strict=True)


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
        found[slug] = Stands(len(lines), _hash(seen), of, tuple(chiefly.items()))
    return found


def _hash(seen: Sequence[tuple[str, str]]) -> int:
    return int.from_bytes(hashlib.sha256(repr(seen).encode()).digest()[:8], "big")
