"""What stays in memory of a document while its text is not needed: a thousandth of a large corpus, small and joined fast.

Everything here is read off an analysis, so that it may be kept beside it and need not be derived again.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from yuedu.analysis.analysis import Analysis
from yuedu.analysis.filing import Filing
from yuedu.commitments.gather import sentence_id
from yuedu.findings import Finding
from yuedu.sources.document import Document
from yuedu.text.tree import FrontLine, Passage, Section


@dataclass(frozen=True, slots=True)
class Card:
    """A document in short.

    `passages`: id → where its sentences end, in reading order; `lines`: the other parts that have words of their own.
    `said`: a term's slug → for each place where it stands the number of the passage from 0 and of its sentence from 1,
    one after the other; `headed`: the same for headings and lines, by their ids. `figures`: passage → of each of its
    figures where it begins, the number of its sentence, and whether it is measured; `dates`: how many of them
    are dates. `others`: parts without words of their
    own that have an address. `commitments`: ids of sentences. `defined`: what a glossary printed with
    it explains: a name, the passage, and where the words on it stand there.
    """

    meta: Document
    seed: str
    passages: Mapping[str, tuple[int, ...]]
    lines: tuple[str, ...]
    others: tuple[str, ...]
    said: Mapping[str, array[int]]
    headed: Mapping[str, tuple[str, ...]]
    figures: Mapping[str, tuple[tuple[int, int, bool], ...]]
    dates: int
    commitments: tuple[str, ...]
    defined: tuple[tuple[str, str, tuple[int, int]], ...]
    filing: Filing
    findings: tuple[Finding, ...]

    @property
    def characters(self) -> int:
        """Of all passages."""
        return sum(ends[-1] for ends in self.passages.values() if ends)

    def measured(self, passage: str) -> Iterator[int]:
        """The numbers of the sentences of its measured figures, once for each."""
        return (sentence for _, sentence, measured in self.figures.get(passage, ()) if measured)

    def has(self, ident: str) -> bool:
        """Whether the document holds a part, a sentence or a figure."""
        if ident in self.passages or ident in self.lines or ident in self.others:
            return True
        passage, _, last = ident.rpartition(".")
        if last.startswith("s") and last[1:].isdecimal():
            return 0 < int(last[1:]) <= len(self.passages.get(passage, ()))
        figures = self.figures.get(passage, ()) if last.startswith("f") else ()
        return any(last == f"f{start}" for start, _, _ in figures)

    def places(self, slug: str) -> Iterator[tuple[str, int]]:
        """Passage and sentence of each place where a term stands, in reading order."""
        found = self.said.get(slug)
        if not found:
            return
        ids = list(self.passages)
        for n in range(0, len(found), 2):
            yield ids[found[n]], found[n + 1]

    def first_place(self, slug: str) -> tuple[str, int] | None:
        """The first of them."""
        found = self.said.get(slug)
        return (next(islice(self.passages, found[0], None)), found[1]) if found else None

    def standing(self, slug: str) -> tuple[str, ...]:
        """The headings and lines, then the sentences, in which a term stands, each once."""
        sentences = dict.fromkeys(sentence_id(*place) for place in self.places(slug))
        return (*dict.fromkeys(self.headed.get(slug, ())), *sentences)


def card_of(analysis: Analysis) -> Card:
    """The card of one document."""
    tree = analysis.speech.tree
    passages = tree.passages
    said: dict[str, array[int]] = {}
    for number, passage in enumerate(passages):
        for hit in analysis.hits[passage.id]:
            said.setdefault(hit.slug, array("L")).extend((number, sentence_at(passage, hit.start)))
    headed: dict[str, list[str]] = {}
    for part, hits in analysis.heading_hits.items():
        for hit in hits:
            headed.setdefault(hit.slug, []).append(part)
    opened = {p.id: p.zh for p in passages}
    figures = {p.id: analysis.figures[p.id] for p in passages}
    return Card(
        analysis.speech.meta,
        analysis.speech.seed,
        {p.id: tuple(end for _, end in p.sentences) for p in passages},
        tuple(p.id for p in tree.parts if _is_line(p)),
        tuple(p.id for p in tree.parts if not _is_line(p) and not isinstance(p, Passage)),
        said,
        {slug: tuple(parts) for slug, parts in headed.items()},
        {
            i: tuple((f.quantity.start, f.sentence, f.quantity.measured) for f in found)
            for i, found in figures.items()
            if found
        },
        sum(f.quantity.type == "date" for found in figures.values() for f in found),
        tuple(c.id for c in analysis.commitments),
        tuple((opened[d.passage][slice(*d.term)], d.passage, d.said) for d in tree.definitions),
        analysis.filing,
        analysis.findings,
    )


def sentence_at(passage: Passage, offset: int) -> int:
    """The number of the sentence that holds an offset of a passage."""
    return next(n for n, (_, end) in enumerate(passage.sentences, 1) if offset < end)


def _is_line(part: FrontLine | Section | Passage) -> bool:
    """Whether English can be of a part that is no passage."""
    if isinstance(part, Section):
        return bool(part.title)
    return isinstance(part, FrontLine) and part.role != "furniture"
