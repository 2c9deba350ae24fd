"""Numbers with their units: 超1269个, 3-5个, 200多种, 连续三年, 2400多亿元."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from yuedu.quantities import hedges
from yuedu.quantities.model import Bound
from yuedu.quantities.numerals import FORMAL, HAN, MIXED, SCALE, han, mixed, scale
from yuedu.quantities.reading import Reading
from yuedu.quantities.units import NO_UNIT, UNITS, Unit

# 200多, 450余, 2400多亿, 十几, 十来
_NUMBER = re.compile(
    rf"(?:(?P<formal>{FORMAL}(?=[元圆]))|(?P<arabic>{MIXED})|(?P<han>{HAN}))"
    rf"(?P<more>[多余]|(?<=十)[几来](?![自到源往])|)(?P<scale>(?:(?<=[多余几来]){SCALE})?)"
)
_POWERS_AT_END = re.compile("[十百千万亿]*$")
_TO = re.compile(r"[-－–—―~～至到]|——")
# 三五个, 两三年, 七八十: neighbouring digits are an estimate.
_ESTIMATE = re.compile(r"(?P<low>[一二两三四五六七八])(?P<high>[二两三四五六七八九])(?P<scale>[十百千万亿]*)$")
_LATIN = re.compile(r"[0-9０-９A-Za-z+×∶_]|[.．/][0-9A-Za-z]")
_CLOCK = re.compile("[日时点号页版届]")
_MORE_AFTER = re.compile("[多余](?![次种元项个方样层级渠家领类])")
_HALF_AFTER = re.compile("半(?![数径导决岛夜天截])")
_INNER = re.compile("个(?P<more>[多半])(?P<noun>月|小时|星期|世纪|学期)")
# 上百家, 过千万人次, 突破万亿元: a bare power counts only with a word that makes it a number, and a unit.
_BARE_BEFORE = re.compile(
    r"(?:(?<![百千成])(?<![网线以路海陆早晚之身会])上|(?<![通经不超])过|突破|破|超过?|近|接近|逾|达|高达)$"
)
_BARE_BOUNDS: dict[str, Bound] = {"近": "nearly", "接近": "nearly", "达": "exact", "高达": "exact"}
_LIST_END = re.compile("[》”’]$|等$")
_ONE_MAY = frozenset({"百分点", "个百分点", "倍", "个月", "小时", "个小时", "%"})
_TWO_MAY = frozenset({"倍", "%"})
_UNIT_LENGTHS = range(max(map(len, UNITS)), 0, -1)


class Number(NamedTuple):
    value: Decimal
    end: int
    digits: bool  # printed in digits, not in characters
    more: bool  # 多, 余
    scale: int
    printed: str


class Tail(NamedTuple):
    unit: Unit | None
    end: int
    more: bool
    half: Decimal


def unit_at(text: str, position: int, *, digits: bool) -> Unit | None:
    """The longest unit that starts at `position`; after characters (三) only those that may be spelled out."""
    for length in _UNIT_LENGTHS:
        end = position + length
        if (unit := UNITS.get(text[position:end])) and (
            (digits or unit.spelled) and text[end : end + 1] not in tuple(unit.not_before)
        ):
            return unit
    return None


def number_at(text: str, position: int) -> Number | None:
    """The number that starts at `position`: 1.81亿 is 181000000, 2400多亿 240000000000 with `more`."""
    match = _NUMBER.match(text, position)
    if match is None:
        return None
    printed = match[0]
    if match["arabic"]:
        value: Decimal | None = mixed(match["arabic"] + match["scale"])  # 1亿3千多万 is 1亿3千万 and more
        factor = scale(_POWERS_AT_END.search(match["arabic"])[0])  # type: ignore[index]
    elif match["han"] and match["han"][0] in "十百千万亿" and text[max(0, position - 1) : position] in ("几", "数"):
        return None  # 几十, 数百: no number to compare with
    else:
        value = han((match["formal"] or match["han"]) + match["scale"])
        factor = 1
    if value is None:
        return None
    outer = scale(match["scale"])
    return Number(value, match.end(), bool(match["arabic"]), bool(match["more"]), factor * outer, printed)


def _estimate(text: str, position: int, floor: int) -> Reading | None:
    match = _NUMBER.match(text, position)
    pair = match and match["han"] and _ESTIMATE.match(match["han"])
    if not match or not pair:
        return None
    low, high = han(pair["low"]), han(pair["high"])
    unit = unit_at(text, match.end(), digits=False)
    if low is None or high is None or high - low not in (1, 2) or unit is None:
        return None
    factor = scale(pair["scale"])
    end = match.end() + len(unit.zh)
    return Reading(position, end, "range", low * factor, high * factor, unit=unit, bound="about")


def _bare(text: str, position: int, floor: int) -> Reading | None:
    match = _NUMBER.match(text, position)
    if not match or not match["han"] or match["more"] or set(match["han"]) - set("百千万亿"):
        return None
    word = _BARE_BEFORE.search(text, max(floor, position - 2), position)
    unit = unit_at(text, match.end(), digits=True)
    if word is None or unit is None:
        return None
    bound = _BARE_BOUNDS.get(word[0], "over")
    start = position if bound == "exact" else word.start()
    value = Decimal(scale(match["han"]))
    return Reading(start, match.end() + len(unit.zh), unit.type, value, unit=unit, bound=bound, scale=int(value))


def read(text: str, position: int, floor: int) -> Reading | None:
    """The amount whose number starts at `position`; its hedge may reach back to `floor`."""
    low = number_at(text, position)
    if low is None:
        return _bare(text, position, floor) or _estimate(text, position, floor)
    high = _upper(text, low, position)
    number = high or low
    tail = _tail(text, number)
    start, end, bound = _bounded(text, floor, position, tail, low.more or number.more or tail.more)
    if text.endswith("连续", floor, start):
        start -= 2
    hedged = bound != "exact" or start < position or bool(tail.half)
    if tail.unit is None and not _may_stand_alone(text, number, hedged):
        return None
    unit = tail.unit or NO_UNIT
    if high is not None:
        # 3-5万人: the first number shares the 万 of the second
        factor = high.scale if low.scale == 1 and low.value < high.value / high.scale else 1
        return Reading(start, end, "range", low.value * factor, high.value, unit=unit, bound=bound, scale=high.scale)
    if not low.digits and not _is_counted(low.printed, unit, hedged):
        return None
    structural = _is_structural(text, start, low, unit, hedged)
    value = low.value + tail.half
    return Reading(start, end, unit.type, value, unit=unit, bound=bound, scale=low.scale, structural=structural)


def _tail(text: str, number: Number) -> Tail:
    """The unit after a number, with the 多 or 半 inside it or after it: 个月, 个多月, 年多, 年半."""
    if inner := _INNER.match(text, number.end):
        unit: Unit | None = UNITS[f"个{inner['noun']}"]
        return Tail(unit, inner.end(), inner["more"] == "多", Decimal("0.5") if inner["more"] == "半" else Decimal(0))
    unit = unit_at(text, number.end, digits=number.digits)
    if unit is not None:
        end = number.end + len(unit.zh)
        if more := _MORE_AFTER.match(text, end):
            return Tail(unit, more.end(), True, Decimal(0))
        if (unit.type == "duration" or unit.zh == "倍") and (half := _HALF_AFTER.match(text, end)):
            return Tail(unit, half.end(), False, Decimal("0.5"))
        return Tail(unit, end, False, Decimal(0))
    return Tail(None, number.end, False, Decimal(0))


def _bounded(text: str, floor: int, position: int, tail: Tail, more: bool) -> tuple[int, int, Bound]:
    """Start, end and bound of an amount with the hedges on either side of it."""
    start, bound = hedges.before(text, floor, position)
    if bound == "nearly" and tail.unit is not None and tail.unit.type == "duration" and text[start] == "近":
        bound = "nearly" if hedges.lasted(text, start) else "exact"
    end, after = hedges.after(text, tail.end)
    if bound == "exact":
        bound = after if after != "exact" else "over" if more else "exact"
    return start, end, bound


def _upper(text: str, low: Number, position: int) -> Number | None:
    """The upper end of a range that begins with `low` at `position`: 3-5个, 6%－6.5%; None where there is none."""
    first = unit_at(text, low.end, digits=low.digits)
    to = _TO.match(text, low.end + (len(first.zh) if first else 0))
    high = number_at(text, to.end()) if to and not low.more else None
    if to is None or high is None or high.value <= low.value or high.digits != low.digits:
        return None
    second = unit_at(text, high.end, digits=high.digits)
    if first is not None and first is not second:
        return None
    if to[0] in "至到" and text[position - 1 : position] in ("由", "从"):
        return None  # 由9%到13% is a change, two quantities
    return high if second is not None or high.digits else None


def _may_stand_alone(text: str, number: Number, hedged: bool) -> bool:
    """Whether a number may go without a unit: 1.81亿, 76万群众; not 8时, 2008 or a code with letters."""
    following = text[number.end : number.end + 2]
    if _LATIN.match(following) or (number.scale == 1 and _CLOCK.match(following)):
        return False
    if not number.digits:
        return len(number.printed) > 1 and number.printed[-1] in "万亿多余" and number.value >= 10**4
    return hedged or number.scale > 1 or not re.fullmatch("(?:19|20)[0-9]{2}", number.printed)


def _is_counted(printed: str, unit: Unit, hedged: bool) -> bool:
    """一 is an article (一批, 一个) and 二 an ordinal (二级, 二期) unless the unit or a hedge makes them measures."""
    if printed == "一":
        return unit.zh in _ONE_MAY or (hedged and unit.type in ("duration", "share", "money"))
    if printed == "二":
        return unit.zh in _TWO_MAY or hedged
    return printed not in ("零", "〇", "○")


def _is_structural(text: str, start: int, number: Number, unit: Unit, hedged: bool) -> bool:
    """三个方面, 五大联盟, 《甲》《乙》两项: a small spelled number of the text's own points or of a list just given."""
    if unit.zh == "大":
        return True
    if number.digits or hedged or number.value > 10 or unit.type != "count":
        return False
    return unit.rhetorical or _LIST_END.search(text, max(0, start - 1), start) is not None
