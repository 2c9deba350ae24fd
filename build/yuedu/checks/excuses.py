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
    return {n.value for n in numbers if n and not any(q.start < n.end and n.start < q.end for q in there)}


def in_words(q: Quantity, english: str) -> bool:
    """A small number may be a word that is no numeral: both, twice, the second, annual."""
    value = Decimal(q.value)
    if value == 100 and q.unit_zh in PERCENT:
        return _ALL.search(english) is not None
    if q.value_max is not None or q.currency or q.unit_zh in PERCENT | POINTS | TIMES or value != int(value):
        if value == Decimal("0.5") and q.type == "duration":
            return re.search(r"\bhalf|six[\s-]months?", english, re.I) is not None
        return False
    words = _SMALL.get(int(value))
    return bool(words and re.search(rf"(?<![A-Za-z])(?:{words})(?![A-Za-z])", english, re.I))


_VAGUE = re.compile(
    "(?<![0-9０-９一二两三四五六七八九十百千万几.．])([百千]?万?亿|[百千]?万|千|百)"
)  # 上亿, 万亿级: about as many
_ALL = re.compile(
    r"\b(?:all|every|each|full\w*|entire\w*|whol\w+|universal\w*|complete\w*|nationwide|throughout)\b", re.I
)
_SLASH = re.compile(r"(?<![0-9/])([1-9][0-9]?)/([1-9][0-9]?)(?![0-9/])")  # 1/4
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
    known = _printed(zh) | {p for q in quantities if q.type != "date" for p in _values(q)}
    if e.unit_zh in PERCENT | POINTS:
        known = frozenset(
            p
            for q in quantities
            if q.type != "date" and q.unit_zh in PERCENT | POINTS | TIMES | {"‰"}
            for p in _values(q)
        )
        known |= {p * 100 for q in quantities if q.unit_zh in TIMES for p in _values(q)}
        if spelled:
            known |= _printed(zh)
    elif e.unit_zh in TIMES:
        known |= {v + 1 for v in known}
    return not all(v in known for v in values)


def _fold_in(zh: str, e: Quantity) -> bool:
    """Doubled, halved, half: where the Chinese has a word for it that is no quantity."""
    return re.search("翻|倍|双|半|对折|各占|减半", zh) is not None or Decimal(e.value) == 50


def _values(q: Quantity) -> list[Decimal]:
    return [Decimal(v) for v in (q.value, q.value_max) if v is not None]
