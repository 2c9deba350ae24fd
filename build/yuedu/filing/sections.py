"""A document filed section by section: the passages of a section vote together, and those that differ stand apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from yuedu.filing.rule import Rule, chosen
from yuedu.filing.shape import Candidate, PassageWords, Proposal


@dataclass(frozen=True, slots=True)
class SectionProposal:
    """What the rule says of the passages directly under a heading, those of the sections inside it not counted.

    `apart` are those of them that the rule would file elsewhere. Under no heading each passage is its own, `section`
    None.
    """

    section: str | None
    topic: str | None
    best: tuple[Candidate, ...]
    passages: tuple[str, ...]
    apart: tuple[Proposal, ...]


def propose_document(rule: Rule, passages: Sequence[PassageWords]) -> list[SectionProposal]:
    """The sections of a document in reading order; `passages` is the document in reading order."""
    together: dict[str, list[PassageWords]] = {}
    for p in passages:
        together.setdefault(p.section or p.id, []).append(p)
    return [_section(rule, inside) for inside in together.values()]


def _section(rule: Rule, inside: Sequence[PassageWords]) -> SectionProposal:
    each = [rule.propose(p) for p in inside]
    scores = [rule.likelihood(p) for p in inside]
    score = {topic: sum(s[topic] for s in scores) / len(scores) for topic in scores[0]}
    topic = chosen(score)
    whole = replace(
        inside[0], zh="\n".join(p.zh for p in inside), terms=tuple(t for p in inside for t in p.terms), edge=None
    )
    apart = tuple(p for p in each if p.topic and p.topic != topic) if len(each) > 1 else ()
    return SectionProposal(inside[0].section, topic, rule.best(whole, score), tuple(p.id for p in each), apart)
