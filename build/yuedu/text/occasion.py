"""The occasion that a subtitle, a line of its own or a title states: 2026年1月26日在广东省第十四届人民代表大会第五次会议上."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yuedu.text.grammar import DATE, GENRE

_END = "上|时|期间|会议|大会|座谈会|论坛|仪式|典礼|晚宴|酒会|午宴|年会|开幕式|闭幕式"
_STATED = re.compile(
    rf"(?P<occasion>(?:{DATE}[，,]?)?(?:在|(?<![关對对])于)(?P<where>[^。；：]{{2,90}}?)"
    rf"(?:(?:上|时|期间)(?=的|$|[（(]|{GENRE})|(?=的(?:{GENRE}))|(?<=[会會动典仪礼坛宴式班研動])$))"
)
_WHOLE = re.compile(rf"(?:{_END})(?:的?[^，。；：]{{2,8}})?[）)]?$")
_MEETING = re.compile("会|论坛|仪式|典礼|活动|[宴班课]|调研|视察|考察|峰会|總|會|儀式|典禮|論壇")


def occasion(line: str) -> tuple[int, int] | None:
    """The half-open span of the occasion in a subtitle or a title, dash and genre left out; None where none is stated."""
    start = len(line) - len(line.lstrip("—-―（("))
    end = len(line) if line[:1] not in "（(" else len(line.rstrip("）)"))
    words = line[start:end]
    match = _STATED.search(words)
    if not match or not _MEETING.search(match["where"]):
        return None
    return start + match.start("occasion"), start + match.end("occasion")


def goes_on(line: str, following: Sequence[str]) -> int:
    """How many of the following lines (at most two) a subtitle that is not at its end runs on over."""
    opened = line.lstrip("—-―")
    session = bool(following) and re.fullmatch(r"第[^，。]{1,12}(?:会议|全会|全体会议|大会)上?[）)]?", following[0])
    if session and opened.endswith("会"):
        return 1
    if _WHOLE.search(opened) or not re.match(rf"[（(]?(?:{DATE})?[，,]?[在于]|.*[（(《“][^）)》”]*$", opened):
        return 0
    for n, after in enumerate(following[:2], start=1):
        if len(after) > 50 or re.search("[。：；]", after):
            return 0
        opened += after
        if _WHOLE.search(opened):
            return n
    return 0
