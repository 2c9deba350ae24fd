"""Chinese dates to ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from yuedu.quantities.numerals import DIGIT_HAN, D, arabic, han


class Date(NamedTuple):
    """ISO ends of a date or of a range of dates; `end` is the offset after it."""

    value: str
    value_max: str | None
    end: int


# The year a word names, counted from the year of the document.
RELATIVE_YEARS = {
    "今年": 0, "本年": 0, "本年度": 0, "年内": 0, "去年": -1, "上年": -1, "上一年": -1, "前年": -2, "明年": 1
}  # fmt: skip
RELATIVE = "(?:今年|本年|去年|上年|前年|明年)"

_DASH = r"(?:[-－–—―~～至到]|——)"
_YEAR = rf"(?:[12１２]{D}{{3}}|[一二]{DIGIT_HAN}{{3}})(?!{D})"
_MONTH = rf"(?:[01０１]?{D}|十[一二]?|[一二三四五六七八九])"
_DAY = rf"(?:[0-3０-３]?{D}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}


def _number(text: str) -> int:
    value = arabic(text) if re.match(D, text) else han(text)
    return int(value) if value is not None else 0


def _year(match: re.Match[str], today: int | None, group: str = "year") -> str | None:
    """The four digits of an absolute or relative year, None where it is not known."""
    text = match.groupdict().get(group)
    if text is None:
        return str(today) if today is not None else None
    if text in RELATIVE_YEARS:
        return str(today + RELATIVE_YEARS[text]) if today is not None else None
    return f"{_number(text):04d}"


def _day(match: re.Match[str], today: int | None) -> Date | None:
    year = _year(match, today)
    month, day = _number(match["month"]), _number(match["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    iso = f"{year or '-'}-{month:02d}-{day:02d}"
    last = match.groupdict().get("last_day")
    if last is None:
        return Date(iso, None, match.end())
    last_month = _number(match["last_month"]) if match["last_month"] else month
    return Date(iso, f"{year or '-'}-{last_month:02d}-{_number(last):02d}", match.end())


def _month(match: re.Match[str], today: int | None) -> Date | None:
    year = _year(match, today)
    months = [_number(match[name]) for name in ("month", "last_month") if match[name]]
    if not all(1 <= month <= 12 for month in months):
        return None
    ends = [f"{year or '-'}-{month:02d}" for month in months]
    return Date(ends[0], ends[1] if len(ends) > 1 else None, match.end())


def _part(match: re.Match[str], today: int | None) -> Date | None:
    """Halves and quarters of a year, as ranges of months."""
    year, part = _year(match, today), match["part"]
    if part.endswith("半年"):
        first, last = (1, 6) if part[0] == "上" else (7, 12)
    else:
        quarter = _QUARTERS.get(part.removesuffix("季度")[-1]) or _number(part.removesuffix("季度")[-1])
        if not 1 <= quarter <= 4:
            return None
        first, last = (1 if part[0] == "前" else 3 * quarter - 2), 3 * quarter
    return Date(f"{year or '-'}-{first:02d}", f"{year or '-'}-{last:02d}", match.end())


def _one_year(match: re.Match[str], today: int | None) -> Date | None:
    year = _year(match, today)
    return Date(year, None, match.end()) if year is not None else None


def _years(match: re.Match[str], today: int | None) -> Date | None:
    first = _year(match, today)
    last = _year(match, today, "last_year")
    return Date(first, last, match.end()) if first is not None else None


def _school(match: re.Match[str], today: int | None) -> Date | None:
    """2023-24学年: the second year by its last two digits."""
    first, last = _number(match["year"]), _number(match["last"])
    if last != (first + 1) % 100:
        return None
    return Date(f"{first:04d}", f"{first + 1:04d}", match.end())


def _decades(match: re.Match[str], today: int | None) -> Date | None:
    """九十年代, 五六十年代, 上世纪80年代: of the twentieth century where none is named."""
    first = (
        _number(match["decade"])
        if match["decade"][0] in "0123456789０１２３４５６７８９"
        else 10 * _number(match["decade"][0])
    )
    last = 10 * _number(match["last"]) if match["last"] else first
    return Date(f"{1900 + first:04d}", f"{1909 + last:04d}", match.end())


def _era(match: re.Match[str], today: int | None) -> Date | None:
    century, decade = _number(match["century"]), match["decade"]
    first = (century - 1) * 100 + (_number(decade) if decade else 0)
    if decade:
        return Date(f"{first:04d}", f"{first + 9:04d}", match.end())
    return Date(f"{first + 1:04d}", f"{first + 100:04d}", match.end())


def _within(match: re.Match[str], today: int | None) -> Date | None:
    return None if today is None else Date(str(today), None, match.end())


Reader = Callable[[re.Match[str], "int | None"], "Date | None"]
_Y = rf"(?P<year>{_YEAR}(?=年)|{RELATIVE})(?:(?<!年)年)?"

# Ordered: the longer shape first. Each row: an example, the pattern, what reads it.
SHAPES: tuple[tuple[str, re.Pattern[str], Reader], ...] = tuple(
    (example, re.compile(pattern), reader)
    for example, pattern, reader in (
        (
            "2026-02-09",
            rf"(?P<year>{_YEAR})[-/](?P<month>{D}{{1,2}})[-/](?P<day>{D}{{1,2}})(?!{D})(?: ?{D}{{1,2}}(?::{D}{{2}})+)?",
            _day,
        ),
        (
            "2023年10月1日至7日",
            rf"(?:{_Y})?(?P<month>{_MONTH})月(?P<day>{_DAY})日?{_DASH}(?:(?P<last_month>{_MONTH})月)?(?P<last_day>{_DAY})日",
            _day,
        ),
        ("2023年2月7日", rf"(?:{_Y})?(?P<month>{_MONTH})月(?P<day>{_DAY})[日号]", _day),
        ("2022年1—6月", rf"(?:{_Y})?(?P<month>{_MONTH})月?(?:{_DASH}(?P<last_month>{_MONTH}))月(?:份|底)?", _month),
        ("2022年11月", rf"(?:{_Y})?(?P<month>{_MONTH})(?P<last_month>(?!))?月(?:份|底)?(?!亮|球|饼|薪|嫂)", _month),
        ("2023年上半年", rf"(?:{_Y})?(?P<part>[上下]半年)", _part),
        ("去年前三季度", rf"(?:{_Y})?第?(?P<part>前?[一二三四1-4]季度)", _part),
        (
            "2023-24学年",
            rf"(?P<year>{_YEAR})(?:[-－–—~～/]|——|至)(?P<last>[0-9]{{2}}|{DIGIT_HAN}{{2}}|{DIGIT_HAN}?十{DIGIT_HAN}?)(?!{D})(?:财政年度|财年|学年度?|年度|雪季|赛季|榨季|季度|年)?(?!月)",
            _school,
        ),
        ("2006—2010年", rf"(?P<year>{_YEAR})年?{_DASH}(?P<last_year>{_YEAR})年(?:度|底)?", _years),
        ("2022年度", rf"(?P<year>{_YEAR})(?P<last_year>(?!))?年(?:度(?!假)|底|末|初)?", _one_year),
        (
            "20世纪90年代",
            rf"(?P<century>{D}{{2}}|二十一?|十九)世纪(?:(?P<decade>{D}0|[二三四五六七八九]十)年代)?",
            _era,
        ),
        (
            "上世纪九十年代",
            r"(?:上世纪|上个世纪)?(?P<decade>[二三四五六七八九](?=[三四五六七八九]?十)|[2-9２-９][0０](?=年代)|[二三四五六七八九]0)(?P<last>[三四五六七八九](?=十))?十?年代",
            _decades,
        ),
        ("年内", r"(?<![一二三四五六七八九十两0-9０-９几当同半多百])年内", _within),
    )
)  # fmt: skip


def read(text: str, position: int, today: int | None) -> Date | None:
    """The date that starts at `position`, or None. `today` is the year of the document."""
    for _, pattern, reader in SHAPES:
        if (match := pattern.match(text, position)) and (date := reader(match, today)):
            return date
    return None
