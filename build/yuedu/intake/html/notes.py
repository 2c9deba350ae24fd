"""Which elements of a page are its footnotes: those that links with a number, raised above the line, lead to."""

from __future__ import annotations

import re
from typing import Any

_NUMBER = re.compile(r"[\[〔(（]?\s*(\d{1,3}|[①-⑳])\s*[\]〕)）]?")


def note_numbers(root: Any) -> dict[str, int]:
    """The id of each note → its number in the order of the links: <sup><a href="#ftn1">[1]</a></sup>."""
    found: dict[str, int] = {}
    for link in [*root.css("sup a[href]"), *(a for sup in root.css("a[href] > sup") if (a := sup.parent) is not None)]:
        href = link.attributes.get("href") or ""
        if href.startswith("#") and len(href) > 1 and _NUMBER.fullmatch(link.text().strip()):
            found.setdefault(href[1:], len(found) + 1)
    return found
