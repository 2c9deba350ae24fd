"""The whole of what is rendered and checked, linked; `assembly` makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from yuedu.analysis.analysis import context_of
from yuedu.analysis.card import Card
from yuedu.analysis.figures import Figure
from yuedu.analysis.received import Received
from yuedu.analysis.speeches import Speech
from yuedu.commitments.gather import sentence_id
from yuedu.corpus import by_part
from yuedu.corpus.english import English, Target
from yuedu.corpus.filing import Assigned
from yuedu.corpus.holdings import Holding, gathered_by_document, holding
from yuedu.corpus.naming import told_apart
from yuedu.corpus.pairs import Pair
from yuedu.corpus.people import Voice, offices, speakers
from yuedu.corpus.places import Commitments, FigureById, Figures, Occurrences, Sentences, Standing
from yuedu.corpus.printed import PrintedOf
from yuedu.corpus.synopses import Synopses
from yuedu.corpus.window import TextOf, Window, document_of
from yuedu.findings import Finding
from yuedu.glossary.match import Hit, Matcher
from yuedu.glossary.shape import RunBy, Term
from yuedu.quantities.model import Context
from yuedu.sources.collection import Cities, Framework
from yuedu.sources.comparisons import Comparison
from yuedu.sources.configuration import Site
from yuedu.sources.series import Series
from yuedu.sources.shape import Bilingual
from yuedu.sources.summaries import Drafts
from yuedu.text.tree import FrontLine, Passage, Section


@dataclass(frozen=True)
class Corpus:
    """What is rendered and checked. `matcher` found the hits, and finds them in a text that is not here yet.

    `cards` hold what is known of each document without opening it, in reading order; `window` opens it. What is laid out
    by part is read through the window: cheap for some documents, dear for all of a large corpus. `stamp` gives the hash of
    what a document's analysis was made from.
    """

    seeds: tuple[Received, ...]
    cards: Mapping[str, Card]
    window: Window
    terms: tuple[Term, ...]
    topics: Assigned
    english: Mapping[str, English]
    synopses: Synopses
    site: Site
    matcher: Matcher
    stamp: Callable[[str], str]
    findings: list[Finding] = field(default_factory=list)
    carried: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)  # passage → figure → its English
    comparisons: tuple[Comparison, ...] = ()
    pairs: tuple[Pair, ...] = ()
    series: tuple[Series, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    cities: tuple[Cities, ...] = ()
    counted: Mapping[str, Holding] | None = None  # what is counted of each document, where that is known already

    @property
    def drafts(self) -> Drafts:
        return self.site.drafts

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """In reading order; each fetches its text when it is asked for."""
        return tuple(Speech(c.meta, c.seed, TextOf(self.window, i)) for i, c in self.cards.items())

    @cached_property
    def speech_by_id(self) -> dict[str, Speech]:
        return {s.meta.id: s for s in self.speeches}

    @cached_property
    def hits(self) -> Mapping[str, list[Hit]]:
        """Passage → the terms in it."""
        return by_part.hits(self.window, self._passages)

    @cached_property
    def heading_hits(self) -> Mapping[str, list[Hit]]:
        """Heading or line of front matter → the terms in it."""
        return by_part.heading_hits(self.window)

    @cached_property
    def figures(self) -> Figures:
        return Figures(self.window, self._passages, self.english, self.drafts)

    @cached_property
    def commitments(self) -> Commitments:
        return Commitments(self.cards, self.window, self.topics)

    @cached_property
    def printed(self) -> PrintedOf:
        """Term → what the glossaries printed with the documents say of it."""
        return PrintedOf(self.cards.values(), self.window, self.terms)

    @cached_property
    def _passages(self) -> int:
        return sum(len(c.passages) for c in self.cards.values())

    @cached_property
    def passages(self) -> Mapping[str, Passage]:
        return by_part.passages(self.window, self._passages)

    @cached_property
    def speakers(self) -> dict[str, Voice]:
        """By name in Chinese, in the order of their newest documents."""
        return {v.name.zh or "": v for v in speakers(self.speeches)}

    @cached_property
    def offices(self) -> dict[str, Voice]:
        """By their words in Chinese, in the order of their newest documents."""
        return {v.name.zh or "": v for v in offices(self.speeches)}

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        return by_part.sections(self.window)

    @cached_property
    def front(self) -> Mapping[str, FrontLine]:
        return by_part.front(self.window)

    @cached_property
    def targets(self) -> Mapping[str, Target]:
        """What English can be of, by id: every passage, heading and line of front matter."""
        return by_part.targets(self.window)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The Chinese of every passage, heading and line of front matter, by id."""
        return by_part.texts(self.window)

    def in_order(self, passages: Iterable[str]) -> list[str]:
        """Those of these ids that are passages, in reading order."""
        wanted = {*passages}
        documents = {document_of(i) for i in wanted}
        return [p for i, c in self.cards.items() if i in documents for p in c.passages if p in wanted]

    @cached_property
    def english_of(self) -> dict[str, dict[str, English]]:
        """Document → its English by id; documents without any have no entry."""
        found: dict[str, dict[str, English]] = {}
        for ident, english in self.english.items():
            found.setdefault(document_of(ident), {})[ident] = english
        return found

    @cached_property
    def speech_of(self) -> Mapping[str, Speech]:
        """The document of a part, a sentence or a figure."""
        return by_part.Homes(self.speech_by_id)

    @cached_property
    def position(self) -> dict[str, int]:
        """Document id → its place in reading order."""
        return {s.meta.id: n for n, s in enumerate(self.speeches)}

    @cached_property
    def passages_with(self) -> dict[str, list[str]]:
        """Term → the passage of each place where it stands, in reading order."""
        found: dict[str, list[str]] = {t.slug: [] for t in self.terms}
        for card in self.cards.values():
            ids = list(card.passages)
            for slug, places in card.said.items():
                found[slug] += [ids[n] for n in places[::2]]
        return found

    @cached_property
    def first_and_last(self) -> dict[str, tuple[str, str]]:
        """Term → the first and the last of the dated documents that say it; of one day, one whose sentences do comes
        before one that has it in a heading alone."""
        found: dict[str, list[tuple[str, bool, int, str]]] = {}
        for n, (document, card) in enumerate(self.cards.items()):
            if date := card.meta.date:
                for slug in {*card.said, *card.headed}:
                    found.setdefault(slug, []).append((date, slug not in card.said, n, document))
        return {slug: (min(uses)[-1], max(uses)[-1]) for slug, uses in found.items()}

    @cached_property
    def gathered_of(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Topic → document → what the topic gathers of it, both in reading order."""
        return gathered_by_document(self.topics.gathered)

    @cached_property
    def pairs_of(self) -> dict[str, list[Pair]]:
        """Document → what its wording is compared with."""
        found: dict[str, list[Pair]] = {}
        for pair in self.pairs:
            for document in (pair.a, pair.b):
                found.setdefault(document, []).append(pair)
        return found

    @cached_property
    def holdings(self) -> Mapping[str, Holding]:
        """Document id → how much it holds, of each topic and in all."""
        return self.counted or {i: holding(self, i) for i in self.cards}

    def terms_in(self, document: str) -> dict[str, list[tuple[int, str]]]:
        """Passage → the number of the sentence and the slug of each term in it, in reading order within a term."""
        found: dict[str, list[tuple[int, str]]] = {}
        card = self.cards[document]
        for slug in card.said:
            for passage, number in card.places(slug):
                found.setdefault(passage, []).append((number, slug))
        return found

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
    def figure_by_id(self) -> Mapping[str, Figure]:
        return FigureById(self.figures)

    @cached_property
    def series_of(self) -> dict[str, list[Series]]:
        """Figure → the series in which it stands; a figure of none has no entry."""
        found: dict[str, list[Series]] = {}
        for series in self.series:
            for ident in series.figures:
                found.setdefault(ident, []).append(series)
        return found

    @cached_property
    def sentences(self) -> Mapping[str, str]:
        """The Chinese of every sentence, heading and line of front matter, by id."""
        return Sentences(self.cards, self.window)

    @cached_property
    def standing(self) -> Standing:
        """Term slug → the ids of the sentences in which it stands, then of the headings and lines, each once."""
        return Standing(self.cards, self.term_by_slug)

    def context_of(self, term: Term) -> str | None:
        """The id of the sentence or heading that tells best what a term is; the first one where no editor chose."""
        return term.context or next(iter(self.standing[term.slug]), None)

    def name_of(self, who: RunBy) -> Bilingual:
        """What a body that runs a system is called: by its own words here, else by its term."""
        term = self.term_by_slug[who.body] if who.body else None
        return Bilingual(zh=who.zh or (term and term.zh), en=who.en or (term and term.en.preferred))

    @cached_property
    def occurrences(self) -> Occurrences:
        """Term slug → its hits, with the passage of each, in reading order."""
        return Occurrences(self.cards, self.window, self.term_by_slug)

    @cached_property
    def in_headings(self) -> Occurrences:
        """Term slug → its hits in headings and front matter, with the part of each."""
        return Occurrences(self.cards, self.window, self.term_by_slug, headings=True)

    def with_english(
        self,
        english: Mapping[str, English],
        synopses: Synopses,
        findings: Sequence[Finding],
        carried: Mapping[str, Mapping[str, tuple[int, int]]],
    ) -> Corpus:
        """The same with other English, the places of its figures, and these findings after its own."""
        found = [*self.findings, *findings]
        return replace(self, english=english, synopses=synopses, findings=found, carried=carried)

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
        return sentence_id(passage, number)

    def sentence_en(self, passage: str, number: int) -> str | None:
        """The English that stands on a sentence of a passage, where a reader may see it."""
        english = self.english.get(passage)
        shown = english.summary.segments if english and english.shown(self.drafts) else []
        return " ".join(s.text for s in shown if number in s.stands_on) or None

    def sentence_at(self, passage: str, offset: int) -> int:
        """The number of the sentence that holds an offset of a passage."""
        ends = self.cards[document_of(passage)].passages[passage]
        return next(n for n, end in enumerate(ends, 1) if offset < end)
