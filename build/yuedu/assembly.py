"""All sources as one whole: read, linked and checked, with nothing rendered yet.

`assemble` is pure: it takes what `store.sources` read from the disk and touches nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yuedu.collection import Collection, CommitmentOverride, Override
from yuedu.commitments.gather import Commitment, gather
from yuedu.commitments.overrides import check_needed, read_overrides
from yuedu.comparisons import check_comparisons
from yuedu.corpus import Corpus, context_of, targets_of
from yuedu.figures import Figure, read_figures
from yuedu.findings import Finding
from yuedu.glossary.load import load_glossary
from yuedu.glossary.match import Matcher
from yuedu.glossary.places import check_places, with_exceptions
from yuedu.schematics import read_outlines
from yuedu.speeches import Seed, Speech, read_speeches
from yuedu.summaries import Drafts, read_summaries
from yuedu.synopses import read_synopses
from yuedu.text.announced import count_findings
from yuedu.topics import TopicFile, assign
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
    headings = {i: matcher.find(t.zh) for i, t in targets_of(speeches, {}).items() if i not in hits}
    sentences = {p.id: len(p.sentences) for s in speeches for p in s.tree.passages}
    topics = assign(sources.topics, sentences, {p: [h.slug for h in found] for p, found in hits.items()})
    figures = {
        p.id: read_figures(p, hits[p.id], context_of(s, p.id), overrides) for s in speeches for p in s.tree.passages
    }
    _check_overrides(sources.seeds, figures)
    targets = targets_of(speeches, figures)
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
