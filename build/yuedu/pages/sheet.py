"""A file that is to be: where it stands, what it shows, and the way to make it, which is gone only where what it shows changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """`path` under docs/; `shows`: a hash of everything that it is made of; `make` gives its text."""

    path: str
    shows: str
    make: Callable[[], str]

    @property
    def is_page(self) -> bool:
        return self.path.endswith(".md")
