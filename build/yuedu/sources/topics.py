"""`topics.yml`: an editor's themes, each gathering passages, or sentences of passages, from all documents."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from yuedu.sources.comparisons import Comparison
from yuedu.sources.shape import Bilingual, Shape
from yuedu.text.ids import TOPIC

Slug = Annotated[str, StringConstraints(pattern=rf"^{TOPIC}$")]


RESERVED = ("compare", "commitments", "cities", "frameworks")
"""Pages under /topics/ that are no topic's."""


class Topic(Shape):
    """`passages` have this topic as their primary one; `also` are further passages, or single sentences."""

    slug: Slug
    title: Bilingual
    abstract: Bilingual
    passages: list[str] = Field(default_factory=list)
    also: list[str] = Field(default_factory=list)
    related: list[Slug] = Field(default_factory=list)


class TopicFile(Shape):
    """The whole file; the order of topics is the order of the site. `comparisons` are drawn where two of one are shown."""

    topics: Annotated[list[Topic], Field(min_length=1)]
    comparisons: list[Comparison] = Field(default_factory=list)
