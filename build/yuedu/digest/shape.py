"""The shape of `/data/digest.json`, schema 1. Fields may be added, never renamed or dropped."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from yuedu.digest.linked_shape import CommitmentRecord, FigureRecord, SeriesRecord, TermRecord, TopicRecord, VoiceRecord
from yuedu.digest.synopsis_shape import Synopsis
from yuedu.digest.text_shape import DocumentRecord, FrontRecord, PassageRecord, RepairRecord, SectionRecord, SeedRecord
from yuedu.sources.shape import Shape


class PartRecord(Shape):
    """Where the part of `digest.json` lies that one document accounts for, in the same shape."""

    document: str
    url: str
    bytes: int
    sha256: str


class ChangesRecord(Shape):
    """Two documents whose wording is compared, sentence by sentence; `by`: `follows` or `editor`. `data`,
    `table`: the addresses of its rows as JSON and as CSV."""

    a: str
    b: str
    by: str
    url: str
    data: str
    table: str


class Digest(Shape):
    """The whole corpus as data. Where it is too large for one file, `parts` names a file of each document, which holds
    its repairs, front matter, sections, passages, figures and commitments; those lists, and the places where terms stand,
    are empty here then."""

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    seeds: list[SeedRecord]
    documents: list[DocumentRecord]
    repairs: list[RepairRecord]
    front_matter: list[FrontRecord]
    sections: list[SectionRecord]
    passages: list[PassageRecord]
    front: Synopsis | None
    topics: list[TopicRecord]
    terms: list[TermRecord]
    figures: list[FigureRecord]
    commitments: list[CommitmentRecord]
    series: list[SeriesRecord]
    speakers: list[VoiceRecord]
    offices: list[VoiceRecord]
    changes: list[ChangesRecord]
    parts: list[PartRecord]
