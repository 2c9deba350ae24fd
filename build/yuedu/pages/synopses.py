"""A synopsis as a block of a page: each sentence in both languages, with its id and the passages it stands on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.synopses import Standing
from yuedu.pages.credits import credit
from yuedu.pages.labels import COMPARED, STRANDS
from yuedu.pages.passages import Reference, reference
from yuedu.sources.document import Strand
from yuedu.sources.shape import Bilingual
from yuedu.text.ids import passage_of


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence; `strands` says what the passages it stands on do, and `links` lead to them."""

    id: str
    zh: str
    en: str
    strands: list[tuple[Strand, Bilingual]]
    links: list[tuple[str, Reference]]


@dataclass(frozen=True, slots=True)
class Short:
    """A synopsis ready for a template. One that is withheld keeps its ids, so that a link still finds the place."""

    sentences: list[Told]
    credit: Bilingual | None
    problem: str | None
    ids: list[str]
    en: bool
    state: str


def short(
    corpus: Corpus, standing: Standing | None, page: str, prefix: str, here: Collection[str] = ()
) -> Short | None:
    """The synopsis as it stands on `page`, or why it is withheld; None where there is nothing to tell a reader.

    `prefix`: of the sentences' ids. `here`: passages and sentences that the page itself shows under their ids.
    """
    if standing is None or not (standing.problem or standing.shown(corpus.drafts)):
        return None
    ids = [f"{prefix}{n}" for n in range(1, len(standing.synopsis.sentences) + 1)]
    if not standing.shown(corpus.drafts):
        return Short([], None, standing.problem, ids, False, standing.state)
    sentences = [
        Told(
            ident,
            s.zh,
            s.en,
            _strands(corpus, s.stands_on),
            [(_href(i, page, here), reference(corpus, i)) for i in s.stands_on],
        )
        for ident, s in zip(ids, standing.synopsis.sentences, strict=True)
    ]
    return Short(sentences, credit(standing.synopsis, standing.state), None, ids, True, standing.state)


def _strands(corpus: Corpus, stands_on: Collection[str]) -> list[tuple[Strand, Bilingual]]:
    """What was asked, reported, planned or admitted there; background says nothing of a sentence."""
    found = {corpus.speech_of[passage_of(i)].strand_of(i) for i in stands_on}
    return [(k, STRANDS[k]) for k in COMPARED if k in found]


def _href(ident: str, page: str, here: Collection[str]) -> str:
    return f"#{ident}" if ident in here else urls.relative(urls.part_url(ident), page)
