"""The English quantities of a pair, read once for all rules."""

from __future__ import annotations

from functools import lru_cache

from yuedu.quantities import en
from yuedu.quantities.model import Context, Quantity


@lru_cache(maxsize=4096)
def read_english(
    text: str, names: tuple[tuple[int, int], ...] = (), currency: str | None = None
) -> tuple[Quantity, ...]:
    """The English quantities of a text. `names`: spans whose numbers are a name's; `currency`: what a bare $ is."""
    return tuple(en.read(text, names=names, context=Context(currency=currency)))
