"""What one document gives to the search: a value of its records alone, so that it can be kept until they change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from yuedu.digest.linked_shape import TermRecord, TopicRecord
from yuedu.glossary.match import Matcher
from yuedu.search.part import Part, part
from yuedu.search.postings import Postings, postings
from yuedu.search.units import Records, Unit, collection_units, document_units
from yuedu.search.vocabulary import Stems, Words, syllables, words_of

Row = tuple[str, str, str]
"""Of a filter: its value, Chinese, English."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A document: the unit of its own, its headings and passages, its words. `stamp` changes when any of them does."""

    id: str
    name: Row
    date: str
    head: Part
    body: Part
    words: Words
    stamp: str

    @property
    def passages(self) -> int:
        return len(self.body.rows.get("passage", ()))


@dataclass(frozen=True, slots=True)
class Collection:
    """Terms and topics."""

    part: Part
    words: Words
    terms: Sequence[Any]
    topics: Sequence[Row]


def piece(records: Records, matcher: Matcher) -> Piece:
    """One document's; the tokenizer of the terms cuts its Chinese into words."""
    d = records.document
    found, tables, words = _read(document_units(records), matcher)
    head = part(found, tables, ("document",))
    body = part(found, tables, ("heading", "line", "passage"))
    name = (d.id, d.short.zh or "", d.short.en or "")
    return Piece(d.id, name, d.date or "", head, body, words, stamp(name, d.date, head, body, words))


def collection(terms: Sequence[TermRecord], topics: Sequence[TopicRecord], matcher: Matcher) -> Collection:
    """What belongs to no document."""
    found, tables, words = _read(collection_units(terms, topics), matcher)
    own = part(found, tables, ("term", "topic"))
    return Collection(
        own, words, [_term(t) for t in terms], [(t.slug, t.title.zh or "", t.title.en or "") for t in topics]
    )


def stamp(*values: object) -> str:
    """What tells values from others."""
    return hashlib.sha256(repr(values).encode()).hexdigest()[:16]


def _read(units: Iterable[Unit], matcher: Matcher) -> tuple[dict[str, list[Unit]], dict[str, Postings], Words]:
    """Units by their kinds, their postings, and the words; what terms say of themselves is no text to learn words from."""
    found: dict[str, list[Unit]] = {}
    for unit in units:
        found.setdefault(unit.kind, []).append(unit)
    stems = Stems()
    tables = {kind: postings(own, stems) for kind, own in found.items()}
    texts = [u.zh for kind, own in found.items() if kind != "term" for u in own]
    return found, tables, words_of(stems, tables.values(), texts, matcher)


def _term(t: TermRecord) -> list[Any]:
    """slug, Chinese, English, syllables, kind, has a profile, short forms, other renderings, avoided ones, uses."""
    names = [t.zh, *t.aliases]
    return [
        t.slug,
        t.zh,
        t.en.preferred,
        [" ".join(syllables(t.zh, t.pinyin)), *(" ".join(syllables(a)) for a in names[1:])],
        t.kind,
        int(t.system_url is not None),
        t.aliases,
        [a.text for a in t.en.accepted],
        [a.text for a in t.en.avoid],
        t.uses,
    ]
