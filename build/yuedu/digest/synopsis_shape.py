"""The shape of a synopsis in `digest.json`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from yuedu.sources.shape import Shape


class SynopsisSentence(Shape):
    """One sentence of a synopsis, and the passages it stands on; `topic` is where the front page leads from it."""

    zh: str
    en: str
    stands_on: Annotated[list[str], Field(alias="from")]
    topic: str | None = None


class Synopsis(Shape):
    """The bilingual synopsis of a topic, a document or the whole."""

    state: Literal["draft", "reviewed"]
    drafted_by: str
    reviewed_by: str | None
    reviewer_kind: Literal["model", "person"] | None
    reviewed_on: str | None
    sentences: list[SynopsisSentence]
