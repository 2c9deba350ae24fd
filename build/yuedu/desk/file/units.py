"""What waits to be filed, in the pieces that an editor decides about: the passages of a section, and what differs apart.

Neighbours that no heading parts, or that the rule would file alike, are one piece; an editor may open any piece and file
it passage by passage.
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


@dataclass(frozen=True, slots=True)
class Unit:
    """Passages that one decision files, in reading order; `section` where they are all that stands below it.

    `best`: the three likeliest topics. `topic`: the one proposed, None where none is like it.
    """

    document: str
    section: str | None
    passages: tuple[str, ...]
    topic: str | None
    best: tuple[Candidate, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """The ids that are filed: the section's where that says it all."""
        return (self.section,) if self.section else self.passages

    @property
    def name(self) -> str:
        """The id of the section, or those of the first and the last passage."""
        first, last = self.passages[0], self.passages[-1]
        return self.section or (first if first == last else f"{first} – {last.removeprefix(f'{self.document}.')}")


def waiting(corpus: Corpus, rule: Rule, document: str) -> list[Unit]:
    """The pieces of a document that no editor has filed, in reading order."""
    tree = next(s for s in corpus.speeches if s.meta.id == document).tree
    asked = [words_of(corpus, p) for p in tree.passages]
    above = {s.parent for s in tree.sections}
    found = [unit for p in propose_document(rule, asked) for unit in _cut(p, document, whole=p.section not in above)]
    order = {p.id: n for n, p in enumerate(tree.passages)}
    open_ = [u for unit in found for u in _left(corpus, unit)]
    return list(_joined(sorted(open_, key=lambda u: order[u.passages[0]])))


def apart(corpus: Corpus, rule: Rule, unit: Unit) -> list[Unit]:
    """The same, passage by passage."""
    alone = []
    for ident in unit.passages:
        proposal = rule.propose(words_of(corpus, corpus.passages[ident]))
        alone.append(Unit(unit.document, None, (ident,), proposal.topic, proposal.best))
    return alone


def _cut(proposal: SectionProposal, document: str, *, whole: bool) -> Iterator[Unit]:
    """The section without what the rule would file elsewhere, and each of that by itself. `whole`: no section is in it."""
    differs = {p.id: p for p in proposal.apart}
    together = tuple(p for p in proposal.passages if p not in differs)
    if together:
        section = proposal.section if whole and not differs else None
        yield Unit(document, section, together, proposal.topic, proposal.best)
    for ident, own in differs.items():
        yield Unit(document, None, (ident,), own.topic, own.best)


def _left(corpus: Corpus, unit: Unit) -> Iterator[Unit]:
    """What of it no editor has filed."""
    left = tuple(p for p in unit.passages if not ((filed := corpus.topics.filed.get(p)) and filed.by == "editor"))
    if left:
        yield Unit(unit.document, unit.section if left == unit.passages else None, left, unit.topic, unit.best)


def _joined(units: Sequence[Unit]) -> Iterator[Unit]:
    """Neighbours without a heading of their own, with one proposal, as one."""
    for (bare, topic), group in groupby(units, key=lambda u: (_bare(u), u.topic)):
        run = list(group)
        if not bare or len(run) == 1:
            yield from run
        else:
            passages = tuple(p for u in run for p in u.passages)
            yield Unit(run[0].document, None, passages, topic, max((u.best for u in run), key=_score))


def _bare(unit: Unit) -> bool:
    """Whether it stands directly under the document."""
    return unit.section is None and all(p.removeprefix(f"{unit.document}.").startswith("p") for p in unit.passages)


def _score(best: tuple[Candidate, ...]) -> float:
    return best[0].score if best else 0.0
