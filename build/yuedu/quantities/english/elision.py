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

    The scale only where the number is too small to be of its own: from 54 to 82.7 trillion, 200 and 300 million.
    """
    for first, second in zip(reversed(readings[:-1]), reversed(readings), strict=False):
        between = text[first.end : second.start]
        if len(between) > _LONGEST or not _JOINT.fullmatch(between) or second.type in ("date", "rank"):
            continue
        if first.type != "count" or first.value is None or second.value is None or first.unit is not NO_UNIT:
            if first.type == "money" and second.type == "money" and _is_bare(first, second):
                _share_scale(first, second)
            continue
        if second.unit is NO_UNIT and second.scale == 1:
            continue
        if first.scale > 1 and second.type == "share":
            continue  # 280 million, or 19.8 percent
        if _is_bare(first, second):
            _share_scale(first, second)
        if second.unit is not NO_UNIT:
            first.unit, first.unit_en = second.unit, second.unit_en
            first.type = second.type if second.type != "range" else second.unit.type
            first.structural = False


def _is_bare(first: Reading, second: Reading) -> bool:
    return first.scale == 1 and second.scale >= 1000 and first.value is not None and first.value < 1000


def _share_scale(first: Reading, second: Reading) -> None:
    if first.value is not None:
        first.value, first.scale = first.value * second.scale, second.scale
        first.structural = False
