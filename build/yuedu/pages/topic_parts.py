"""What of a topic stands on which page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.holdings import characters_of, chosen_sentences, english_of, figures_in
from yuedu.pages import budget
from yuedu.pages.division import Divided, Unit, divide
from yuedu.sources.document import Strand
from yuedu.text.ids import passage_of


def divided(corpus: Corpus, topic: str) -> Divided:
    """The topic's own page, and those of its years where one page is too short for all it gathers."""
    units = [u for document in corpus.gathered_of[topic] for u in _units(corpus, topic, document)]
    return divide(urls.topic_url(topic), units)


def place(
    corpus: Corpus, pages: Mapping[str, str], topic: str, document: str, strand: Strand | None = None
) -> str | None:
    """The address of the heading over what a document does under a topic; `pages` are a `Divided`'s addresses.

    Without a strand, the first that it has; None where it has nothing of the kind.
    """
    speech = corpus.speech_by_id[document]
    for ident in corpus.gathered_of[topic].get(document, ()):
        found = speech.strand_of(passage_of(ident))
        if strand in (None, found):
            return f"{pages[ident]}#{found}-{document}"
    return None


def _units(corpus: Corpus, topic: str, document: str) -> Iterator[Unit]:
    """A document's share; in pieces, cut between passages, where it is too long for a page."""
    date, ids = corpus.speech_by_id[document].meta.date, corpus.gathered_of[topic][document]
    held = corpus.holdings[document].topics[topic]
    weight = budget.text_weight(held.characters, held.english, held.passages, held.figures)
    if weight <= budget.ROOM:
        yield Unit(document, date, weight, held.passages, ids)
        return
    piece: list[str] = []
    before = passages = 0
    for passage, numbers in chosen_sentences(corpus, ids).items():
        more = budget.text_weight(
            characters_of(corpus, passage, numbers),
            english_of(corpus, passage, numbers),
            1,
            figures_in(corpus, passage, numbers),
        )
        if piece and before + more > budget.ROOM:
            yield Unit(document, date, before, passages, tuple(piece))
            piece, before, passages = [], 0, 0
        piece += [i for i in ids if passage_of(i) == passage]
        before, passages = before + more, passages + 1
    yield Unit(document, date, before, passages, tuple(piece))
