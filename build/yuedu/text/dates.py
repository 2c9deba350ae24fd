"""The date that words state, as ISO 8601."""

from __future__ import annotations

import re
from datetime import date

from yuedu.text.grammar import DATE, MONTH
from yuedu.text.numerals import label_number

_PARTS = re.compile(
    r"([\d〇○零一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,3})月(?:([\d一二三四五六七八九十]{1,3})日)?"
)
_DAY = re.compile(
    r"([\d〇○零一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日"
)
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
DATED = re.compile(DATE)
DATED_TO_THE_MONTH = re.compile(rf"{DATE}|{MONTH}")


def iso_date(text: str) -> str | None:
    """The first date in a text, 2023年2月7日 or 二〇二三年二月七日, as ISO 8601; None for no such day."""
    match = _DAY.search(text)
    return _iso(match) if match else None


def iso_date_or_month(text: str) -> str | None:
    """The first day or month in a text: 2022年2月 is 2022-02; None for no such day or month."""
    match = _PARTS.search(text)
    return _iso(match) if match else None


def _iso(match: re.Match[str]) -> str | None:
    month, day = label_number(match[2]), label_number(match[3]) if match[3] else 1
    try:
        found = date(int(match[1].translate(_DIGITS)), month or 0, day or 0).isoformat()
    except ValueError:
        return None
    return found if match[3] else found[:7]
