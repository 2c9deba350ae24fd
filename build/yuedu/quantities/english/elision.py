"""What an English quantity leaves to its neighbours: 16 and 13 percent, from 54 to 82.7 trillion yuan, 5, 6 and 7 points."""

from __future__ import annotations

import re

from yuedu.quantities.reading import Reading
from yuedu.quantities.units import NO_UNIT

# What may stand between a bare number and the one whose unit it shares.
_JOINT = re.compile(
    r"(?:,|,? and|,? or| to| from| and then| versus|, to)? ?(?:[a-z$]{0,4}[$¥€£])? ?(?:about|over|nearly|up|down)? ?(?:by|to|from)? ?"
)
_LONGEST = 16


def share_units(text: str, readings: list[Reading]) -> None:
    """A bare number takes unit and scale of the one it is coordinated with, the nearest after it.

    The scale only where the number is too small to be of its own: from 54 to 82.7 trillion, 200 and 300 million. A comma
    alone joins only what an «and» after it goes on to join.
    """
    joined = False
    for first, second in zip(reversed(readings[:-1]), reversed(readings), strict=False):
        between = text[first.end : second.start]
        fits = between.strip() != "" and len(between) <= _LONGEST and _JOINT.fullmatch(between) is not None
        joined = fits and (between.strip() != "," or joined) and _share(first, second)


def _share(first: Reading, second: Reading) -> bool:
    """Whether the two are of one list; the first then has what the second has."""
    if second.type in ("date", "rank") or first.value is None or second.value is None:
        return False
    if first.type == "money" and second.type == "money":
        _share_scale(first, second)
        return True
    if first.type != "count" or first.unit is not NO_UNIT or (second.unit is NO_UNIT and second.scale == 1):
        return False
    if first.scale > 1 and second.type == "share":
        return False  # 280 million, or 19.8 percent
    _share_scale(first, second)
    if second.unit is not NO_UNIT:
        first.unit, first.unit_en = second.unit, second.unit_en
        first.type = second.type if second.type != "range" else second.unit.type
        first.structural = False
    return True


def _is_bare(first: Reading, second: Reading) -> bool:
    return first.scale == 1 and second.scale >= 1000 and first.value is not None and first.value < 1000


def _share_scale(first: Reading, second: Reading) -> None:
    if _is_bare(first, second) and first.value is not None:
        first.value, first.scale = first.value * second.scale, second.scale
        first.structural = False
