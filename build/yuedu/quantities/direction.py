"""Which way a Chinese quantity changes, and whether it is what something changes by or to: 增长5%, 降到5%, 由5%.

Only words that touch the quantity are believed; where others may turn them round (降幅收窄, 由降转升) nothing is said.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from yuedu.quantities.model import Change, Direction, Extent

# Ordered: the longer word first. Each row: an example, the verb that ends where the number, or 了 or 到, begins.
UP: tuple[tuple[str, str], ...] = (
    ("增长5%", r"(?<!负)增长(?:率|速度|目标|幅度|预期目标)?|增加值?增长|增收|增产|(?<![递激倍])增(?=到|至|为|了|$)"),
    ("增加3万人", r"增加|扩招|递增|激增|倍增|净增|猛增"),
    (
        "提高2个百分点",
        r"提高|提升|抬高|上升|上涨|上浮|上调|攀升|跃升|升(?=到|至|为|了)|跃(?=到|至)|涨(?=到|至|了|幅)|调(?:高|增)",
    ),
    ("扩大到85%", r"扩大|扩展|扩充|拓展|扩(?=到|至)"),
    ("回升0.3个百分点", r"回升|反弹|回暖"),
    ("增速7%", r"(?<![回低下])(?:增速|增幅|涨幅|升幅)(?:为|达到?|是)?"),
    ("加快1.2个百分点", r"加快"),
    ("高2个百分点", r"(?<![最新降提])高(?=了)|高出"),
)
DOWN: tuple[tuple[str, str], ...] = (
    ("下降30%", r"下降|降低|下跌|下滑|下调|下浮|滑落|跌(?=到|至|了)|(?<![下投])降(?!幅)|调(?:低|减)|负增长|骤降"),
    ("减少80亿元", r"减少|减(?=到|至|了)|递减|锐减|少(?=了)"),
    ("压减45%", r"压减|压缩|压降|压(?=到|至)|精简|削减|缩减|缩短|缩小|缩(?=到|至|短)|减轻|收窄|萎缩|核减"),
    ("减税降费1.3万亿元", r"减税降费|降本减负|减负|降费|减税|降税|降本|减排|去产能"),
    ("回落0.3个百分点", r"回落|放缓|减缓|趋缓"),
    ("降幅3%", r"(?:降幅|跌幅|减幅)(?:为|达到?|是)?"),
)
# After 比 or 较 in the same clause: 比去年少5%, 较上月高2个百分点.
COMPARED: tuple[tuple[str, str, Direction], ...] = (
    ("比上年多1800亿元", r"(?<![许大最不])多|(?<![最])高|(?<![最])快", "up"),
    ("比去年少5%", r"(?<![不至减缺最])少|(?<![降最])低|(?<![最])慢", "down"),
)
# 快于城镇居民2.1个百分点: whom it exceeds stands between.
_THAN = re.compile(r"(?:(?P<up>高于|快于|高出|多于|领先|优于)|(?P<down>低于|慢于|少于|落后))[一-龥“”]{1,14}$")
_UP, _DOWN = ("|".join(pattern for _, pattern in rows) for rows in (UP, DOWN))
_MORE, _LESS = (pattern for _, pattern, _ in COMPARED)
# Between the verb and the number: 分别, 累计, and what says by or to.
_BETWEEN = "(?:分别|累计|合计|平均|年均|又|再|共|约|逾|将近|均|都|各)?"
_BEFORE = re.compile(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?:(?P<more>{_MORE})|(?P<less>{_LESS})))"
    rf"{_BETWEEN}(?P<to>(?:原来的|现在的|过去的)?(?<=的)|(?:到|至|为|成)(?:原来的|原来|目前的|现在的)?)?(?:了)?{_BETWEEN}$"
)
_COMPARING = re.compile("[比较于]")
_CLAUSE = re.compile("[，。；：！？、（）\n]")
# 提高补助标准30元: the verb, what changes, the amount.
_OBJECT = re.compile(
    r"(?:(?P<up>提高|增加|扩大|提升|上调)|(?P<down>减少|降低|压减|压缩|缩短|削减|精简|减轻|下调))"
    r"(?P<object>(?!了)[一-龥“”]{2,12}?)(?P<to>(?<!不)(?:到|至))?$"
)
_NO_OBJECT = re.compile("[的和与]|[增减升降涨跌扩缩]|达|为|超|近|约|每|人均")
_FROM = re.compile("(?:由|从|自)(?:[一-龥]{0,6})?$")
_ENDS = re.compile("(?:到|至|为)$")
# 以年均8%的速度增长, 保持8%以上的增长
_AFTER = re.compile(
    r"(?:左右|以上)?的(?:年均|平均|较快|中高速)?(?:速度|增速)?(?:(?P<up>增长(?!极|点)|上升|增幅|增速|涨幅|提升)|(?P<down>下降|降幅|跌幅|降低))"
)
_TURNED = re.compile("降幅|跌幅|减幅|降速|没有|并未|未能|不再|并不|由降转|由负转|不减|不降|止跌")
_LIST = re.compile("^(?:[、和与及]|以及)$")


class Before(NamedTuple):
    """The quantity before this one in its text: where it ends, and its change."""

    end: int
    change: Change | None


def change(text: str, start: int, end: int, share: bool, last: Before | None = None) -> Change | None:
    """The change that the quantity at `start`..`end` is part of. `share`: whether it is one of per cent or points.

    `last`: the quantity before it, which it may be coordinated with (分别增长5%、6%).
    """
    if last and last.change and _LIST.match(text[last.end : start]):
        return last.change
    clause = _clause(text, start)
    lead = text[clause:start]
    match = _BEFORE.search(lead)
    if match and (match["more"] or match["less"]) and not _COMPARING.search(lead, 0, match.start()):
        match = None
    if match:
        direction: Direction = "up" if match["up"] or match["more"] else "down"
        extent: Extent = "to" if match["to"] else "by"
        at = (clause + match.start(), start)
        return Change(None if _turned(lead, match) else direction, extent, *at)
    if (turned := _AFTER.match(text, end)) and share:
        return Change("up" if turned["up"] else "down", None, end, turned.end())
    if _FROM.search(lead):
        return _origin(text, start, end)
    if share and (than := _THAN.search(lead)):
        return Change("up" if than["up"] else "down", "by", clause + than.start(), start)
    found = _OBJECT.search(lead)
    if found and not _NO_OBJECT.search(found["object"]) and not _TURNED.search(lead):
        object_extent: Extent | None = "to" if found["to"] else "by" if share else None
        return Change("up" if found["up"] else "down", object_extent, clause + found.start(), start)
    if (to := _ENDS.search(lead)) and _is_far_end(lead, to.start()):
        return Change(None, "to", clause + to.start(), start)
    return None


# 由9.8%降至7.5%: which way it goes is said after it.
_ONWARD = re.compile(rf"[^，。；：！？]{{0,6}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:到|至|为|成)")


def _origin(text: str, start: int, end: int) -> Change:
    onward = _ONWARD.match(text, end)
    if onward is None:
        return Change(None, "from", start, end)
    return Change("up" if onward["up"] else "down", "from", start, onward.end())


def _is_far_end(lead: str, at: int) -> bool:
    """由3万人提高至: a change is told of before the 至, so that what follows is where it ends."""
    return (
        re.search(rf"(?:由|从)[^，。；]*(?:{_UP}|{_DOWN})?$|(?:{_UP}|{_DOWN})[^，。；]{{0,14}}$", lead[:at]) is not None
    )


def _turned(lead: str, match: re.Match[str]) -> bool:
    word = match["up"] or match["down"] or ""
    turned = _TURNED.search(lead, 0, match.start())
    return turned is not None and word[:2] not in ("降幅", "跌幅", "减幅")


def _clause(text: str, position: int) -> int:
    while position > 0 and not _CLAUSE.match(text, position - 1):
        position -= 1
    return position
