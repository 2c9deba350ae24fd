"""The whole of what is rendered and checked, linked; `assembly` makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from yuedu.analysis.analysis import context_of
from yuedu.analysis.figures import Figure
from yuedu.analysis.speeches import Speech
from yuedu.commitments.gather import Commitment
from yuedu.corpus.english import English, Target
from yuedu.corpus.filing import Assigned
from yuedu.corpus.holdings import Holding, gathered_by_document, holding
from yuedu.corpus.labels import labelled
from yuedu.corpus.naming import told_apart
from yuedu.corpus.people import Voice, offices, speakers
from yuedu.corpus.printed import Printed, printed
from yuedu.corpus.received import Received
from yuedu.corpus.synopses import Synopses
from yuedu.findings import Finding
from yuedu.glossary.match import Hit, Matcher
from yuedu.glossary.shape import RunBy, Term
from yuedu.quantities.model import Context
from yuedu.sources.collection import Cities, Framework
from yuedu.sources.comparisons import Comparison
from yuedu.sources.configuration import Site
from yuedu.sources.shape import Bilingual
from yuedu.sources.summaries import Drafts
from yuedu.text.ids import Ref, format_id, parse_id
from yuedu.text.tree import FrontLine, Passage, Section


@dataclass(frozen=True)
class Corpus:
    """What is rendered and checked. `matcher` found the hits, and finds them in a text that is not here yet."""

    seeds: tuple[Received, ...]
    speeches: tuple[Speech, ...]
    terms: tuple[Term, ...]
    hits: Mapping[str, list[Hit]]
    heading_hits: Mapping[str, list[Hit]]
    figures: Mapping[str, list[Figure]]
    topics: Assigned
    english: Mapping[str, English]
    synopses: Synopses
    site: Site
    matcher: Matcher
    findings: list[Finding] = field(default_factory=list)
    carried: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)  # passage → figure → its English
    comparisons: tuple[Comparison, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    cities: tuple[Cities, ...] = ()

    @property
    def drafts(self) -> Drafts:
        return self.site.drafts

    @cached_property
    def printed(self) -> dict[str, list[Printed]]:
        """Term → what the glossaries printed with the documents say of it."""
        return printed(self.speeches, self.terms)

    @cached_property
    def passages(self) -> dict[str, Passage]:
        return {p.id: p for s in self.speeches for p in s.tree.passages}

    @cached_property
    def speakers(self) -> dict[str, Voice]:
        """By name in Chinese, in the order of their newest documents."""
        return {v.name.zh or "": v for v in speakers(self.speeches)}

    @cached_property
    def offices(self) -> dict[str, Voice]:
        """By their words in Chinese, in the order of their newest documents."""
        return {v.name.zh or "": v for v in offices(self.speeches)}

    @cached_property
    def sections(self) -> dict[str, Section]:
        return {p.id: p for s in self.speeches for p in s.tree.sections}

    @cached_property
    def front(self) -> dict[str, FrontLine]:
        return {p.id: p for s in self.speeches for p in s.tree.front}

    @cached_property
    def targets(self) -> dict[str, Target]:
        """What English can be of, by id: every passage, heading and line of front matter."""
        return targets_of(self.speeches, self.figures)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The Chinese of every passage, heading and line of front matter, by id."""
        return {ident: target.zh for ident, target in self.targets.items()}

    @cached_property
    def speech_of(self) -> dict[str, Speech]:
        return {p.id: s for s in self.speeches for p in s.tree.parts}

    @cached_property
    def speech_by_id(self) -> dict[str, Speech]:
        return {s.meta.id: s for s in self.speeches}

    @cached_property
    def position(self) -> dict[str, int]:
        """Document id → its place in reading order."""
        return {s.meta.id: n for n, s in enumerate(self.speeches)}

    @cached_property
    def commitments_of(self) -> dict[str, list[Commitment]]:
        """Document id → its commitments, in reading order; a document without any has no entry."""
        found: dict[str, list[Commitment]] = {}
        for commitment in self.commitments:
            found.setdefault(parse_id(commitment.passage).document, []).append(commitment)
        return found

    @cached_property
    def gathered_of(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Topic → document → what the topic gathers of it, both in reading order."""
        return gathered_by_document(self.topics.gathered)

    @cached_property
    def holdings(self) -> dict[str, Holding]:
        """Document id → how much it holds, of each topic and in all."""
        return {s.meta.id: holding(self, s) for s in self.speeches}

    @cached_property
    def terms_of_topic(self) -> dict[str, frozenset[str]]:
        """Topic → the slugs of the terms that stand in what it gathers."""
        found: dict[str, set[str]] = {topic: set() for topic in self.topics.gathered}
        for document in self.holdings.values():
            for topic, held in document.topics.items():
                found[topic].update(held.terms)
        return {topic: frozenset(slugs) for topic, slugs in found.items()}

    @cached_property
    def short_of(self) -> dict[str, Bilingual]:
        """Document id → what it is called for short, beside the others."""
        return told_apart(self.speeches, lambda s: s.meta.short)

    @cached_property
    def name_of_document(self) -> dict[str, Bilingual]:
        """Document id → who speaks in it, or what it is called for short, beside the others."""
        return told_apart(self.speeches, lambda s: s.name)

    @cached_property
    def term_by_slug(self) -> dict[str, Term]:
        return {t.slug: t for t in self.terms}

    @cached_property
    def figure_by_id(self) -> dict[str, Figure]:
        return {f.id: f for found in self.figures.values() for f in found}

    @cached_property
    def sentences(self) -> dict[str, str]:
        """The Chinese of every sentence, heading and line of front matter, by id."""
        found = {i: zh for i, zh in self.texts.items() if i not in self.passages}
        for p in self.passages.values():
            found |= {self.sentence_id(p.id, n): p.zh[a:b] for n, (a, b) in enumerate(p.sentences, 1)}
        return found

    @cached_property
    def standing(self) -> dict[str, tuple[str, ...]]:
        """Term slug → the ids of the sentences in which it stands, then of the headings and lines, each once."""
        return {
            t.slug: tuple(
                dict.fromkeys(
                    [self.sentence_id(p, self.sentence_at(p, h.start)) for p, h in self.occurrences[t.slug]]
                    + [part for part, _ in self.in_headings[t.slug]]
                )
            )
            for t in self.terms
        }

    def context_of(self, term: Term) -> str | None:
        """The id of the sentence or heading that tells best what a term is; the first one where no editor chose."""
        return term.context or next(iter(self.standing[term.slug]), None)

    def name_of(self, who: RunBy) -> Bilingual:
        """What a body that runs a system is called: by its own words here, else by its term."""
        term = self.term_by_slug[who.body] if who.body else None
        return Bilingual(zh=who.zh or (term and term.zh), en=who.en or (term and term.en.preferred))

    @cached_property
    def occurrences(self) -> dict[str, list[tuple[str, Hit]]]:
        """Term slug → its hits, with the passage of each, in reading order."""
        return self._by_term(self.hits)

    @cached_property
    def in_headings(self) -> dict[str, list[tuple[str, Hit]]]:
        """Term slug → its hits in headings and front matter, with the part of each."""
        return self._by_term(self.heading_hits)

    def _by_term(self, hits: Mapping[str, list[Hit]]) -> dict[str, list[tuple[str, Hit]]]:
        found: dict[str, list[tuple[str, Hit]]] = {t.slug: [] for t in self.terms}
        for part, inside in hits.items():
            for hit in inside:
                found[hit.slug].append((part, hit))
        return found

    def with_english(
        self,
        english: Mapping[str, English],
        synopses: Synopses,
        findings: Sequence[Finding],
        carried: Mapping[str, Mapping[str, tuple[int, int]]],
    ) -> Corpus:
        """The same with other English, the places of its figures, and these findings after its own."""
        figures = labelled(self.figures, english, self.drafts)
        found = [*self.findings, *findings]
        return replace(self, english=english, synopses=synopses, figures=figures, findings=found, carried=carried)

    def context(self, part: str) -> Context:
        """What its speech says of the quantities of a passage, a heading or a line of front matter."""
        return context_of(self.speech_of[part], part)

    def figure_en(self, figure: Figure) -> str | None:
        """The English words of a figure that a reader may see."""
        english, span = self.english.get(figure.passage), self.carried.get(figure.passage, {}).get(figure.id)
        if not english or not span or not english.shown(self.drafts):
            return None
        return english.summary.text[slice(*span)]

    def text_en(self, ident: str) -> str | None:
        """The English of a heading or a line of front matter that a reader may see."""
        english = self.english.get(ident)
        return english.summary.text if english and english.shown(self.drafts) else None

    def is_draft(self, ident: str) -> bool:
        """Whether a reader sees English of this id that nobody has reviewed."""
        english = self.english.get(ident)
        return english is not None and english.state == "draft" and english.shown(self.drafts)

    def section_title(self, ident: str) -> Bilingual:
        """A heading in both languages; one the editor placed has no Chinese."""
        section, declared = self.sections[ident], self.speech_of[ident].meta.sections
        if section.place is None:
            path = ".".join(map(str, section.path))
            return next(d.title for d in declared if d.section == path)
        return Bilingual(zh=section.title, en=self.text_en(ident))

    @staticmethod
    def sentence_id(passage: str, number: int) -> str:
        """The id of a sentence of a passage, numbered from 1."""
        home = parse_id(passage)
        return format_id(Ref(home.document, home.section, home.passage, number))

    def sentence_en(self, passage: str, number: int) -> str | None:
        """The English that stands on a sentence of a passage, where a reader may see it."""
        english = self.english.get(passage)
        shown = english.summary.segments if english and english.shown(self.drafts) else []
        return " ".join(s.text for s in shown if number in s.stands_on) or None

    def sentence_at(self, passage: str, offset: int) -> int:
        """The number of the sentence that holds an offset of a passage."""
        return next(n for n, (_, end) in enumerate(self.passages[passage].sentences, 1) if offset < end)


def targets_of(speeches: Sequence[Speech], figures: Mapping[str, Sequence[Figure]]) -> dict[str, Target]:
    """What English can be of, by id: every passage, heading and line of front matter."""
    targets: dict[str, Target] = {}
    for speech in speeches:
        for part in speech.tree.parts:
            if isinstance(part, Passage):
                targets[part.id] = Target(
                    part.zh, len(part.sentences), {f.key: f.quantity.measured for f in figures.get(part.id, ())}
                )
            elif isinstance(part, FrontLine):
                if part.role == "furniture":
                    continue
                targets[part.id] = Target(part.zh, 1)
            elif part.title:
                targets[part.id] = Target(part.title, 1)
    return targets
