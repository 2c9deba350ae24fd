"""The shape of `/data/digest.json`, schema 1. Fields may be added, never renamed or dropped."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from yuedu.collection import Strand
from yuedu.glossary.shape import Definition, Kind, Provenance
from yuedu.quantities.model import Bound, Status, Type
from yuedu.shape import Bilingual, Shape

State = Literal["draft", "reviewed"]
"""Of English that a reader may see."""

Offset = Annotated[int, Field(ge=0, description="Unicode code points")]


class Span(Shape):
    """Half-open offsets."""

    start: Offset
    end: Offset


class Source(Span):
    """A place in the cleaned text of the document, and the SHA-256 of the words there."""

    sha256: str


class SeedRecord(Shape):
    """A source text exactly as received."""

    file: str
    sha256: str
    encoding: str


class DocumentRecord(Shape):
    """One speech or notice."""

    id: str
    title: Bilingual
    speaker: Bilingual | None
    office: Bilingual | None
    issuer: Bilingual | None
    addressees: Bilingual | None
    signatory: Bilingual | None
    occasion: Bilingual | None
    date: str | None
    date_basis: Bilingual | None
    number: str | None
    part_of: str | None
    seed: str
    abstract: Bilingual
    short: Bilingual
    url: str


class RepairRecord(Shape):
    """A difference between the seed and the cleaned text; `start` and `end` count code points of the seed."""

    seed: str
    document: str
    kind: str
    start: Offset
    end: Offset
    before: str
    after: str
    reason: Bilingual | None


class NoteRecord(Shape):
    """A note beside the text, by the editor or by the translator."""

    zh: str
    en: str
    kind: Literal["editor", "translator"]
    quote: str | None = None


class FrontRecord(Shape):
    """A line of front matter: neither heading nor passage."""

    id: str
    document: str
    role: str
    zh: str
    en: str | None
    en_state: State | None
    source: Span
    notes: list[NoteRecord]


class SectionRecord(Shape):
    """A numbered heading; one the editor placed has no label, no Chinese title and no source."""

    id: str
    document: str
    parent: str | None
    label: str | None
    title: Bilingual
    en_state: State | None
    source: Span | None


class SegmentRecord(Shape):
    """English, and the numbers of the Chinese sentences it stands on."""

    text: str
    stands_on: Annotated[list[int], Field(alias="from")]


class OmissionRecord(Shape):
    """A Chinese sentence left out, and why."""

    sentence: int
    reason: str


class EnglishRecord(Shape):
    """A passage's English."""

    segments: list[SegmentRecord]
    omitted: list[OmissionRecord]
    state: State
    drafted_by: str
    reviewed_by: str | None
    reviewer_kind: Literal["model", "person"] | None
    reviewed_on: str | None


class TermSpan(Span):
    """A term in a passage."""

    slug: str


class PassageRecord(Shape):
    """The unit that is quoted, translated, linked and reviewed."""

    id: str
    document: str
    section: str | None
    strand: Strand
    zh: str
    source: Source
    emphasis: list[Span]
    sentences: list[Span]
    en: EnglishRecord | None
    notes: list[NoteRecord]
    topics: Annotated[list[str], Field(min_length=1)]
    terms: list[TermSpan]
    figures: list[str]
    url: str


class SynopsisSentence(Shape):
    """One sentence of a synopsis, and the passages it stands on."""

    zh: str
    en: str
    stands_on: Annotated[list[str], Field(alias="from")]


class Synopsis(Shape):
    """A topic's bilingual synopsis."""

    state: Literal["draft", "reviewed"]
    drafted_by: str
    reviewed_by: str | None
    reviewer_kind: Literal["model", "person"] | None
    reviewed_on: str | None
    sentences: list[SynopsisSentence]


class TopicRecord(Shape):
    """A theme and what it gathers: ids of passages or of sentences, in reading order."""

    slug: str
    title: Bilingual
    abstract: Bilingual
    synopsis: Synopsis | None
    passages: list[str]
    related: list[str]
    url: str


class AcceptedRecord(Shape):
    """Another allowed wording."""

    text: str
    provenance: Provenance
    reference: str | None
    note: str | None


class AvoidedRecord(Shape):
    """A wording that must not be used."""

    text: str
    why: str


class RenderingRecord(Shape):
    """The English wordings of a term."""

    preferred: str
    provenance: Provenance
    reference: str | None
    accepted: list[AcceptedRecord]
    avoid: list[AvoidedRecord]


class OccurrenceRecord(Span):
    """A term in a sentence of a passage; offsets into the passage."""

    passage: str
    sentence: int


class HeadingOccurrence(Span):
    """A term in a heading or a line of front matter; offsets into its title or line."""

    part: str


class TermRecord(Shape):
    """One concept of the term base."""

    slug: str
    zh: str
    zh_hant: str
    pinyin: str
    kind: Kind
    tier: Literal[1, 2]
    en: RenderingRecord
    definition: Definition
    basis: Literal["text", "background"]
    basis_note: str | None
    aliases: list[str]
    related: list[str]
    broader: list[str]
    occurrences: list[OccurrenceRecord]
    heading_occurrences: list[HeadingOccurrence]
    url: str
    system_url: str | None


class FigureRecord(Shape):
    """A quantity stated in a passage; `value` is a decimal in base units, or an ISO 8601 date."""

    id: str
    passage: str
    sentence: int
    zh: str
    start: Offset
    end: Offset
    type: Type
    value: str
    value_max: str | None
    unit: Bilingual
    currency: str | None
    bound: Bound
    period: str | None
    status: Status
    measured: bool
    counts: Bilingual
    en: str | None


class Digest(Shape):
    """The whole corpus as data."""

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    seeds: list[SeedRecord]
    documents: list[DocumentRecord]
    repairs: list[RepairRecord]
    front_matter: list[FrontRecord]
    sections: list[SectionRecord]
    passages: list[PassageRecord]
    topics: list[TopicRecord]
    terms: list[TermRecord]
    figures: list[FigureRecord]
