"""What a quantity leaves unsaid because its neighbours say it: 5.1亿、12亿元, 3.2亿奖补资金, 日均…3000万次."""

from __future__ import annotations

import re
from collections.abc import Callable

from yuedu.quantities.reading import Reading
from yuedu.quantities.units import NO_UNIT, UNITS, YUAN

_AND = frozenset({"、", "和", "与", "及", "以及"})
_NOUN = "资金|投资|补贴|补助|贷款|经费|债券|赤字|奖金|融资|税费|利润|产值|营收|存款|支出"
_SUM = (
    "GDP|交易额|成交额|销售额|零售额|投资额?|金额|收入|支出|税收?|利润|产值|增加值|贷款|补贴|经费|预算|赤字|余额|总额|总值|资产|资金|成本"
    "|融资|费用"
)
# 3.2亿奖补资金
_NOUN_AFTER = re.compile(rf"(?:的)?(?![个项人条次家户])[一-龥]{{0,4}}?(?:{_NOUN})(?![者人商])")
# 交易额分别达5.1亿
_NOUN_BEFORE = re.compile(
    rf"(?:{_SUM})(?:分别|累计|合计|共|总计|同比|均|已)*(?:增长|提高|增加)?(?:达到?|为|至|到|有|共)?$"
)
# 日均业务办理量保持在3000万次
_PER = re.compile(
    r"(?P<day>日均|每日|每天)|(?P<week>周均|每周)|(?P<month>月均|每月)|(?P<year>年均|每年)|(?P<hour>每小时)|(?P<second>每秒)"
)
_CLAUSE_END = re.compile("[，。；：！？、\n]")


def share_units(text: str, readings: list[Reading]) -> None:
    """5.1亿、12亿元: a bare number takes the unit of the one it is coordinated with; 3个和4个百分点 alike."""
    for first, second in zip(reversed(readings[:-1]), reversed(readings), strict=False):
        if text[first.end : second.start] not in _AND or second.unit is NO_UNIT or second.type in ("date", "rank"):
            continue
        bare = first.unit is NO_UNIT and first.type == "count"
        points = first.unit.zh == "个" and second.unit.zh == "个百分点"
        if not (bare or points) or first.value is None or second.value is None:
            continue
        if bare and first.scale == 1 < second.scale and first.value < 10**4:
            first.value, first.scale = first.value * second.scale, second.scale
        first.unit = second.unit
        first.type = second.unit.type


# 粮食产量（万吨）　1200　1350: the head of a row names the unit of its cells
_HEAD_UNIT = re.compile(r"[（(](?:单位[：:])?(?P<unit>[^（）()0-9，。]{1,6}|%|‰)[）)](?=[\u3000 ]?[-−]?[0-9])")
_CELLS = re.compile(r"[\u3000 0-9０-９.,，%％\-−—/]*")


def units_of_rows(text: str, readings: list[Reading], read: Callable[[str], Reading | None]) -> None:
    """In a row of a table the unit in brackets after its head is that of the bare numbers in its cells.

    `read` reads one amount: of `1` and the unit.
    """
    for head in _HEAD_UNIT.finditer(text):
        one = read(f"1{head['unit']}")
        cells = _CELLS.match(text, head.end())
        if one is None or one.value is None or one.unit is NO_UNIT or cells is None:
            continue
        for reading in readings:
            inside = head.end() <= reading.start and reading.end <= cells.end()
            if inside and reading.unit is NO_UNIT and reading.type == "count" and reading.value is not None:
                reading.value, reading.scale = reading.value * one.value, one.scale
                reading.unit, reading.type = one.unit, one.type


def supply_yuan(text: str, readings: list[Reading]) -> None:
    """A bare number of 万 or 亿 beside a noun of money is yuan."""
    for reading in readings:
        if reading.unit is not NO_UNIT or reading.scale < 10**4 or reading.type not in ("count", "range"):
            continue
        before = _NOUN_BEFORE.search(text, max(0, reading.start - 12), reading.start)
        if before or _NOUN_AFTER.match(text, reading.end):
            reading.unit = YUAN
            reading.type = "money" if reading.type == "count" else "range"


_CURRENCIES = re.compile(
    f"(?:{'|'.join(zh for zh, u in UNITS.items() if u.type == 'money' and zh not in ('元', '块钱'))})[约近超达]?$"
)


# 离岸人民币存款约9300亿元: said before the number, in its clause.
_RENMINBI = re.compile("人民币|RMB|CNY")


def name_currencies(text: str, readings: list[Reading], default: str | None = None) -> None:
    """港币2000亿元: the currency before a number names what its 元 are; `default` (ISO 4217) where nothing does."""
    house = next((u for u in UNITS.values() if u.currency == default), YUAN) if default else YUAN
    for reading in readings:
        if reading.unit is not YUAN:
            continue
        clause = max(text.rfind(mark, 0, reading.start) for mark in "，。；：、")
        if named := _CURRENCIES.search(text, max(0, reading.start - 6), reading.start):
            reading.unit = UNITS[named[0].rstrip("约近超达")]
        elif not _RENMINBI.search(text, clause + 1, reading.start):
            reading.unit = house


_LAND = re.compile("亩产|亩均|每亩|一亩")


def land(text: str, start: int, mass: bool) -> str | None:
    """亩产400公斤 is an amount for each mu: said before the number, in its clause; of a weight, shortly before it too."""
    clause = max(text.rfind(mark, 0, start) for mark in ("。；" if mass else "，。；："))
    return "mu" if _LAND.search(text, max(clause + 1, start - 24), start) else None


def mark_frequencies(text: str, readings: list[Reading]) -> None:
    """A count after 日均, 每年 … in its own clause is a frequency, the first after it only."""
    floor = 0
    for reading in readings:
        cues = list(_PER.finditer(text, max(floor, reading.start - 20), reading.start))
        floor = reading.end
        if reading.type != "count" or reading.structural or not cues:
            continue
        cue = cues[-1]
        if cue.lastgroup is None or _CLAUSE_END.search(text, cue.end(), reading.start):
            continue
        reading.type = "frequency"
        reading.unit_en = f"{reading.unit.en} per {cue.lastgroup}".strip()
