"""A corpus to its digest: the part of one document, what belongs to the collection, and both as one."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from yuedu import urls
from yuedu.analysis.received import Received
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.pairs import Pair
from yuedu.corpus.window import document_of
from yuedu.digest import linked_records, linked_shape, shape, text_records, text_shape
from yuedu.text.ids import passage_of

OF_DOCUMENTS = ("documents", "repairs", "front_matter", "sections", "passages", "figures", "commitments")
"""The lists of a digest that are made of one document after the other."""


def make_digest(corpus: Corpus) -> shape.Digest:
    """The whole corpus as data, in reading order; terms and topics in the order of their files."""
    parts = [document_part(corpus, s) for s in corpus.speeches]
    lists = {name: [r for part in parts for r in getattr(part, name)] for name in OF_DOCUMENTS}
    return collection_part(corpus).model_copy(update=lists)


def document_part(corpus: Corpus, speech: Speech) -> shape.Digest:
    """What one document accounts for, in the same shape; what belongs to the collection is empty."""
    tree = speech.tree
    seed = next(s for s in corpus.seeds if s.file == speech.seed)
    return _digest(
        seeds=[_seed(seed)],
        documents=[text_records.document(corpus, speech)],
        repairs=text_records.repairs(speech),
        front_matter=text_records.front_matter(corpus, speech),
        sections=text_records.sections(corpus, speech),
        passages=[text_records.passage(corpus, speech, p) for p in tree.passages],
        figures=[linked_records.figure(corpus, f) for p in tree.passages for f in corpus.figures[p.id]],
        commitments=[linked_records.commitment(corpus, c) for c in corpus.commitments.of(speech.meta.id)],
    )


def collection_part(corpus: Corpus, *, places: bool = True) -> shape.Digest:
    """What belongs to all documents together. Not `places`: without the places where each term stands."""
    return _digest(
        seeds=[_seed(s) for s in corpus.seeds],
        front=linked_records.synopsis(corpus, corpus.synopses.front),
        topics=[
            linked_shape.TopicRecord(
                slug=t.slug,
                title=t.title,
                abstract=t.abstract,
                synopsis=linked_records.synopsis(corpus, corpus.synopses.topics.get(t.slug)),
                passages=list(corpus.topics.gathered[t.slug]),
                related=t.related,
                url=urls.topic_url(t.slug),
            )
            for t in corpus.topics.topics
        ],
        terms=[linked_records.term(corpus, t, places=places) for t in corpus.terms],
        series=[linked_records.series(corpus, s) for s in corpus.series],
        speakers=[linked_records.voice(v) for v in corpus.speakers.values()],
        offices=[linked_records.voice(v) for v in corpus.offices.values()],
        changes=[_changes(p) for p in corpus.pairs],
    )


def _changes(pair: Pair) -> shape.ChangesRecord:
    file = f"/data/changes/{pair.name}"
    return shape.ChangesRecord(
        a=pair.a, b=pair.b, by=pair.by, url=urls.changes_url(pair.name), data=f"{file}.json", table=f"{file}.csv"
    )


def in_context(corpus: Corpus) -> shape.Digest:
    """The term base with the places where each term is shown in use, and with the records of these alone."""
    chosen = {t.slug: c for t in corpus.terms if (c := corpus.context_of(t))}
    parts = {i: passage_of(i) if i not in corpus.cards[document_of(i)].lines else i for i in chosen.values()}
    records: dict[str, list[Any]] = {"passages": [], "sections": [], "front_matter": []}
    for document in corpus.cards:
        wanted = {part for ident, part in parts.items() if document_of(ident) == document}
        if not wanted:
            continue
        speech = corpus.speech_by_id[document]
        records["passages"] += [text_records.passage(corpus, speech, p) for p in speech.tree.passages if p.id in wanted]
        records["sections"] += [r for r in text_records.sections(corpus, speech) if r.id in wanted]
        records["front_matter"] += [r for r in text_records.front_matter(corpus, speech) if r.id in wanted]
    terms = [
        linked_records.term(
            corpus, t, only=parts[chosen[t.slug]] if t.slug in chosen else None, places=t.slug in chosen
        )
        for t in corpus.terms
    ]
    return _digest(**records, terms=terms)


def _digest(**given: Any) -> shape.Digest:
    empty: dict[str, Any] = {name: [] for name in shape.Digest.model_fields if name not in ("schema_", "front")}
    return shape.Digest(**{"front": None, **empty, **given})


def _seed(seed: Received) -> text_shape.SeedRecord:
    return text_shape.SeedRecord(**(asdict(seed) | {"notes": list(seed.notes)}))
