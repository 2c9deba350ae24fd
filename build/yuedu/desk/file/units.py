"""What waits to be filed, in the pieces that an editor decides about: the passages of a section, and what differs apart.

Neighbours are one piece where no title parts them (articles, paragraphs without a heading), where the rule would file them
alike, or where they make a short chapter of which it knows nothing; an editor may open any piece and file it passage by
passage.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from yuedu.corpus.corpus import Corpus
from yuedu.desk.file.learning import words_of
from yuedu.filing.rule import Rule
from yuedu.filing.sections import SectionProposal, propose_document
from yuedu.filing.shape import Candidate

CHAPTER = 15
"""Passages that a chapter may have and still be decided about as one, where the rule proposes nothing in it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Passages that one decision files, in reading order; `places` are what is filed: a section where that says it all.

    `best`: the three likeliest topics. `topic`: the one proposed, None where none is like it.
    """

    document: str
    places: tuple[str, ...]
    passages: tuple[str, ...]
    topic: str | None
    best: tuple[Candidate, ...]

    @property
    def name(self) -> str:
        """The id of the place, or those of the first and the last."""
        first, last = self.places[0], self.places[-1]
        return first if first == last else f"{first} – {last.removeprefix(f'{self.document}.')}"


def waiting(corpus: Corpus, rule: Rule, document: str) -> list[Unit]:
    """The pieces of a document that no editor has filed, in reading order."""
    tree = next(s for s in corpus.speeches if s.meta.id == document).tree
    above = {s.parent for s in tree.sections}
    proposals = propose_document(rule, [words_of(corpus, p) for p in tree.passages])
    found = [u for p in proposals for u in _cut(p, document, whole=p.section not in above)]
    order = {p.id: n for n, p in enumerate(tree.passages)}
    left = [u for unit in found for u in _left(corpus, unit)]
    return list(_joined(corpus, sorted(left, key=lambda u: order[u.passages[0]])))


def apart(corpus: Corpus, rule: Rule, unit: Unit) -> list[Unit]:
    """The same, passage by passage."""
    proposals = [rule.propose(words_of(corpus, corpus.passages[ident])) for ident in unit.passages]
    return [Unit(unit.document, (p.id,), (p.id,), p.topic, p.best) for p in proposals]


def _cut(proposal: SectionProposal, document: str, *, whole: bool) -> Iterator[Unit]:
    """The section without what the rule would file elsewhere, and each of that by itself. `whole`: no section is in it."""
    differs = {p.id: p for p in proposal.apart}
    together = tuple(p for p in proposal.passages if p not in differs)
    if together:
        places = (proposal.section,) if proposal.section and whole and not differs else together
        yield Unit(document, places, together, proposal.topic, proposal.best)
    for ident, own in differs.items():
        yield Unit(document, (ident,), (ident,), own.topic, own.best)


def _left(corpus: Corpus, unit: Unit) -> Iterator[Unit]:
    """What of it no editor has filed."""
    left = tuple(p for p in unit.passages if not ((filed := corpus.topics.filed.get(p)) and filed.by == "editor"))
    if left:
        yield Unit(unit.document, unit.places if left == unit.passages else left, left, unit.topic, unit.best)


def _joined(corpus: Corpus, units: Sequence[Unit]) -> Iterator[Unit]:
    """Neighbours as one where they are decided about as one; a whole chapter by its own id."""
    for key, group in groupby(units, key=lambda u: _as_one_with(corpus, u)):
        run = list(group)
        home, _, kind = key
        if kind is None or len(run) == 1:
            yield from run
            continue
        places, passages = (tuple(x for u in run for x in getattr(u, name)) for name in ("places", "passages"))
        if home and passages == _below(corpus, home):
            places = (home,)
        yield Unit(run[0].document, places, passages, run[0].topic, max((u.best for u in run), key=_score))


def _as_one_with(corpus: Corpus, unit: Unit) -> tuple[str | None, str | None, str | None]:
    """The same for neighbours that are one piece; its last is None where the piece stands alone."""
    own = corpus.passages[unit.passages[0]].section
    section = corpus.sections[own] if own else None
    if section is None or not section.title:
        return (section.parent if section else None, unit.topic, "untitled")
    if unit.places == (own,) and unit.topic:
        return (section.parent, unit.topic, "alike")
    if section.parent and not unit.topic and len(_below(corpus, section.parent)) <= CHAPTER:
        return (section.parent, None, "chapter")
    return (unit.name, unit.topic, None)


def _below(corpus: Corpus, section: str) -> tuple[str, ...]:
    """Every passage of a section and of the sections in it."""
    return tuple(p.id for p in corpus.speech_of[section].tree.passages if p.id.startswith(f"{section}."))


def _score(best: tuple[Candidate, ...]) -> float:
    return best[0].score if best else 0.0
