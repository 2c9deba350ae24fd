"""What pages show, as hashes: of passages and lines, of documents by name, of terms, of everything.

A page names what it shows beside the values that it is given. What is on every page, and the code, are always part of it.
A page that names too much is made too often; one that names too little would stay as it was, which a test holds against
building everything anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from yuedu.corpus.corpus import Corpus
from yuedu.corpus.naming import newest_first
from yuedu.corpus.synopses import Standing
from yuedu.corpus.window import document_of
from yuedu.pages.sheet import Sheet
from yuedu.parts.changes import AnyChanges
from yuedu.parts.part import AnyPart
from yuedu.parts.said import Said
from yuedu.parts.stands import Held

BESIDE = {"topics", "also", "strands", "lines", "splits", "places", "sections"}
"""Fields of a document that say how it is read and filed: what they do is seen in its passages."""


class Shows:
    """The corpus with its parts, and the heads of these; `made_by` is a hash of the code, `stamps` of what each part was made from."""

    def __init__(
        self,
        corpus: Corpus,
        parts: Mapping[str, AnyPart],
        stamps: Mapping[str, str],
        made_by: str,
        changes: Mapping[str, tuple[str, AnyChanges]],
    ) -> None:
        """`changes`: the name of a pair → a hash of what its wording was made from, and that."""
        self.corpus = corpus
        self.changes = {name: found for name, (_, found) in changes.items()}
        self._pairs = {name: stamp for name, (stamp, _) in changes.items()}
        self.heads = {document: part.head for document, part in parts.items()}
        self._parts = parts
        self._stamps, self._made_by = stamps, made_by
        self._documents: dict[str, str] = {}
        self._terms: dict[str, str] = {}
        self._explained: dict[str, str] = {}

    def sheet(self, path: str, make: Callable[[], str], *what: object, of: Iterable[str] = ()) -> Sheet:
        """A sheet that shows these values: plain ones, and hashes of this object's making. No sets: they have no order.

        `of`: the documents that have to be opened to make it.
        """
        dated = sorted(((self.corpus.cards[i].meta.date or "", i) for i in {*of}), reverse=True)
        return Sheet(path, _hash(self.everywhere, path, what), make, dated[0] if dated else ())

    @staticmethod
    def hash(*values: object) -> str:
        """Of values that many sheets show."""
        return _hash(*values)

    @cached_property
    def everywhere(self) -> str:
        """What any page may show: the code, the site, the topics and the comparisons, whether there are several years."""
        c = self.corpus
        years = sorted({s.year or 0 for s in c.speeches})
        topics = [t.model_dump_json() for t in c.topics.topics]
        several = len(years) > 1, len({*years} - {0}) > 1
        return _hash(self._made_by, c.site, topics, c.comparisons, several)

    @cached_property
    def stands(self) -> dict[str, Held]:
        """Term → how it stands in each document that has it, the newest first."""
        found = {t.slug: Held() for t in self.corpus.terms}
        for speech in newest_first(self.corpus.speeches):
            for slug, how in self._parts[speech.meta.id].stands.items():
                found[slug].add(speech.meta.id, how)
        return found

    @cached_property
    def everything(self) -> str:
        """All there is: for what is short and shows a little of each."""
        c = self.corpus
        documents = [(i, self._stamps[i], self.document(i)) for i in c.cards]
        synopses = [(name, self.synopsis(s)) for name, s in c.synopses.all.items()]
        terms = [self.term(t.slug) for t in c.terms]
        return _hash(self.everywhere, documents, synopses, terms, c.frameworks, c.cities, c.pairs, c.series)

    def lines(self, document: str, slug: str) -> Said:
        """Those of a document in which a term stands."""
        return self._parts[document].lines(slug)

    def stamp(self, document: str) -> str:
        """Of all that is said of a document."""
        return self._stamps[document]

    def stamp_of(self, pair: str) -> str:
        """Of all that is said of the wording between two documents."""
        return self._pairs[pair]

    def series(self, document: str) -> list[tuple[str, list[str]]]:
        """The series in which figures of a document stand."""
        found = [(i, self.corpus.series_of[i]) for i in self.corpus.series_of if document_of(i) == document]
        return [(i, [s.model_dump_json(include={"slug", "title"}) for s in inside]) for i, inside in found]

    def parts(self, ids: Iterable[str]) -> str:
        """Of passages, headings and lines, or the passages of sentences and figures, as a page shows them."""
        shown: list[str] = []
        for ident in ids:
            own = self.heads[document_of(ident)].shown
            found = own.get(ident) or own.get(ident.rpartition(".")[0]) or own.get(ident.rpartition(".f")[0], "")
            shown += (ident, found)
        return _hash(shown)

    def document(self, ident: str) -> str:
        """Of what a document is called, and says of itself."""
        if ident not in self._documents:
            c = self.corpus
            meta = c.cards[ident].meta
            names = c.short_of[ident], c.name_of_document[ident]
            whole = meta.part_of and [c.cards[meta.part_of].meta.number, c.cards[meta.part_of].meta.issuer]
            self._documents[ident] = _hash(meta.model_dump_json(exclude=BESIDE), names, whole)
        return self._documents[ident]

    def documents(self, ids: Iterable[str]) -> str:
        """Of several, with the terms that are explained where they stand, and the order in which they are read."""
        given = list(dict.fromkeys(ids))
        order = sorted(given, key=self.corpus.position.__getitem__)
        return _hash([(i, self.document(i), self.terms_of(i)) for i in given], order)

    def term(self, slug: str) -> str:
        """Of what is said of a term in the term base."""
        if slug not in self._terms:
            self._terms[slug] = _hash(self.corpus.term_by_slug[slug].model_dump_json())
        return self._terms[slug]

    def terms_of(self, document: str) -> str:
        """Of the terms that stand in a document."""
        if document not in self._explained:
            card = self.corpus.cards[document]
            self._explained[document] = _hash([self.term(s) for s in (*card.said, *card.headed)])
        return self._explained[document]

    def synopsis(self, standing: Standing | None) -> str:
        if standing is None:
            return ""
        synopsis = standing.synopsis
        return _hash(synopsis.model_dump_json(), standing.state, standing.problem, self.parts(synopsis.passages))


def _hash(*values: object) -> str:
    return hashlib.sha256(repr(values).encode()).hexdigest()[:24]
