"""All sources as one whole: read, linked and checked, with nothing rendered yet.

`assemble` is pure: it takes what `store.sources` read from the disk and touches nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from yuedu.analysis.analysis import TermBase, check_ids
from yuedu.analysis.card import Card
from yuedu.analysis.shelf import AtHand, Shelf
from yuedu.analysis.speeches import Seed
from yuedu.corpus import by_part
from yuedu.corpus.comparisons import check_comparisons
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.english import read_summaries
from yuedu.corpus.filing import assign
from yuedu.corpus.pairs import check_changes, pairs
from yuedu.corpus.schematics import read_outlines
from yuedu.corpus.series import check_series
from yuedu.corpus.synopses import read_synopses
from yuedu.corpus.window import Window
from yuedu.findings import Finding
from yuedu.glossary.load import load_glossary
from yuedu.glossary.match import Matcher
from yuedu.glossary.places import check_exceptions, check_places
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
    base = term_base(sources)
    return join(AtHand(sources.seeds, base), sources, base)


def term_base(sources: Sources) -> TermBase:
    """The glossary, ready to be found in a text."""
    terms = load_glossary(sources.glossary)
    return TermBase(sources.glossary, terms, Matcher(terms, sources.cache_dir))


def join(shelf: Shelf, sources: Sources, base: TermBase) -> Corpus:
    """What no document can say alone: topics, English, and whatever the editors declared across documents."""
    _check_documents(shelf)
    cards = {c.meta.id: c for s in shelf.seeds for c in s.cards}
    window = Window(list(cards), shelf.fetch)
    sentences = {passage: len(ends) for c in cards.values() for passage, ends in c.passages.items()}
    check_exceptions(sources.glossary, base.terms, sentences)
    filings = [(partial(shelf.editing, s.editing), c.filing) for s in shelf.seeds for c in s.cards]
    topics = assign(sources.topics, filings, sentences)
    targets = by_part.targets(window)
    english, problems = read_summaries(sources.summaries, targets)
    synopses, unsound = read_synopses(
        sources.synopses, [t.slug for t in topics.topics], list(cards), by_part.grounds(window)
    )
    frameworks, cities = read_outlines(shelf, targets)
    declared = sources.topics.shaped(TopicFile)
    check_changes(sources.topics, declared.changes, cards)
    corpus = Corpus(
        tuple(s.received for s in shelf.seeds),
        cards,
        window,
        base.terms,
        topics,
        english,
        synopses,
        sources.site,
        base.matcher,
        shelf.stamp,
        [*(f for c in cards.values() for f in c.findings), *problems, *unsound],
        comparisons=tuple(declared.comparisons),
        pairs=pairs((c.meta for c in cards.values()), declared.changes),
        series=tuple(declared.series),
        frameworks=frameworks,
        cities=cities,
    )
    check_comparisons(sources.topics, corpus.comparisons, corpus.figure_by_id)
    check_series(sources.topics, corpus.series, corpus.figure_by_id)
    check_places(sources.glossary, base.terms, corpus.sentences, corpus.standing, corpus.figure_by_id)
    corpus.findings.extend(_unused(sources.glossary, base, cards))
    return corpus


def _unused(file: YamlFile, base: TermBase, cards: Mapping[str, Card]) -> Iterator[Finding]:
    used = {slug for c in cards.values() for slug in (*c.said, *c.headed)}
    for n, term in enumerate(base.terms):
        if term.slug not in used:
            message = f"{term.slug}: the term occurs nowhere in the corpus"
            yield Finding("warning", "term.unused", file.place("terms", n, "zh"), message, term.zh)


def _check_documents(shelf: Shelf) -> None:
    """Each document has an id of its own, and is part of one that is there."""
    declared = [(s, n, c.meta) for s in shelf.seeds for n, c in enumerate(s.cards)]
    ids = {document.id for _, _, document in declared}
    if len(ids) < len(declared):
        check_ids((shelf.editing(seed.editing), n, document.id) for seed, n, document in declared)
    for seed, n, document in declared:
        if document.part_of is not None and (document.part_of == document.id or document.part_of not in ids):
            others = ", ".join(sorted(ids - {document.id})) or "null: there is no other document"
            message = f"{document.id} is part_of {document.part_of!r}, and there is no such document"
            file = shelf.editing(seed.editing)
            raise file.error(("documents", n, "part_of"), message, f"use one of {others}")
    _check_order(
        {d.id: d.follows for _, _, d in declared}, {d.id: (shelf.editing(s.editing), n) for s, n, d in declared}
    )


def _check_order(follows: Mapping[str, str | None], places: Mapping[str, tuple[YamlFile, int]]) -> None:
    """What a document follows is there, and none follows itself, by whatever way."""
    for ident, before in follows.items():
        seen = [ident]
        while before is not None and before not in seen:
            seen.append(before)
            before = follows.get(before)
        file, n = places[ident]
        if before is not None:
            message = f"{ident} follows {before!r}, which comes after it: {' → '.join([*seen, before])}"
            raise file.error(("documents", n, "follows"), message, "write the earlier document, or take the line out")
        if (named := follows[ident]) is not None and named not in follows:
            others = ", ".join(sorted({*follows} - {ident})) or "null: there is no other document"
            message = f"{ident} follows {named!r}, and there is no such document"
            raise file.error(("documents", n, "follows"), message, f"use one of {others}")
