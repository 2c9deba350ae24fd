"""Words beside a number that bound it."""

from __future__ import annotations

import re

from yuedu.quantities.model import Bound

# Before the number. Each row: an example, the pattern that ends where the number begins, the bound.
BEFORE: tuple[tuple[str, str, Bound], ...] = (
    ("不超过5%", r"不[得能应可]?(?:超过|高于|多于|大于|长于|晚于)|至多|最多", "under"),
    ("不低于100人", r"不[得能应可]?(?:低于|少于|小于|下于|短于)|至少|最少|起码", "at-least"),
    ("不足1%", r"不足|(?<![找看听得])不到|低于|少于|小于|未满", "under"),
    ("超1269个", r"(?<![不])超过|超出|超逾|(?<![赶反高])超|(?<!清)逾|突破|(?<![不])(?:高于|多于|大于)", "over"),
    ("近2万个", r"接近|将近|(?<![附邻靠亲最新])近", "nearly"),
    ("约2亿张", r"大约|大致|大概|约为|(?<![节签合条公预契履制解违特])约", "about"),
)
# After it.
AFTER: tuple[tuple[str, str, Bound], ...] = (
    ("5%左右", r"左右|上下(?!联|游|贯|衔|班|级)", "about"),
    ("1300万人以上", r"(?:及|或)?以上", "at-least"),
    ("5.5%以内", r"(?:及|或)?以下|以内|之内", "under"),
)

_PREFIX = re.compile("(?:" + "|".join(f"(?P<b{i}>{p})" for i, (_, p, _) in enumerate(BEFORE)) + ")$")
_SUFFIX = re.compile("|".join(f"(?P<a{i}>{p})" for i, (_, p, _) in enumerate(AFTER)))
_LONGEST = 4
# 近三年 is the last three years; nearly three years only where something took or lasted them.
_LASTED = re.compile("(?:历时|用时|耗时|长达|经过|历经|已有?|达|时间|有)$")


def before(text: str, floor: int, position: int) -> tuple[int, Bound]:
    """Where the hedge that ends at `position` starts (`position` itself without one), and its bound."""
    match = _PREFIX.search(text, max(floor, position - _LONGEST), position)
    if match is None or match.lastgroup is None:
        return position, "exact"
    return match.start(), BEFORE[int(match.lastgroup[1:])][2]


def after(text: str, position: int) -> tuple[int, Bound]:
    """Where the hedge that starts at `position` ends, and its bound."""
    match = _SUFFIX.match(text, position)
    if match is None or match.lastgroup is None:
        return position, "exact"
    return match.end(), AFTER[int(match.lastgroup[1:])][2]


def lasted(text: str, start: int) -> bool:
    """Whether 近 at `start` hedges a duration (历时近3年) rather than naming a stretch of the past (近3年)."""
    return _LASTED.search(text, max(0, start - 3), start) is not None
