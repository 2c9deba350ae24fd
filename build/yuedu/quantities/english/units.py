"""English unit words, each the unit of `quantities.units` that it renders."""

from __future__ import annotations

import re
from typing import NamedTuple

from yuedu.quantities.units import UNITS, Unit

TIMES = Unit("次", "times")
DECADE = Unit("年代", "decades", "duration")

# zh unit: the English words for it, as patterns.
_WORDS: dict[str, str] = {
    "个百分点": r"percentage[ -]points?|percent points?|p\.?p\.?(?![a-z])",
    "个基点": r"basis[ -]points?|bps",
    "%": r"%|per ?cent(?:age)?(?! ?(?:age)?[ -]points?)|pct",
    "‰": r"‰|per mille?|per thousand|per 1,000",
    "美元": r"(?:us|u\.s\.|american) dollars?|dollars?|usd",
    "港元": r"hong kong dollars?|hkd", "澳门元": r"patacas?|mop", "新台币": r"new taiwan dollars?|twd",
    "欧元": r"euros?|eur", "英镑": r"pounds?(?: sterling)?|gbp", "日元": r"(?:japanese )?yen|jpy",
    "韩元": r"(?:south korean |korean )?won(?= (?:in|of|worth|for|to)|[,.;)])|krw", "卢布": r"roubles?|rubles?|rub",
    "澳元": r"australian dollars?|aud", "加元": r"canadian dollars?|cad", "瑞士法郎": r"swiss francs?|chf",
    "元": r"yuan|renminbi|rmb|cny",
    "年": r"years?(?! of age|-old| old)|yrs?", "个月": r"months?", "天": r"(?:calendar )?days?",
    "个工作日": r"(?:working|business|work)[ -]days?", "个交易日": r"trading[ -]days?",
    "小时": r"hours?|hrs?", "学时": r"class[ -]hours?", "分钟": r"minutes?|mins?", "秒": r"seconds?|secs?",
    "毫秒": r"milliseconds?|ms", "个季度": r"quarters?", "周": r"weeks?", "个世纪": r"centur(?:y|ies)",
    "个学期": r"terms?(?= )|semesters?",
    "人": r"people|persons?",
    "亩": r"mus?|mou", "公顷": r"hectares?|ha",
    "平方公里": r"(?:square|sq\.?)[ -](?:kilomet(?:er|re)s?|km)|km²|km2", "平方米": r"(?:square|sq\.?)[ -](?:met(?:er|re)s?|m)|m²|m2",
    "立方米": r"(?:cubic|cu\.?)[ -](?:met(?:er|re)s?|m)|m³|m3", "公里": r"kilomet(?:er|re)s?|kms?",
    "米": r"met(?:er|re)s?|m", "厘米": r"centimet(?:er|re)s?|cm", "毫米": r"millimet(?:er|re)s?|mm",
    "微米": r"micromet(?:er|re)s?|microns?", "纳米": r"nanomet(?:er|re)s?|nm",
    "海里": r"nautical miles?", "英里": r"miles?",
    "吨标准煤": r"(?:metric )?ton(?:ne)?s? of (?:standard coal|coal equivalent)(?: equivalent)?",
    "吨": r"(?:metric[ -])?ton(?:ne)?s?", "公斤": r"kilogram(?:me)?s?|kilos?|kgs?", "斤": r"jin|catt(?:y|ies)",
    "毫克": r"milligram(?:me)?s?|mg",
    "微克/立方米": r"micrograms? per cubic met(?:er|re)|µg/m³|μg/m³", "微克": r"microgram(?:me)?s?|µg|μg", "克": r"gram(?:me)?s?|g",
    "毫升": r"millilit(?:er|re)s?|ml", "升": r"lit(?:er|re)s?", "桶": r"barrels?", "标准箱": r"teus?|standard containers?|twenty-foot equivalent units?",
    "千瓦时": r"kilowatt[ -]hours?|kwh", "兆瓦时": r"megawatt[ -]hours?|mwh", "吉瓦时": r"gigawatt[ -]hours?|gwh", "TWh": r"terawatt[ -]hours?|twh",
    "千瓦": r"kilowatts?|kw", "兆瓦": r"megawatts?|mw", "吉瓦": r"gigawatts?|gw", "瓦": r"watts?",
    "千伏": r"kilovolts?|kv", "伏": r"volts?", "℃": r"degrees? (?:celsius|centigrade)|°c|℃", "度": r"degrees?",
    "千卡": r"kilocalories|kcal", "PB": r"petabytes?|pb", "TB": r"terabytes?|tb", "GB": r"gigabytes?|gb", "分贝": r"decibels?|db",
    "周岁": r"years? of age|years?[ -]olds?",
}  # fmt: skip
_DECADE = r"decades?"
_TIMES = r"times"
_BY_GROUP: dict[str, Unit] = {}


def _alternatives() -> str:
    rows = [(zh, UNITS[zh]) for zh in _WORDS]
    patterns = []
    for n, (zh, unit) in enumerate(rows):
        _BY_GROUP[f"u{n}"] = unit
        patterns.append(f"(?P<u{n}>{_WORDS[zh]})")
    _BY_GROUP["decade"], _BY_GROUP["times"] = DECADE, TIMES
    return "|".join([*patterns, f"(?P<decade>{_DECADE})", f"(?P<times>{_TIMES})"])


# What may stand between a number and its unit: four consecutive years, two full percentage points.
_ADJECTIVE = (
    r"(?:(?:consecutive|straight|successive|full|whole|more|additional|further|calendar|extra|short|long|new|solid"
    r"|running|other)[ -])?"
)
_AFTER = re.compile(rf"[ \xa0-]?(?:of )?{_ADJECTIVE}(?:{_alternatives()})(?![a-z0-9²³])")
_AFTER_MONEY = re.compile(r"[ \xa0-]?(?:(?:worth )?of )?")

_CURRENCIES = {
    "元": r"rmb|cny|cn¥|¥|yuan|renminbi", "美元": r"us ?\$|usd|u\.s\. ?\$|\$", "港元": r"hk ?\$|hkd", "澳门元": r"mop\$?",
    "新台币": r"nt ?\$|twd", "欧元": r"€|eur", "英镑": r"£|gbp", "日元": r"jp¥|jpy", "澳元": r"a ?\$|aud", "加元": r"c ?\$|cad",
}  # fmt: skip
_CURRENCY = re.compile(
    r"(?<![a-z])(?:" + "|".join(f"(?P<c{n}>{p})" for n, p in enumerate(_CURRENCIES.values())) + r")[ \xa0]?$"
)


class Placed(NamedTuple):
    """A unit and the offset after it (or, for one before the number, where it begins)."""

    unit: Unit
    at: int


def unit_at(text: str, position: int) -> Placed | None:
    """The unit after a number that ends at `position`: percent, yuan, consecutive years."""
    match = _AFTER.match(text, position)
    if match is None or match.lastgroup is None:
        return None
    unit = _BY_GROUP[match.lastgroup]
    if (
        unit.zh in ("米", "克", "度", "分贝")
        and len(match[match.lastgroup]) == 1
        and text[match.end() : match.end() + 1] == "'"
    ):
        return None
    return Placed(unit, match.end())


def currency_before(text: str, floor: int, position: int) -> Placed | None:
    """The currency that ends where a number begins: RMB, US$, €."""
    match = _CURRENCY.search(text, max(floor, position - 9), position)
    if match is None or match.lastgroup is None:
        return None
    return Placed(UNITS[list(_CURRENCIES)[int(match.lastgroup[1:])]], match.start())
