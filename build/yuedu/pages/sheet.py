"""A file that is to be: where it stands, what it shows, and the way to make it, which is gone only where what it shows changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """`path` under docs/; `shows`: a hash of everything that it is made of; `make` gives its text.

    `leads_on`: a page that only says where what was there went. `near`: what is made one after the other opens the same documents where this is alike.
    """

    path: str
    shows: str
    make: Callable[[], str]
    near: tuple[str, ...] = ()
    leads_on: bool = False

    @property
    def is_page(self) -> bool:
        return self.path.endswith(".md")
