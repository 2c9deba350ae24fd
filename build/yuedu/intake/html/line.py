"""A line of a page, with what tells text from its surroundings."""

from __future__ import annotations

from dataclasses import dataclass, field

from yuedu.intake.html.tree import Node


@dataclass(slots=True)
class Line:
    """A line, the innermost block that holds it, and how much of it is link."""

    text: str
    node: Node
    linked: int = 0
    addresses: list[str] = field(default_factory=list)
    heading: bool = False
    is_row: bool = False

    @property
    def length(self) -> int:
        return sum(1 for char in self.text if not char.isspace())

    @property
    def link_share(self) -> float:
        return self.linked / self.length if self.length else 0.0
