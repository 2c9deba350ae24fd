"""What excuses a figure that stands on one side alone: words that say a number, names, rates, what the Chinese prints."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from yuedu.checks.likeness import PERCENT, POINTS, TIMES
from yuedu.quantities.english import letters
from yuedu.quantities.english.numerals import number_at
from yuedu.quantities.model import Quantity
from yuedu.quantities.numerals import ARABIC, HAN, han, mixed, scale
from yuedu.quantities.units import percent_of

_SMALL = {
    1: r"an?|one|once|single|each|every|first|per|annual(?:ly)?|half", 2: r"two|both|pair|couple|twice|dual|doubl\w*|second|twin|secondary|either|two-\w+|half",
    3: r"three|third|tripl\w*|thrice|tertiary|tri\w+", 4: r"four|fourth|quarter\w*|quadr\w+", 5: r"five|fifth", 6: r"six|sixth", 7: r"seven|seventh",
    8: r"eight|eighth", 9: r"nine|ninth", 10: r"ten|tenth|decade\w*|decimal", 11: "eleven|eleventh", 12: "twelve|twelfth|dozen",
    50: r"half[\s-]century|fiftieth", 100: r"centen(?:ary|nial)\w*|century|hundred\w*", 200: r"bicenten\w+", 1000: r"millenni\w+|thousand\w*",
}  # fmt: skip


def passed_over(english: str, there: tuple[Quantity, ...]) -> set[Decimal]:
    """The numbers in digits that the reader took for a name's or a rate's: per 100,000 people, Global 500."""
    plain = letters.plain(english)
    numbers = (number_at(plain, m.start()) for m in re.finditer(r"(?<![0-9.,])[0-9]", plain))
    read = [q for q in there if not (q.type == "date" and re.fullmatch("[0-9]{4}", q.zh))]
    return {n.value for n in numbers if n and not any(q.start < n.end and n.start < q.end for q in read)}


def in_words(q: Quantity, english: str) -> bool:
    """A small number may be a word that is no numeral: both, twice, the second, annual."""
    value = Decimal(q.value)
    if _said_otherwise(q, value, english):
        return True
    if value == 100 and q.unit_zh in PERCENT:
        return _ALL.search(english) is not None
    if q.value_max is not None or q.currency or q.unit_zh in PERCENT | POINTS | TIMES or value != int(value):
        if value == Decimal("0.5") and q.type == "duration":
            return re.search(r"\bhalf|six[\s-]months?", english, re.I) is not None
        return False
    words = _SMALL.get(int(value))
    return bool(words and re.search(rf"(?<![A-Za-z])(?:{words})(?![A-Za-z])", english, re.I))


# Units of which one or a half may be said without a number: every percentage point, half a point.
_EACH = {
    "points": r"percentage[ -]points?|percent points?", "percent": r"percent(?:age point)?|per cent|percentage|%",
}  # fmt: skip
_DISCOUNT = re.compile(r"\b(?:discount\w*|off|reduction|cheaper|less)\b", re.I)
_YEARS = re.compile(r"\b((?:19|20)[0-9]{2})(?: ?[-–—] ?| to | through | and )((?:19|20)?[0-9]{2})\b")
# Words for a number of hours or days. Each row: unit, value, the English.
_AROUND = (
    ("小时", 24, r"(?:a)?round[ -]the[ -]clock|day and night|24/7|all day|at all hours|at any time"),
    ("天", 365, r"every day|all year|year[ -]round|day in,? day out|throughout the year|the whole year"),
    ("天", 7, r"a week\b|one week|every day|24/7|all week|seven-day"),
    ("小时", 48, r"two days"), ("小时", 72, r"three days"), ("个月", 12, r"a year|one year|twelve|year-long"), ("年", 100, r"centur\w+|centen\w+"),
)  # fmt: skip


def _said_otherwise(q: Quantity, value: Decimal, english: str) -> bool:
    """Every percentage point for 1个百分点, around the clock for 24小时."""
    if q.value_max is None and value == 1 and q.unit_zh in PERCENT | POINTS:
        words = _EACH["points" if q.unit_zh in POINTS else "percent"]
        return (
            re.search(
                rf"\b(?:every|each|an?|per|no|any|with each|single|one)[ -](?:single |full |additional |extra )?(?:{words})",
                english,
                re.I,
            )
            is not None
        )
    if q.unit_zh == "折" and _DISCOUNT.search(english):
        return (
            re.search(rf"(?<![0-9.]){100 - value:f}(?:\.0+)?(?: ?%| per ?cent)", english) is not None
        )  # 八折: 20 percent off
    if q.unit_zh in ("年", "岁") and (span := _YEARS.search(english)):
        first, last = int(span[1]), int(span[2] if len(span[2]) == 4 else span[1][:2] + span[2])
        return int(value) == value and last - first + 1 in (value, value + 1)  # 过去五年: 2018 to 2022
    return any(
        q.unit_zh.removeprefix("个") == unit.removeprefix("个")
        and value == n
        and re.search(rf"\b(?:{words})", english, re.I)
        for unit, n, words in _AROUND
    )


_TWO_YEARS = re.compile("(?:今明|去今|明后|[今去前]年?[、和与及]?[明今去后]年?)[这的]?$")


def years_by_name(q: Quantity, zh: str) -> bool:
    """今明两年 names its two years, and this year and next counts none."""
    return q.type == "duration" and q.value == "2" and _TWO_YEARS.search(zh[max(0, q.start - 6) : q.start]) is not None


_VAGUE = re.compile(
    "(?<![0-9０-９一二两三四五六七八九十百千万几.．])([百千]?万?亿|[百千]?万|千|百)"
)  # 上亿, 万亿级: about as many
_ALL = re.compile(
    r"\b(?:all|everyone|everybody|every|each|full\w*|entire\w*|whol\w+|universal\w*|complete\w*|nationwide|throughout)\b",
    re.I,
)
_SLASH = re.compile(r"(?<![0-9/])([1-9][0-9]?)/([1-9][0-9]?)(?![0-9/])")  # 1/4
_POINTED = re.compile(r"(?<![0-9])([0-9]{1,2})[·•・]([0-9]{1,2})(?![0-9])")  # 9·20
_ONE_IN = re.compile(r" (?:in|out of)(?: every)? ", re.I)
_RAW = re.compile(rf"{ARABIC}|{HAN}")


@lru_cache(maxsize=1024)
def _printed(zh: str) -> frozenset[Decimal]:
    """Every number that the Chinese prints, whatever it says."""
    values = {
        Decimal(v)
        for m in _RAW.finditer(zh)
        if (v := (mixed(m[0]) if m[0][0].isdigit() or m[0][0] in "０１２３４５６７８９" else han(m[0]))) is not None
    }
    return (
        frozenset(values)
        | {Decimal(scale(m[1])) for m in _VAGUE.finditer(zh)}
        | {Decimal(f"{m[1]}.{m[2]}") for m in _POINTED.finditer(zh)}
        | {percent_of(Decimal(m[1]), Decimal(m[2])) for m in _SLASH.finditer(zh)}
    )


def is_extra(e: Quantity, zh: str, quantities: tuple[Quantity, ...]) -> bool:
    if e.type == "date":
        return False
    if e.type == "rank":
        return False
    values = _values(e)
    if (rate := _ONE_IN.search(e.zh)) and (whole := number_at(letters.plain(e.zh), rate.end())):
        return whole.value not in _printed(zh)  # 每三家就有一家, one in three
    spelled = not any(c.isdigit() for c in e.zh)
    if spelled and all(v <= 12 for v in values) and e.unit_zh not in PERCENT | POINTS and not e.currency:
        return False
    if spelled and e.unit_zh in TIMES | PERCENT and e.type == "share" and _fold_in(zh, e):
        return False
    if e.unit_zh == "岁" or "year" in e.zh.lower():
        values = [v for v in values if not any(v in ages and re.search(words, zh) for words, ages in _AGES)]
    known = _printed(zh) | {p for q in quantities if q.type != "date" for p in _values(q)}
    if e.unit_zh in PERCENT | POINTS:
        known = frozenset(
            p
            for q in quantities
            if q.type != "date" and q.unit_zh in PERCENT | POINTS | TIMES | {"‰"}
            for p in _values(q)
        )
        known |= {p * 100 for q in quantities if q.unit_zh in TIMES for p in _values(q)}
        known |= {100 - p for q in quantities if q.unit_zh == "折" for p in _values(q)}
        if spelled:
            known |= _printed(zh)
    elif e.unit_zh in TIMES:
        known |= {v + 1 for v in known}
    return not all(v in known for v in values)


# Ages by their names. Each row: the Chinese, the ages that English may give for it.
_AGES = (
    ("花甲", (60,)), ("古稀", (70,)), ("耄耋", (80, 90)), ("期颐", (100,)), ("而立", (30,)), ("不惑", (40,)), ("半百|知天命", (50,)),
)  # fmt: skip


def _fold_in(zh: str, e: Quantity) -> bool:
    """Doubled, halved, half: where the Chinese has a word for it that is no quantity."""
    return re.search("翻|倍|双|半|对折|各占|减半", zh) is not None or Decimal(e.value) == 50


def _values(q: Quantity) -> list[Decimal]:
    return [Decimal(v) for v in (q.value, q.value_max) if v is not None]
