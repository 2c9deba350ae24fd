"""All sources as one whole: read, linked and checked, with nothing rendered yet.

`assemble` is pure: it takes what `store.sources` read from the disk and touches nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from yuedu.collection import Cities, Collection, CommitmentOverride, Framework, Override
from yuedu.commitments.gather import Commitment, gather
from yuedu.commitments.overrides import check_needed, read_overrides
from yuedu.comparisons import Comparison, check_comparisons
from yuedu.figures import Figure, labelled, read_figures
from yuedu.findings import Finding
from yuedu.glossary.load import load_glossary
from yuedu.glossary.match import Hit, Matcher
from yuedu.glossary.places import check_places, with_exceptions
from yuedu.glossary.shape import RunBy, Term
from yuedu.quantities.model import Context
from yuedu.schematics import read_outlines
from yuedu.shape import Bilingual
from yuedu.speeches import Seed, Speech, read_speeches
from yuedu.summaries import Drafts, English, Target, read_summaries
from yuedu.synopses import Synopses, read_synopses
from yuedu.text.announced import count_findings
from yuedu.text.ids import Ref, format_id, parse_id
from yuedu.text.tree import FrontLine, Passage, Section
from yuedu.topics import Assigned, TopicFile, assign
from yuedu.yamlfile import YamlFile


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything a build is made from."""

    seeds: Sequence[Seed]
    topics: YamlFile
    glossary: YamlFile
    summaries: Sequence[YamlFile]
    synopses: YamlFile | None = None
    drafts: Drafts = "hide"
    cache_dir: str | None = None


@dataclass(frozen=True)
class Corpus:
    """What is rendered and checked. `matcher` found the hits, and finds them in a text that is not here yet."""

    seeds: tuple[tuple[str, str, str], ...]  # path, sha256, encoding
    speeches: tuple[Speech, ...]
    terms: tuple[Term, ...]
    hits: Mapping[str, list[Hit]]
    heading_hits: Mapping[str, list[Hit]]
    figures: Mapping[str, list[Figure]]
    topics: Assigned
    english: Mapping[str, English]
    synopses: Synopses
    drafts: Drafts
    matcher: Matcher
    findings: list[Finding] = field(default_factory=list)
    carried: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)  # passage → figure → its English
    comparisons: tuple[Comparison, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    cities: tuple[Cities, ...] = ()

    @cached_property
    def passages(self) -> dict[str, Passage]:
        return {p.id: p for s in self.speeches for p in s.tree.passages}

    @cached_property
    def sections(self) -> dict[str, Section]:
        return {p.id: p for s in self.speeches for p in s.tree.sections}

    @cached_property
    def front(self) -> dict[str, FrontLine]:
        return {p.id: p for s in self.speeches for p in s.tree.front}

    @cached_property
    def targets(self) -> dict[str, Target]:
        """What English can be of, by id: every passage, heading and line of front matter."""
        return _targets(self.speeches, self.figures)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The Chinese of every passage, heading and line of front matter, by id."""
        return {ident: target.zh for ident, target in self.targets.items()}

    @cached_property
    def speech_of(self) -> dict[str, Speech]:
        return {p.id: s for s in self.speeches for p in s.tree.parts}

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
        return _context(self.speech_of[part], part)

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
        if section.label is None:
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


def assemble(sources: Sources) -> Corpus:
    """Read, link and check everything; raises `YueduError` for what cannot be built at all."""
    speeches: list[Speech] = []
    findings: list[Finding] = []
    overrides: dict[str, Override] = {}
    _check_documents(sources.seeds)
    for seed in sources.seeds:
        collection = seed.editing.shaped(Collection)
        speeches += read_speeches(seed, collection)
        overrides |= {o.figure: o for o in collection.figures}
    for speech in speeches:
        findings += [*speech.tree.findings, *count_findings(speech.tree, speech.seed)]
    terms = load_glossary(sources.glossary)
    matcher = Matcher(terms, sources.cache_dir)
    passages = {p.id: p for s in speeches for p in s.tree.passages}
    words = {i: p.zh for i, p in passages.items()}
    hits = with_exceptions(sources.glossary, terms, words, {i: matcher.find(zh) for i, zh in words.items()})
    headings = {i: matcher.find(t.zh) for i, t in _targets(speeches, {}).items() if i not in hits}
    sentences = {p.id: len(p.sentences) for s in speeches for p in s.tree.passages}
    topics = assign(sources.topics, sentences, {p: [h.slug for h in found] for p, found in hits.items()})
    figures = {
        p.id: read_figures(p, hits[p.id], _context(s, p.id), overrides) for s in speeches for p in s.tree.passages
    }
    _check_overrides(sources.seeds, figures)
    targets = _targets(speeches, figures)
    english, problems = read_summaries(sources.summaries, targets)
    synopses, unsound = read_synopses(
        sources.synopses,
        [t.slug for t in topics.topics],
        [s.meta.id for s in speeches],
        {p: (targets[p].zh, targets[p].sentences) for p in sentences},
    )
    files = [s.editing for s in sources.seeds]
    put_right = read_overrides(files, passages)
    by_slug = {t.slug: t for t in terms}

    def committed(overrides: Mapping[str, CommitmentOverride]) -> tuple[Commitment, ...]:
        linked = (hits, by_slug, topics.gathered, topics.of_passage)
        return gather(speeches, *linked, matcher.tokens, overrides)

    check_needed(files, put_right, {c.id: c for c in committed({})} if put_right else {})
    frameworks, cities = read_outlines(files, {i: t.zh for i, t in targets.items()})
    corpus = Corpus(
        tuple((s.path, s.decoded.sha256, s.decoded.encoding) for s in sources.seeds),
        tuple(speeches),
        terms,
        hits,
        headings,
        figures,
        topics,
        english,
        synopses,
        sources.drafts,
        matcher,
        [*findings, *problems, *unsound],
        comparisons=tuple(sources.topics.shaped(TopicFile).comparisons),
        commitments=committed(put_right),
        frameworks=frameworks,
        cities=cities,
    )
    check_comparisons(sources.topics, corpus.comparisons, corpus.figure_by_id)
    measured = {i: f.quantity.measured for i, f in corpus.figure_by_id.items()}
    check_places(sources.glossary, terms, corpus.sentences, corpus.standing, measured)
    for n, term in enumerate(terms):
        if not corpus.occurrences[term.slug] and not corpus.in_headings[term.slug]:
            place = sources.glossary.place("terms", n, "zh")
            message = f"{term.slug}: the term occurs nowhere in the corpus"
            corpus.findings.append(Finding("warning", "term.unused", place, message, term.zh))
    return corpus


def _context(speech: Speech, part: str) -> Context:
    plans = speech.strand_of(part) in ("asked", "planned")
    return Context(year=speech.year, default_status="plan" if plans else "actual")


def _targets(speeches: Sequence[Speech], figures: Mapping[str, Sequence[Figure]]) -> dict[str, Target]:
    targets: dict[str, Target] = {}
    for speech in speeches:
        for part in speech.tree.parts:
            if isinstance(part, Passage):
                targets[part.id] = Target(
                    part.zh, len(part.sentences), {f.key: f.quantity.measured for f in figures.get(part.id, ())}
                )
            elif isinstance(part, FrontLine):
                targets[part.id] = Target(part.zh, 1)
            elif part.title:
                targets[part.id] = Target(part.title, 1)
    return targets


def _check_documents(seeds: Sequence[Seed]) -> None:
    """Each document has an id of its own, and is part of one that is there."""
    declared = [(s.editing, n, d) for s in seeds for n, d in enumerate(s.editing.shaped(Collection).documents)]
    first: dict[str, str] = {}
    for file, n, document in declared:
        if document.id in first:
            message = f"two documents have the id {document.id!r} (first at {first[document.id]})"
            raise file.error(("documents", n, "id"), message, "give each its own id")
        first[document.id] = file.place("documents", n, "id")
    for file, n, document in declared:
        if document.part_of is not None and document.part_of not in {*first} - {document.id}:
            others = ", ".join(sorted({*first} - {document.id})) or "null: there is no other document"
            message = f"{document.id} is part_of {document.part_of!r}, and there is no such document"
            raise file.error(("documents", n, "part_of"), message, f"use one of {others}")


def _check_overrides(seeds: Sequence[Seed], figures: Mapping[str, list[Figure]]) -> None:
    known = {f.id for found in figures.values() for f in found}
    for seed in seeds:
        for n, override in enumerate(seed.editing.shaped(Collection).figures):
            if override.figure not in known and not override.not_a_figure:
                message = f"no figure {override.figure!r}"
                raise seed.editing.error(("figures", n, "figure"), message, "see data/figures.csv for the ids")
