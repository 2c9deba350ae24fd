"""A page of an index that has been divided: the entries of one year, or of one letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jinja2 import Environment

from yuedu.pages.division import Part
from yuedu.pages.steps import steps
from yuedu.sources.shape import Bilingual


def part_of_index(
    env: Environment, index: str, title: Bilingual, every: Sequence[Part], part: Part, cards: Sequence[dict[str, Any]]
) -> str:
    """One of `every` part of an index; before and after it come those beside it."""
    return str(
        env.get_template("index_part.md.j2").render(
            page=part.url,
            trail=[(index, title)],
            title=title,
            part=part,
            parts=[p for p in every if p.group == part.group],
            cards=cards,
            steps=steps(every, part, lambda p: (p.url, p.title)),
        )
    )
