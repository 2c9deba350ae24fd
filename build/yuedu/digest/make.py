"""A corpus to its digest."""

from __future__ import annotations

from dataclasses import asdict

from yuedu import urls
from yuedu.analysis.received import Received
from yuedu.corpus.corpus import Corpus
from yuedu.digest import linked_records, linked_shape, shape, text_records, text_shape


def make_digest(corpus: Corpus) -> shape.Digest:
    """The whole corpus as data, in reading order; terms and topics in the order of their files."""
    return shape.Digest(
        seeds=[_seed(s) for s in corpus.seeds],
        documents=[text_records.document(corpus, s) for s in corpus.speeches],
        repairs=[r for s in corpus.speeches for r in text_records.repairs(s)],
        front_matter=[r for s in corpus.speeches for r in text_records.front_matter(corpus, s)],
        sections=[r for s in corpus.speeches for r in text_records.sections(corpus, s)],
        passages=[text_records.passage(corpus, s, p) for s in corpus.speeches for p in s.tree.passages],
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
        terms=[linked_records.term(corpus, t) for t in corpus.terms],
        figures=[linked_records.figure(corpus, f) for found in corpus.figures.values() for f in found],
        commitments=[linked_records.commitment(corpus, c) for c in corpus.commitments],
        speakers=[linked_records.voice(v) for v in corpus.speakers.values()],
        offices=[linked_records.voice(v) for v in corpus.offices.values()],
    )


def _seed(seed: Received) -> text_shape.SeedRecord:
    return text_shape.SeedRecord(**(asdict(seed) | {"notes": list(seed.notes)}))
