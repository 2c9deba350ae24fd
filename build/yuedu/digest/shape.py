"""The shape of `/data/digest.json`, schema 1. Fields may be added, never renamed or dropped."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from yuedu.digest.linked_shape import CommitmentRecord, FigureRecord, TermRecord, TopicRecord, VoiceRecord
from yuedu.digest.synopsis_shape import Synopsis
from yuedu.digest.text_shape import DocumentRecord, FrontRecord, PassageRecord, RepairRecord, SectionRecord, SeedRecord
from yuedu.sources.shape import Shape


class Digest(Shape):
    """The whole corpus as data."""

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
    speakers: list[VoiceRecord]
    offices: list[VoiceRecord]
