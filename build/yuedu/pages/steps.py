"""The way on: what stands before and after a page in the order of its kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from yuedu.pages.labels import both as label
from yuedu.sources.shape import Bilingual

T = TypeVar("T")


def steps(order: Sequence[T], here: T, named: Callable[[T], tuple[str, Bilingual]]) -> list[dict[str, Any]]:
    """The previous and the next of `order`, as far as there are any; `named` gives an address and a title."""
    if here not in order:
        return []
    at = order.index(here)
    found = []
    for rel, name, n in (("prev", label("Previous", "上一篇"), at - 1), ("next", label("Next", "下一篇"), at + 1)):
        if 0 <= n < len(order):
            url, title = named(order[n])
            found.append({"rel": rel, "label": name, "url": url, "title": title})
    return found
