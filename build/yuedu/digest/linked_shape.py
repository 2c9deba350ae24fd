"""The shape of what is linked to the text in `digest.json`: topics, terms and figures."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from yuedu.commitments.words import Force
from yuedu.digest.synopsis_shape import Synopsis
from yuedu.digest.text_shape import Offset, Span
from yuedu.glossary.shape import Definition, Kind, Provenance
from yuedu.quantities.model import Bound, Status, Type
from yuedu.sources.shape import Bilingual, Shape


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


class RunByRecord(Shape):
    """Who builds, leads, runs or maintains a system, and the sentence that says so; `body` is a term, if there is one."""

    body: str | None
    zh: str
    en: str
    role: Bilingual
    stands_on: Annotated[str, Field(alias="from")]


class UseRecord(Shape):
    """A sentence, or a heading, in which a term stands, in a document of this date."""

    id: str
    document: str
    date: str


class VoiceRecord(Shape):
    """A speaker, or an office as stated; its documents, the newest first."""

    slug: str
    name: Bilingual
    documents: list[str]
    url: str


class TermRecord(Shape):
    """One concept of the term base.

    `context` is the id of the sentence, or the heading, that tells best what it is. `figures` and `run_by` are of systems.
    """

    slug: str
    zh: str
    zh_hant: str
    pinyin: str
    kind: Kind
    tier: Literal[1, 2]
    en: RenderingRecord
    definition: Definition
    basis: Literal["text", "background"]
    basis_note: Definition | None
    context: str | None
    aliases: list[str]
    related: list[str]
    broader: list[str]
    uses: Annotated[int, Field(ge=0, description="places in passages where one of its forms stands")]
    occurrences: list[OccurrenceRecord]
    also_at: list[OccurrenceRecord]
    heading_occurrences: list[HeadingOccurrence]
    first_use: UseRecord | None
    last_use: UseRecord | None
    url: str
    system_url: str | None
    figures: list[str]
    run_by: list[RunByRecord]


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


class SeriesRecord(Shape):
    """Figures of several documents that count the same thing, as an editor put them together; in order of time."""

    slug: str
    title: Bilingual
    note: Bilingual | None
    figures: list[str]
    url: str


class DirectingWord(Shape):
    """A word that directs, where it starts in the passage, and its force; `bare` is a verb without a modal word."""

    zh: str
    start: Offset
    force: Force


class ActorRecord(Shape):
    """Who is told to act, in the text's words; `slug` where it is a body of the glossary."""

    zh: str
    en: str | None
    slug: str | None


class WhenRecord(Shape):
    """The words that say when, and the year or interval they come to, as ISO 8601 writes it."""

    zh: list[str]
    period: str | None


class CommitmentRecord(Shape):
    """A sentence that directs or plans. `bodies` are all that it names, told to act or not; an empty `who` is not
    stated; `corrected` is the editor's reason for what differs from the rule."""

    sentence: str
    passage: str
    zh: str
    en: str | None
    words: list[DirectingWord]
    who: list[ActorRecord]
    when: WhenRecord | None
    bodies: list[str]
    topics: list[str]
    corrected: Bilingual | None
    inferred: Annotated[list[ActorRecord], Field(description="who is to act where `who` does not tell")]
    basis: Annotated[str | None, Field(description="why: we, carried, plan or addressees")]
    url: str
