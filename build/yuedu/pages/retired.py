"""Pages of years and parts that were published and are not needed any more: what they held fits fewer pages now.

An editor may file anew as often as that is right, and no redirect has to be written for it: the address leads to the nearest
page above it that is there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from yuedu import urls
from yuedu.pages.addresses import PART

_BELOW = re.compile(rf"(?:{urls.COMMITMENTS}|/glossary/by-[a-z]+/)[^/]")
"""Parts that are called by what they are of: a document, a kind of term, a topic."""


def retired(given: Collection[str], published: Iterable[str]) -> dict[str, str]:
    """The address of each → the page that it leads to; `given`: the addresses of the pages that are there."""
    gone = sorted({*published} - {*given})
    return {page: target for page in gone if (target := _above(page, given))}


def _above(page: str, given: Collection[str]) -> str | None:
    """The nearest page of which this was a part."""
    above = page
    while PART.search(above) or _BELOW.match(above):
        above = above[: above.rstrip("/").rfind("/") + 1]
        if above in given:
            return above
    return None
