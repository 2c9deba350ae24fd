"""The base of every shape that an editor writes or a reader loads: unknown fields are errors, text has two languages."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """A mapping with exactly the fields it names."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Bilingual(Shape):
    """The same text in Chinese and English; None where there is none."""

    zh: str | None = None
    en: str | None = None
