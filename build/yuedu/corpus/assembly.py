"""All sources as one whole: read, linked and checked, with nothing rendered yet.

`assemble` is pure: it takes what `store.sources` read from the disk and touches nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yuedu import urls
from yuedu.analysis.analysis import Analysis, TermBase, analyse
from yuedu.analysis.speeches import Seed
from yuedu.corpus.comparisons import check_comparisons
from yuedu.corpus.corpus import Corpus, targets_of
from yuedu.corpus.english import read_summaries
from yuedu.corpus.filing import assign
from yuedu.corpus.received import received
from yuedu.corpus.schematics import read_outlines
from yuedu.corpus.synopses import read_synopses
from yuedu.findings import Finding
from yuedu.glossary.load import load_glossary
from yuedu.glossary.match import Matcher
from yuedu.glossary.places import check_exceptions, check_places
from yuedu.sources.collection import Collection
from yuedu.sources.configuration import Site
from yuedu.sources.topics import TopicFile
from yuedu.sources.yamlfile import YamlFile


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything a build is made from."""

    site: Site
    seeds: Sequence[Seed]
    topics: YamlFile
    glossary: YamlFile
    summaries: Sequence[YamlFile]
    synopses: YamlFile | None = None
    cache_dir: str | None = None


def assemble(sources: Sources) -> Corpus:
    """Read, link and check everything; raises `YueduError` for what cannot be built at all."""
    _check_documents(sources.seeds)
    terms = load_glossary(sources.glossary)
    base = TermBase(sources.glossary, terms, Matcher(terms, sources.cache_dir))
    return join([a for seed in sources.seeds for a in analyse(seed, base)], sources, base)


def join(analyses: Sequence[Analysis], sources: Sources, base: TermBase) -> Corpus:
    """What no document can say alone: topics, English, and whatever the editors declared across documents."""
    files = {s.path: s.editing for s in sources.seeds}
    speeches = [a.speech for a in analyses]
    hits = {part: found for a in analyses for part, found in a.hits.items()}
    figures = {part: found for a in analyses for part, found in a.figures.items()}
    sentences = {p.id: len(p.sentences) for s in speeches for p in s.tree.passages}
    check_exceptions(sources.glossary, base.terms, sentences)
    topics = assign(sources.topics, [(files[a.speech.seed], a.filing) for a in analyses], sentences)
    targets = targets_of(speeches, figures)
    english, problems = read_summaries(sources.summaries, targets)
    synopses, unsound = read_synopses(
        sources.synopses,
        [t.slug for t in topics.topics],
        [s.meta.id for s in speeches],
        {p: (targets[p].zh, targets[p].sentences) for p in sentences},
    )
    frameworks, cities = read_outlines([*files.values()], {i: t.zh for i, t in targets.items()})
    corpus = Corpus(
        tuple(map(received, sources.seeds)),
        tuple(speeches),
        base.terms,
        hits,
        {part: found for a in analyses for part, found in a.heading_hits.items()},
        figures,
        topics,
        english,
        synopses,
        sources.site,
        base.matcher,
        [*(f for a in analyses for f in a.findings), *problems, *unsound],
        comparisons=tuple(sources.topics.shaped(TopicFile).comparisons),
        commitments=tuple(topics.placed(c) for a in analyses for c in a.commitments),
        frameworks=frameworks,
        cities=cities,
    )
    check_comparisons(sources.topics, corpus.comparisons, corpus.figure_by_id)
    measured = {i: f.quantity.measured for i, f in corpus.figure_by_id.items()}
    check_places(sources.glossary, base.terms, corpus.sentences, corpus.standing, measured)
    for n, term in enumerate(base.terms):
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
        if document.id == urls.UNDATED:
            message = f"the id {document.id!r} is the address of a page of the site"
            raise file.error(("documents", n, "id"), message, "give the document another id")
        if document.id in first:
            message = f"two documents have the id {document.id!r} (first at {first[document.id]})"
            raise file.error(("documents", n, "id"), message, "give each its own id")
        first[document.id] = file.place("documents", n, "id")
    for file, n, document in declared:
        if document.part_of is not None and document.part_of not in {*first} - {document.id}:
            others = ", ".join(sorted({*first} - {document.id})) or "null: there is no other document"
            message = f"{document.id} is part_of {document.part_of!r}, and there is no such document"
            raise file.error(("documents", n, "part_of"), message, f"use one of {others}")
