"""Shares, fractions and ranks in words: 百分之五, 三分之一, 八成, 翻两番, 一半, 半年, 第一名, 前六."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from yuedu.quantities import hedges
from yuedu.quantities.amounts import number_at, unit_at
from yuedu.quantities.numerals import ARABIC, HAN, D, han, mixed
from yuedu.quantities.reading import Reading
from yuedu.quantities.units import PERCENT, UNITS, Unit, percent_of

_N = rf"(?:{ARABIC}|{HAN})"
_TENTHS = rf"(?:[一二三四五六七八九两]|{D}(?:\.{D})?)"
_NO_CHENG = "成(?![立为功员果绩熟本长分都交品就效型人])"  # 八成, not 一成立
FOLD = Unit("番", "times", "share")
CHENG = Unit("成", "%", "share")
ZHE = Unit("折", "%", "share")
MILLE = UNITS["‰"]
CROWNS = Unit("连冠", "consecutive first places")
_PLACE = {zh: Unit(zh, "place", "rank") for zh in ("", "名", "位")}


def _value(text: str) -> Decimal | None:
    return mixed(text) if re.match(D, text) else han(text)


def _part(match: re.Match[str]) -> Reading | None:
    """百分之五, 三分之一"""
    whole, part = match["whole"], _value(match["part"])
    if part is None:
        return None
    high = _value(match["high"]) if match["high"] else None
    if whole in ("百", "千"):
        unit = PERCENT if whole == "百" else MILLE
        kind = "range" if high is not None else "share"
        return Reading(match.start(), match.end(), kind, part, high, unit=unit)  # type: ignore[arg-type]
    denominator = {"万": Decimal(10**4)}.get(whole) or _value(whole)
    if not denominator or match["high"]:
        return None
    return Reading(match.start(), match.end(), "share", percent_of(part, denominator), unit=PERCENT)


def _rate(match: re.Match[str]) -> Reading | None:
    """40/10万, deaths and births by the hundred thousand"""
    base = mixed(match["base"]) if match["base"][0] == "1" else Decimal({"万": 10**4, "千": 10**3}[match["base"]])
    unit = Unit(f"/{match['base']}", f"per {int(base):,}", "share")
    return Reading(match.start(), match.end(), "share", mixed(match["part"]), unit=unit)


def _tenths(unit: Unit) -> Callable[[re.Match[str]], Reading | None]:
    def read(match: re.Match[str]) -> Reading | None:
        low = _value(match["low"])
        high = _value(match["high"]) if match["high"] else None
        if low is None:
            return None
        if high is not None:
            return Reading(match.start(), match.end(), "range", low * 10, high * 10, unit=unit, bound="about")
        return Reading(match.start(), match.end(), "share", low * 10, unit=unit)

    return read


def _tenths_and(match: re.Match[str]) -> Reading | None:
    """七成五 is 75 per cent"""
    low, half = _value(match["low"]), Decimal(5) if match["half"] == "半" else _value(match["half"])
    return (
        None
        if low is None or half is None
        else Reading(match.start(), match.end(), "share", low * 10 + half, unit=CHENG)
    )


def _estimated(match: re.Match[str]) -> Reading | None:
    """百分之三四十 is 30 to 40 per cent, 百分之五六 5 to 6, 百分之十五六 15 to 16"""
    low, high = _value(match["low"]), _value(match["high"])
    if low is None or high is None or high - low not in (1, 2) or (match["tens"] and match["ten"]):
        return None
    factor = 10 if match["ten"] else 1
    more = _value(match["tens"]) or 0 if match["tens"] else 0
    return Reading(
        match.start(), match.end(), "range", low * factor + more, high * factor + more, unit=PERCENT, bound="about"
    )


def _fold(match: re.Match[str]) -> Reading | None:
    times = _value(match["n"]) if match["n"] else Decimal(1)
    if times is None or times > 20:
        return None
    return Reading(match.start(), match.end(), "share", Decimal(2) ** int(times), unit=FOLD)


def _half(match: re.Match[str]) -> Reading | None:
    return Reading(match.start(), match.end(), "share", Decimal(50), unit=PERCENT)


def _more_than_half(match: re.Match[str]) -> Reading | None:
    return Reading(match.start(), match.end(), "share", Decimal(50), unit=PERCENT, bound="over")


def _half_point(match: re.Match[str]) -> Reading | None:
    return Reading(match.start(), match.end(), "share", Decimal("0.5"), unit=UNITS["个百分点"])


def _half_unit(match: re.Match[str]) -> Reading | None:
    unit = unit_at(match.string, match.end(), digits=True)
    if unit is None or unit.type != "duration":
        return None
    more = re.compile("多(?!次)").match(match.string, match.end() + len(unit.zh))
    end = more.end() if more else match.end() + len(unit.zh)
    bound = "over" if more else "exact"
    return Reading(match.start(), end, "duration", Decimal("0.5"), unit=unit, bound=bound)  # type: ignore[arg-type]


def _crowns(match: re.Match[str]) -> Reading | None:
    number = number_at(match.string, match.start())
    return number and Reading(match.start(), match.end(), "count", number.value, unit=CROWNS)


def _rank(match: re.Match[str]) -> Reading | None:
    value = _value(match["n"]) if match["n"] else Decimal(1)
    return None if value is None else Reading(match.start(), match.end(), "rank", value, unit=_place(match))


def _top(match: re.Match[str]) -> Reading | None:
    value = _value(match["n"])
    return None if value is None else Reading(match.start(), match.end(), "rank", Decimal(1), value, unit=_place(match))


def _place(match: re.Match[str]) -> Unit:
    return _PLACE.get(match[0][-1], _PLACE[""])


_RANKED = "居列占排位名保持蝉联获得夺摘跃升至冲进跻身"
# Where a rank may stand: 居全国, 列全省, 增速全国, 保持西北 …
_PLACES = "(?:全国|全省|全区|全市|全球|世界|国内|国际|亚洲|同类|[省市区县地]|[东西南北中]{1,2}部?|[东西华]南|中央)"
_BEFORE_RANK = re.compile(rf"(?:(?:[{_RANKED}]|排在){_PLACES}?|[一-龥]*{_PLACES})(?:[并排]列|排名|综合|前列|倒数)*$")

# Ordered. Each row: an example, the pattern from its first numeral character on, what reads it.
SHAPES: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], Reading | None]], ...] = tuple(
    (example, re.compile(pattern), reader)
    for example, pattern, reader in (
        ("百分之二三十", r"百分之(?P<tens>二?十)?(?P<low>[一二三四五六七八])(?P<high>[二三四五六七八九])(?P<ten>十)?(?![几分点百千万])", _estimated),
        ("百分之二十", rf"(?P<whole>[百千万]|{_N})分之(?P<part>{_N})(?:[至到](?:百分之)?(?P<high>{_N}))?", _part),
        ("17/10万", rf"(?P<part>{ARABIC})/(?P<base>10万|万|千)", _rate),
        ("三至四成", rf"(?P<low>{_TENTHS})成?(?:至|到|[-－—~～])(?P<high>{_TENTHS}){_NO_CHENG}", _tenths(CHENG)),
        ("七八成", rf"(?P<low>[一二两三四五六七八])(?P<high>[二三四五六七八九]){_NO_CHENG}", _tenths(CHENG)),
        ("七成五", r"(?P<low>[一二三四五六七八九])成(?P<half>[一二三四五六七八九半])(?![十百千万亿年月天个])", _tenths_and),
        ("八成", rf"(?P<low>{_TENTHS})(?P<high>(?!))?{_NO_CHENG}", _tenths(CHENG)),
        ("八折", rf"(?P<low>{_TENTHS})(?P<high>(?!))?折(?![射合叠旧腾扣线返桥])", _tenths(ZHE)),
        ("翻两番", rf"翻(?:了)?(?:(?P<n>{_N})|)番", _fold),
        ("一半", r"(?<![多大])一半|半数", _half),
        ("过半", r"(?<!超)过半(?!数|年|个|小时|月|天)", _more_than_half),
        ("半个百分点", r"半个百分点", _half_point),
        ("半年", r"(?<![上下大后前多夜])半(?:个)?(?=年|月|小时|世纪|学期|天)", _half_unit),
        ("四连冠", rf"{_N}连冠", _crowns),
        ("第一名", rf"第(?P<n>{_N})[名位](?!副|志|主|学|教)", _rank),
        ("居全国第四", rf"第(?P<n>{_N})(?=[，。；、）)”,;！\n的（和]|$)", _rank),
        ("居首位", r"(?P<n>(?!))?首位(?!数)", _rank),
        ("全国前六", rf"前(?P<n>{_N})(?:名|位)?(?=[，。；、）)”,;！\n的（和]|$)", _top),
    )
)  # fmt: skip
# 分别居全国第二、第七
_AFTER_RANK = re.compile(r"第[0-9一二三四五六七八九十]{1,3}[名位]?[、和]$")
_NEEDS_PLACE = frozenset({"居全国第四", "居首位", "全国前六"})


def read(text: str, position: int, floor: int) -> Reading | None:
    """The share or rank that starts at `position`; its hedge may reach back to `floor`."""
    for example, pattern, reader in SHAPES:
        match = pattern.match(text, position)
        if match is None:
            continue
        if example in _NEEDS_PLACE and not _is_ranked(text, position, floor):
            continue
        if reading := reader(match):
            return _hedged(text, reading, floor)
    return None


def _is_ranked(text: str, position: int, floor: int) -> bool:
    """Whether an ordinal ranks: after a verb or place of ranking, or coordinated with a rank just read."""
    if floor == position - 1 and _AFTER_RANK.search(text, max(0, position - 6), position):
        return True
    return _BEFORE_RANK.search(text, max(0, position - 6), position) is not None


def _hedged(text: str, reading: Reading, floor: int) -> Reading:
    if reading.type == "rank":
        return reading
    reading.start, before = hedges.before(text, floor, reading.start)
    reading.end, after = hedges.after(text, reading.end)
    if reading.bound == "exact":
        reading.bound = before if before != "exact" else after
    return reading
