"""The shape of the text in `digest.json`: seeds, documents, repairs, headings, passages and their English."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from yuedu.digest.synopsis_shape import Synopsis
from yuedu.sources.document import Strand
from yuedu.sources.shape import Bilingual, Shape

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
    """A source exactly as received; where it is no plain text, the text that `converter` made of it once, in `encoding`."""

    file: str
    sha256: str
    encoding: str
    text: str | None
    text_sha256: str | None
    converter: str | None
    notes: Annotated[list[str], Field(description="what the converter left out or guessed")]


class DocumentRecord(Shape):
    """One speech or notice."""

    id: str
    title: Bilingual
    subtitle: Bilingual | None
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
    follows: str | None
    seed: str
    abstract: Bilingual
    synopsis: Synopsis | None
    short: Bilingual
    period: Bilingual | None
    proposed: Annotated[list[str], Field(description="fields that a rule filled in and nobody has confirmed")]
    url: str


class RepairRecord(Shape):
    """A difference between the seed and the cleaned text; `start` and `end` count code points of the seed's text."""

    seed: str
    document: str
    kind: str
    start: Offset
    end: Offset
    before: str
    after: str
    reason: Bilingual | None


class NoteRecord(Shape):
    """A note beside the text: by the editor, by the translator, or a footnote of the source, which has no English."""

    zh: str
    en: str | None
    kind: Literal["editor", "translator", "source"]
    quote: str | None = None


class FrontRecord(Shape):
    """A line that is neither heading nor passage; `kind` of furniture what it is, of a footnote its mark."""

    id: str
    document: str
    role: str
    kind: str | None
    zh: str
    en: str | None
    en_state: State | None
    source: Span
    notes: list[NoteRecord]


class SectionRecord(Shape):
    """A heading, or an annex. One without a number has no label; one the editor placed has no Chinese title and no source."""

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


class FiledRecord(Shape):
    """Who filed a passage under its primary topic; a rule says how sure it is, from 0 to 1."""

    by: Literal["editor", "rule"]
    score: float | None


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
    filed: FiledRecord | None
    terms: list[TermSpan]
    figures: list[str]
    url: str
