"""The commitments of a document: every sentence that asks or plans, read by rule, then as its editor put it right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from yuedu.commitments.inference import Basis, Side, inferred, named
from yuedu.commitments.rule import Found, When, Word, read
from yuedu.commitments.words import ADDRESSEES, FORCE_OF
from yuedu.glossary.match import Hit
from yuedu.glossary.shape import Term
from yuedu.sources.collection import CommitmentOverride
from yuedu.sources.shape import Bilingual
from yuedu.text.tree import Passage, Tree

Tokens = Callable[[str], Sequence[tuple[int, int]]]
"""A text to the spans that tile it."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is told to do something, in the text's words; `slug` where it is a body of the glossary."""

    zh: str
    en: str | None
    slug: str | None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A sentence that directs or plans. `id` is the sentence's; `bodies` are all that it names, told to act or not;
    `inferred` is who is to act where `who` does not tell, and `basis` why; `corrected` is the editor's reason for what differs from the rule, `topics` what the document is filed under, which only
    the corpus knows."""

    id: str
    passage: str
    sentence: int
    words: tuple[Word, ...]
    who: tuple[Actor, ...]
    when: When | None
    bodies: tuple[str, ...]
    corrected: Bilingual | None = None
    inferred: tuple[Actor, ...] = ()
    basis: Basis | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What a document and its collection say for all its sentences: the year, who speaks and who is spoken to, and the
    collection's own words for somebody, with their English."""

    year: int | None = None
    side: Side = field(default_factory=Side)
    own: Mapping[str, str] = field(default_factory=dict)


def gather(
    tree: Tree,
    directs: Mapping[str, str],
    setting: Setting,
    hits: Mapping[str, Sequence[Hit]],
    terms: Mapping[str, Term],
    tokens: Tokens,
    overrides: Mapping[str, CommitmentOverride],
) -> tuple[Commitment, ...]:
    """The commitments of a document, in reading order. `directs`: sentence id → asked or planned, for those that do."""
    out: list[Commitment] = []
    own = named(setting.own)
    for passage in tree.passages:
        ids = [sentence_id(passage.id, n) for n in range(1, len(passage.sentences) + 1)]
        cut = tokens(passage.zh) if any(i in directs for i in ids) else ()
        before: tuple[Actor, ...] = ()
        for number, (ident, span) in enumerate(zip(ids, passage.sentences, strict=True), 1):
            override = overrides.get(ident)
            found = read(passage.zh, span, cut, setting.year, own) if ident in directs else None
            if override and override.not_a_commitment:
                continue
            if override and override.word and not found:
                found = Found((), (), None)
            if not found:
                continue
            bodies = [h for h in hits[passage.id] if span[0] <= h.start < span[1] and terms[h.slug].kind == "body"]
            names = ADDRESSEES | dict(setting.own)
            plain = Commitment(
                ident,
                passage.id,
                number,
                found.words,
                tuple(a for place in found.who for a in _actors(passage.zh, place, bodies, terms, names)),
                found.when,
                tuple(dict.fromkeys(h.slug for h in bodies)),
            )
            done = _corrected(plain, override, passage) if override else plain
            done = _with_inferred(done, directs.get(ident, "asked"), passage.zh[slice(*span)], before, setting.side)
            before = done.who or before
            out.append(done)
    return tuple(out)


def _with_inferred(plain: Commitment, strand: str, zh: str, before: tuple[Actor, ...], side: Side) -> Commitment:
    told = ("、".join(a.zh for a in before), _english(before)) if before else None
    found = inferred(strand, tuple(a.zh for a in plain.who), zh, told, side)
    if not found:
        return plain
    (own_zh, own_en), basis = found
    who = before if told and (own_zh, own_en) == told else (Actor(own_zh, own_en, None),)
    return replace(plain, inferred=who, basis=basis)


def _english(actors: Sequence[Actor]) -> str | None:
    return "; ".join(a.en for a in actors if a.en) or None


def sentence_id(passage: str, number: int) -> str:
    """The id of a sentence of a passage, numbered from 1."""
    return f"{passage}.s{number}"


def _actors(
    zh: str, place: tuple[int, int], bodies: Sequence[Hit], terms: Mapping[str, Term], names: Mapping[str, str]
) -> Iterator[Actor]:
    """The parts of 省人社厅和省政数局, or of 各地、各有关部门; 广州、佛山等市 is one."""
    inside = [h for h in bodies if place[0] <= h.start and h.end <= place[1]]
    at = place[0]
    for start, end, slug in [*((h.start, h.end, h.slug) for h in inside), (place[1], place[1], None)]:
        between = zh[at:start]
        for words in filter(None, [between] if "等" in between else re.split("[、和与及](?![^（）]*）)", between)):
            yield Actor(words, names.get(words), None)
        if slug:
            yield Actor(zh[start:end], terms[slug].en.preferred, slug)
        at = end


def _corrected(plain: Commitment, override: CommitmentOverride, passage: Passage) -> Commitment:
    start = passage.sentences[plain.sentence - 1][0]
    changed = replace(plain, corrected=override.reason)
    if override.word:
        word = Word(override.word, passage.zh.index(override.word, start), FORCE_OF.get(override.word, "bare"))
        changed = replace(changed, words=(word,))
    if override.who is not None:
        known = {a.zh: a.slug for a in plain.who}
        changed = replace(changed, who=tuple(Actor(a.zh, a.en, known.get(a.zh)) for a in override.who))
    if override.when is not None:
        changed = replace(changed, when=When(tuple(override.when), override.period) if override.when else None)
    return changed
