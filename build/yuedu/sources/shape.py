"""The base of every shape that an editor writes or a reader loads: unknown fields are errors, text has two languages."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict


class Shape(BaseModel):
    """A mapping with exactly the fields it names."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Bilingual(Shape):
    """The same text in Chinese and English; None where there is none."""

    zh: str | None = None
    en: str | None = None


def _as_text(value: Any) -> Any:
    """A year alone is a number to YAML."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _real(text: str) -> str:
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
        raise ValueError("a date is written 2031-02-07, 2031-02 or 2031")
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        raise ValueError(f"there is no such date as {text}") from None
    return text


IsoDate = Annotated[str, BeforeValidator(_as_text), AfterValidator(_real)]
"""A day, a month or a year that exists, as ISO 8601 writes it."""
