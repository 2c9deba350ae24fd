"""Figures of several documents that count the same thing at different times: a rule proposes, an editor says so.

series:
- slug: new-urban-jobs
  title: {en: New urban jobs, zh: 城镇新增就业}
  figures: [report-2031.1.p2.f34, report-2031.2.p1.f8, report-2032.1.p2.f30]
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from yuedu.sources.comparisons import Title, Words
from yuedu.sources.filing import Slug
from yuedu.sources.shape import Shape


class Series(Shape):
    """What is counted, what a reader must know before reading one value against another, and the figures, in any order."""

    slug: Slug
    title: Title
    note: Title | None = None
    figures: Annotated[list[Words], Field(min_length=2)]
