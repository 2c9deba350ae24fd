"""A page of an index that has been divided: the entries of one year, or of one letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jinja2 import Environment

from yuedu.pages.parts import Divided, Part
from yuedu.pages.steps import steps
from yuedu.sources.shape import Bilingual


def year_of_index(
    env: Environment,
    index: str,
    title: Bilingual,
    parts: Divided,
    part: Part,
    cards: Sequence[dict[str, Any]],
) -> str:
    """One year of an index of documents; prev and next are the years beside it."""
    return str(
        env.get_template("index_part.md.j2").render(
            page=part.url,
            trail=[(index, title)],
            title=title,
            part=part,
            parts=[p for p in parts.parts if p.year == part.year],
            cards=cards,
            steps=steps(parts.parts, part, lambda p: (p.url, p.title)),
        )
    )
