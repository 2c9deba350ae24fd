"""Paragraphs that a text numbers through, from 1. to 286.: their numbers are numbers of passages, not of sections.

So are the addresses of Hong Kong and Macao. In other texts 1. begins anew under each heading and has a title.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

NUMBERED = re.compile(r"(?P<n>[1-9]\d{0,3})(?:[.．](?!\d)|、)")
FEWEST = 3
"""Fewer are an enumeration."""

_HEADS = re.compile(
    "[IVX]{1,5}[.．]|第[〇一二三四五六七八九十百]+[章节節篇]|[〇一二三四五六七八九十百]+、|[（(][〇一二三四五六七八九十]+[）)]"
)
_TRADITIONAL = re.compile("[們會這來個國發為與對業務後過經應將產區實動]")


def numbered(lines: Sequence[str], roles: Mapping[int, object]) -> dict[int, int]:
    """Line → the number of its paragraph; empty where the text does not number its paragraphs through.

    It does where the numbers never begin anew and reach 100, or go on in characters of Hong Kong below a new heading.
    """
    found: dict[int, int] = {}
    last, above = 0, -1
    goes_on = False
    for n, line in enumerate(lines):
        if n in roles:
            continue
        if _HEADS.match(line):
            above = n
            continue
        match = NUMBERED.match(line)
        if not match or len(line) == match.end():
            continue
        number = int(match["n"])
        if number <= last:
            return {}
        if last and above > max(found, default=-1):
            goes_on = True
        found[n] = number
        last = number
    traditional = sum(len(_TRADITIONAL.findall(lines[n])) for n in found)
    through = last >= 100 or (goes_on and traditional >= 2 * len(found))
    return found if len(found) >= FEWEST and through and min(found.values()) == 1 else {}
