"""Units and measure words, with their plain English. Shared by the readers of both languages.

One rule for `en`: a word that only classifies (个, 项, 张) is '' because English counts the noun itself;
a word that says what is counted or measured (人次, 亩, 元) has its English plural.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from yuedu.quantities import classifiers
from yuedu.quantities.model import Type


@dataclass(frozen=True, slots=True)
class Unit:
    """`spelled`: may follow a Chinese numeral (三年), not digits alone: 十分 is no score of 10.
    `rhetorical`: after a small Chinese numeral it counts the text's own points (三大支撑), not things in the world.
    `not_before`: characters that make another word of it: 部 in 两部门 is no measure word.
    """

    zh: str
    en: str
    type: Type = "count"
    currency: str | None = None
    spelled: bool = True
    rhetorical: bool = False
    not_before: str = ""


_MONEY = {
    "元": ("yuan", "CNY"), "块钱": ("yuan", "CNY"), "元人民币": ("yuan", "CNY"), "美元": ("US dollars", "USD"),
    "港元": ("Hong Kong dollars", "HKD"), "港币": ("Hong Kong dollars", "HKD"), "澳门元": ("patacas", "MOP"),
    "澳门币": ("patacas", "MOP"), "新台币": ("New Taiwan dollars", "TWD"), "欧元": ("euros", "EUR"),
    "英镑": ("pounds", "GBP"), "日元": ("yen", "JPY"), "韩元": ("won", "KRW"), "卢布": ("roubles", "RUB"),
    "澳元": ("Australian dollars", "AUD"), "加元": ("Canadian dollars", "CAD"), "瑞士法郎": ("Swiss francs", "CHF"),
}  # fmt: skip

_SHARE = {"%": "%", "％": "%", "‰": "‰", "百分点": "percentage points", "个百分点": "percentage points",
          "基点": "basis points", "个基点": "basis points", "倍": "times"}  # fmt: skip

_DURATION = {
    "年": ("years", "级代纪轮货华检终薪底初"), "周年": ("years", ""), "个月": ("months", ""),
    "天": ("days", "然津气空下"),
    "个工作日": ("working days", ""), "工作日": ("working days", ""), "个交易日": ("trading days", ""),
    "小时": ("hours", ""), "个小时": ("hours", ""), "学时": ("class hours", ""), "课时": ("class hours", ""),
    "分钟": ("minutes", ""), "秒": ("seconds", "批报办级"), "毫秒": ("milliseconds", ""), "个季度": ("quarters", ""),
    "个星期": ("weeks", ""), "星期": ("weeks", ""), "周": ("weeks", "边围期岁年报末"), "个世纪": ("centuries", ""),
    "个学期": ("terms", ""),
}  # fmt: skip

# Measures of the world: an English word each.
_MEASURE = {
    "人次": "person-times", "人": "people", "人口": "people", "岁": "years of age", "周岁": "years of age",
    "户次": "household-times", "件次": "item-times", "辆次": "vehicle-times", "架次": "flights", "列次": "trains",
    "班次": "services", "场次": "sessions", "批次": "batches", "车次": "trips", "次": "times", "批": "batches",
    "亩": "mu", "公顷": "hectares", "平方公里": "square kilometres", "平方千米": "square kilometres",
    "平方米": "square metres", "立方米": "cubic metres", "方": "cubic metres", "公里": "kilometres",
    "千米": "kilometres", "米": "metres", "厘米": "centimetres", "毫米": "millimetres", "微米": "micrometres",
    "纳米": "nanometres", "海里": "nautical miles", "英里": "miles", "吨": "tonnes",
    "吨标准煤": "tonnes of coal equivalent",
    "公斤": "kilograms", "千克": "kilograms", "斤": "jin", "克": "grams", "毫克": "milligrams", "微克": "micrograms",
    "升": "litres", "毫升": "millilitres", "桶": "barrels", "标准箱": "TEU", "标箱": "TEU",
    "千瓦时": "kilowatt-hours",
    "兆瓦时": "megawatt-hours", "吉瓦时": "gigawatt-hours", "千瓦": "kilowatts", "兆瓦": "megawatts",
    "吉瓦": "gigawatts", "瓦": "watts",
    "千伏": "kilovolts", "伏": "volts", "摄氏度": "degrees Celsius", "℃": "degrees Celsius", "度": "degrees",
    "千卡": "kilocalories", "微克/立方米": "micrograms per cubic metre", "比特": "bits", "字节": "bytes",
    "km": "kilometres", "kg": "kilograms", "kW": "kilowatts", "kWh": "kilowatt-hours", "MW": "megawatts",
    "GW": "gigawatts", "TWh": "terawatt-hours", "TEU": "TEU", "PB": "petabytes", "TB": "terabytes", "GB": "gigabytes",
    "分贝": "decibels", "户": "households", "床位": "beds", "张床位": "beds",
}  # fmt: skip
_DIGITS_ONLY = frozenset("方米克升桶瓦伏度斤")  # 三方, 万斤: too often another word after a Chinese numeral
_MEASURE_NOT_BEFORE = {
    "人": "民才员力均工大社类防居文生机心气选格们身事口体", "次": "产方要于品生级数序", "户": "籍外均口主型",
    "方": "面案式法向便针位", "度": "过假", "升": "级至到高学", "米": "粉", "克": "服", "批": "准评发复示",
    "岁": "月末", "桶": "装",
}  # fmt: skip


def _classifiers(words: str, *, spelled: bool = True, rhetorical: bool = False) -> list[Unit]:
    split = (word.partition(":") for word in words.split())
    return [Unit(zh, "", spelled=spelled, rhetorical=rhetorical, not_before=stop) for zh, _, stop in split]


UNITS: dict[str, Unit] = {
    unit.zh: unit
    for unit in (
        *(Unit(zh, en, "money", code) for zh, (en, code) in _MONEY.items()),
        *(Unit(zh, en, "share") for zh, en in _SHARE.items()),
        *(Unit(zh, en, "duration", spelled=zh != "秒", not_before=stop) for zh, (en, stop) in _DURATION.items()),
        *(
            Unit(zh, en, spelled=zh not in _DIGITS_ONLY, not_before=_MEASURE_NOT_BEFORE.get(zh, ""))
            for zh, en in _MEASURE.items()
        ),
        *_classifiers(classifiers.PLAIN),
        *_classifiers(classifiers.DIGITS_ONLY, spelled=False),
        *_classifiers(classifiers.RHETORICAL, rhetorical=True),
    )
}

NO_UNIT = Unit("", "")
YUAN = UNITS["元"]
PERCENT = UNITS["%"]


def plain(value: Decimal) -> str:
    """A decimal as the contract prints it: no exponent, no trailing zeros; 1E+8 is '100000000'."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent_of(numerator: Decimal, denominator: Decimal) -> Decimal:
    """A fraction in per cent, to six decimals, the same in every language: 三分之一 and 'a third' are 33.333333."""
    return (numerator * 100 / denominator).quantize(Decimal("0.000001"))
