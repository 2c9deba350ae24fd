"""`topics.yml`: an editor's themes, under which the passages of all documents are filed."""

from __future__ import annotations

from pydantic import Field

from yuedu.sources.changes import Change
from yuedu.sources.comparisons import Comparison
from yuedu.sources.filing import Slug
from yuedu.sources.series import Series
from yuedu.sources.shape import Bilingual, Shape

UNFILED = "unfiled"
"""The topic of what no one has filed yet."""

RESERVED = ("compare", "commitments", "cities", "frameworks", UNFILED)
"""Addresses under /topics/ that are no editor's topic."""


class Topic(Shape):
    """A theme; what stands under it is filed with each document (see `filing`)."""

    slug: Slug
    title: Bilingual
    abstract: Bilingual = Bilingual()
    related: list[Slug] = Field(default_factory=list)


class TopicFile(Shape):
    """The whole file; the order of topics is the order of the site. `comparisons` are drawn where two of one are shown;
    `changes`: whose wording is compared beside what follows each other; each of the `series` has a page."""

    topics: list[Topic]
    comparisons: list[Comparison] = Field(default_factory=list)
    changes: list[Change] = Field(default_factory=list)
    series: list[Series] = Field(default_factory=list)
