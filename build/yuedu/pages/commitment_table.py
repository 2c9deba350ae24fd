"""The table of commitments: for each sentence who is to act, by when, which word says so, and where its topics show it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.commitments.gather import Commitment
from yuedu.corpus.corpus import Corpus
from yuedu.pages.chinese import disjoint, found_mark
from yuedu.pages.division import Unit
from yuedu.pages.labels import BASES_OF_INFERENCE as BASES
from yuedu.pages.labels import FORCES, STRANDS
from yuedu.pages.passages import line
from yuedu.sources.shape import Bilingual

Places = Mapping[str, Mapping[str, str]]
"""Topic → id → the address of the page that shows it there."""


def commitments_on(corpus: Corpus, units: Sequence[Unit]) -> list[Commitment]:
    """The commitments that stand on a page, in reading order."""
    here = {i for u in units for i in u.ids}
    documents = {u.document for u in units}
    return [
        c for s in corpus.speeches if s.meta.id in documents for c in corpus.commitments.of(s.meta.id) if c.id in here
    ]


def topics_of(corpus: Corpus) -> list[tuple[str, Bilingual]]:
    """All that gather a commitment of any document: a choice goes along from page to page."""
    found = {t for h in corpus.holdings.values() for t in h.committed}
    return [(t.slug, t.title) for t in corpus.topics.topics if t.slug in found]


def table(
    corpus: Corpus, env: Environment, page: str, shown: Sequence[Commitment], places: Places, **given: Any
) -> str:
    """The text of `page`, which has these rows; `given`: what else its template shows."""
    documents = {_home(corpus, c) for c in shown}
    return env.get_template("commitments.md.j2").render(
        page=page,
        rows=[_row(corpus, c, page, places) for c in shown],
        documents=[(s.meta.id, corpus.name_of_document[s.meta.id]) for s in corpus.speeches if s.meta.id in documents],
        bodies=list(_bodies(corpus, shown)),
        **given,
    )


def _home(corpus: Corpus, commitment: Commitment) -> str:
    return corpus.speech_of[commitment.passage].meta.id


def _bodies(corpus: Corpus, shown: Sequence[Commitment]) -> Iterator[tuple[str, Bilingual]]:
    named = {slug for c in shown for slug in c.bodies}
    for term in corpus.terms:
        if term.slug in named:
            yield term.slug, Bilingual(zh=term.zh, en=term.en.preferred)


def _row(corpus: Corpus, c: Commitment, page: str, places: Places) -> dict[str, Any]:
    marks = [found_mark(w.start, w.start + len(w.zh)) for w in c.words]
    sentence = line(corpus, c.passage, c.sentence, page, disjoint(marks))
    by_slug = {t.slug: t for t in corpus.topics.topics}
    told = {a.slug for a in c.who}
    others = [corpus.term_by_slug[s] for s in c.bodies if s not in told]
    words = dict.fromkeys((w.zh, w.force) for w in c.words)
    return {
        "id": c.id,
        "document": _home(corpus, c),
        "strand": STRANDS[sentence.strand],
        "strand_class": sentence.strand,
        "sentence": sentence,
        "who": [{"name": Bilingual(zh=a.zh, en=a.en), "url": urls.term_url(a.slug) if a.slug else None} for a in c.who],
        "inferred": [
            {"name": Bilingual(zh=a.zh, en=a.en), "url": urls.term_url(a.slug) if a.slug else None} for a in c.inferred
        ],
        "basis": BASES[c.basis] if c.basis else None,
        "others": [{"name": Bilingual(zh=t.zh, en=t.en.preferred), "url": urls.term_url(t.slug)} for t in others],
        "when": c.when,
        "words": [{"zh": zh, "force": FORCES[force]} for zh, force in words],
        "topics": [{"title": by_slug[s].title, "url": f"{_place(places, s, c)}#{c.id}"} for s in c.topics],
        "bodies": " ".join(c.bodies),
        "slugs": " ".join(c.topics),
        "corrected": c.corrected,
    }


def _place(places: Places, topic: str, c: Commitment) -> str:
    """The page of the topic that shows the sentence."""
    return places[topic].get(c.passage) or places[topic][c.id]
