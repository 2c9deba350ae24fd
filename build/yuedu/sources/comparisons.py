"""Figures that count the same kind of thing and may share an axis: an editor says so, no rule could.

397 business applications and 397 self-services have one measure word and nothing else in common.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from yuedu.sources.shape import Bilingual, Shape

Words = Annotated[str, StringConstraints(min_length=1)]


class Title(Bilingual):
    """A text that has both languages."""

    zh: Words
    en: Words


class Comparison(Shape):
    """What is compared, what a reader must know before comparing, and the figures, in any order."""

    title: Title
    note: Title | None = None
    figures: Annotated[list[Words], Field(min_length=2)]
