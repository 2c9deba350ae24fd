"""How often each term is said in each document, counted off the cards: no document is opened.

1. A use is a place in a passage; headings and lines of front matter are not counted.
2. A rate is of uses to 10,000 characters of the passages of the documents that say the term.
3. The rank is among the terms of that document: 1 is the one said most, and equals share a rank (1, 2, 2, 4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yuedu.corpus.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Counted:
    """A term in one document: `count` uses, among `characters` of its passages."""

    document: str
    date: str | None
    count: int
    characters: int
    rank: int


def counted(corpus: Corpus) -> dict[str, list[Counted]]:
    """Slug of a term → the documents whose passages say it, by date, those without one last."""
    found: dict[str, list[Counted]] = {t.slug: [] for t in corpus.terms}
    for card in sorted(corpus.cards.values(), key=lambda c: c.meta.date or "a"):  # stable; a letter comes after digits
        counts = {slug: len(places) // 2 for slug, places in card.said.items()}
        ranks = _ranks(counts)
        for slug, count in counts.items():
            found[slug].append(Counted(card.meta.id, card.meta.date, count, card.characters, ranks[count]))
    return found


def rate(uses: Sequence[Counted]) -> float:
    """Uses to 10,000 characters of these documents, which are not none."""
    return 10_000 * sum(u.count for u in uses) / sum(u.characters for u in uses)


def years(corpus: Corpus) -> list[str]:
    """The years of the documents that bear a date, the oldest first."""
    return sorted({c.meta.date[:4] for c in corpus.cards.values() if c.meta.date})


def _ranks(counts: Mapping[str, int]) -> dict[int, int]:
    """A number of uses → its rank."""
    ranks: dict[int, int] = {}
    for place, count in enumerate(sorted(counts.values(), reverse=True), 1):
        ranks.setdefault(count, place)
    return ranks
