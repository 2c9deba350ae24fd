"""What is newest: each of the latest documents in two sentences, and the topics that they speak of most.

Two sentences are those of its reviewed synopsis; where there is none, two of its own: what it reports with a figure, and
what it asks or plans. Nothing is summed up by rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from yuedu import urls
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.holdings import characters_of
from yuedu.corpus.naming import newest_first
from yuedu.pages.passages import Reference, reference
from yuedu.sources.shape import Bilingual
from yuedu.sources.topics import UNFILED
from yuedu.text.ids import passage_of

DOCUMENTS = 4
"""Documents that are told as the newest."""
SENTENCES = 2
TOPICS = 6
SHORT = 100
"""Characters of a sentence that may stand on the front page as the document's own words."""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence, and where it stands; `quoted` where it is the document's own."""

    zh: str
    en: str | None
    href: str
    reference: Reference
    quoted: bool


@dataclass(frozen=True, slots=True)
class Newest:
    """A document as the front page tells it."""

    href: str
    title: Bilingual
    name: Bilingual
    date: str | None
    said: list[Said]


@dataclass(frozen=True, slots=True)
class Moved:
    """A topic with its passages in the newest year and in all the years before."""

    href: str
    title: Bilingual
    now: int
    before: int


def newest(corpus: Corpus, page: str) -> list[Newest]:
    """The latest documents; of one day, in the order of the texts."""
    told = []
    for speech in newest_first(corpus.speeches)[:DOCUMENTS]:
        m = speech.meta
        href = urls.relative(urls.document_url(m.id), page)
        said = list(islice(_said(corpus, speech, page), SENTENCES))
        told.append(Newest(href, m.title, corpus.name_of_document[m.id], m.date, said))
    return told


def moved(corpus: Corpus, page: str) -> tuple[int, list[Moved]] | None:
    """The newest year, and the topics it speaks of most; None where there is no year before it."""
    years = sorted({s.year for s in corpus.speeches if s.year})
    if len(years) < 2:
        return None
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for speech in corpus.speeches:
        counts[speech.year == years[-1]].update(corpus.holdings[speech.meta.id].primary)
    rows = [
        Moved(urls.relative(urls.topic_url(t.slug), page), t.title, counts[True][t.slug], counts[False][t.slug])
        for t in corpus.topics.topics
        if counts[True][t.slug] and t.slug != UNFILED
    ]
    return years[-1], sorted(rows, key=lambda r: -r.now)[:TOPICS]


def _said(corpus: Corpus, speech: Speech, page: str) -> Iterator[Said]:
    standing = corpus.synopses.documents.get(speech.meta.id)
    if standing and standing.shown(corpus.drafts):
        for s in standing.synopsis.sentences:
            yield _sentence(corpus, s.zh, s.en, s.stands_on[0], page, quoted=False)
        return
    if speech.meta.abstract.zh:
        href = urls.relative(urls.document_url(speech.meta.id), page)
        place = Reference(corpus.short_of[speech.meta.id], "")
        yield Said(speech.meta.abstract.zh, speech.meta.abstract.en, href, place, False)
        return
    asked = (c for c in corpus.commitments.of(speech.meta.id) if c.who)
    short = (c.id for c in asked if characters_of(corpus, c.passage, [c.sentence]) <= SHORT)
    ids = [*_reported(corpus, speech), *short]
    first = [f"{p.id}.s{n}" for p in speech.tree.passages[:1] for n in range(1, len(p.sentences) + 1)]
    chosen = [*ids[:1], *(i for i in ids[1:] if i not in ids[:1])] or first
    for ident in dict.fromkeys(chosen):
        passage, number = passage_of(ident), int(ident.rpartition(".s")[2])
        zh = corpus.passages[passage].zh[slice(*corpus.passages[passage].sentences[number - 1])]
        yield _sentence(corpus, zh, corpus.sentence_en(passage, number), ident, page, quoted=True)


def _reported(corpus: Corpus, speech: Speech) -> Iterator[str]:
    """The short sentence of a review that has the most measured figures, the first of such."""
    counts: Counter[str] = Counter()
    for passage in speech.tree.passages:
        for figure in corpus.figures[passage.id]:
            start, end = passage.sentences[figure.sentence - 1]
            ident = corpus.sentence_id(passage.id, figure.sentence)
            if figure.quantity.measured and end - start <= SHORT and speech.strand_of(ident) == "done":
                counts[ident] += 1
    if counts:
        yield max(counts, key=lambda ident: counts[ident])


def _sentence(corpus: Corpus, zh: str, en: str | None, ident: str, page: str, *, quoted: bool) -> Said:
    return Said(zh, en, urls.relative(urls.part_url(ident), page), reference(corpus, ident), quoted)
