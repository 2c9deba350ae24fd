"""Whether people and bodies are called as the term base calls them."""

from __future__ import annotations

from collections.abc import Iterator

from yuedu.checks.pair import Pair
from yuedu.checks.renderings import NAMES, missing
from yuedu.checks.rule import Mark, rule


@rule("name.missing", "error")
def name_missing(pair: Pair) -> Iterator[Mark]:
    """Each person and each body of the Chinese stands in the English under its fixed rendering."""
    yield from missing(pair, *NAMES)


RULES = (name_missing,)
