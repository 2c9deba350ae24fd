"""The date that words state, as ISO 8601, and the line that dates a document."""

from __future__ import annotations

import re
from datetime import date

from yuedu.text.grammar import DATE, MONTH
from yuedu.text.numerals import label_number
from yuedu.text.stated import Frame, Stated
from yuedu.text.tree import FrontLine, Passage

_PARTS = re.compile(
    r"([\d〇○零一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,3})月(?:([\d一二三四五六七八九十]{1,3})日)?"
)
_DAY = re.compile(
    r"([\d〇○零一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日"
)
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_DATED = re.compile(DATE)
_DATED_TO_THE_MONTH = re.compile(rf"{DATE}|{MONTH}")


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


def dated(frame: Frame) -> tuple[Stated, str] | None:
    """The date of a document, and in Chinese which line has it: the first of these places that has one."""
    places = (
        (frame.head, ("date",), "题下日期"),
        (frame.head, ("byline",), "署名行所载日期"),
        (frame.head, ("occasion",), "会议行所载日期"),
        (frame.head, ("subtitle",), "副题所载日期"),
        (frame.title, ("title",), "题中日期"),
        (frame.tail, ("date",), "文末署期"),
        (frame.tail, ("signature",), "文末署期"),
        (frame.head, ("note",), "题注日期"),
    )
    for parts, roles, basis in places:
        for part in parts:
            if part.role in roles and (found := _in_part(frame, part)):
                return found, basis
    for passage in frame.tree.passages:  # a notice with what it issues after its date
        if re.fullmatch(rf"[（(]?(?:{DATE})[）)]?", passage.zh):
            found = _in_part(frame, passage)
            return (found, "文中署期") if found else None
    return None


def _in_part(frame: Frame, part: FrontLine | Passage) -> Stated | None:
    match = _DATED.search(part.zh)
    if match is None and isinstance(part, FrontLine) and part.role == "date":
        match = _DATED_TO_THE_MONTH.search(part.zh)
    iso = iso_date_or_month(match[0]) if match else None
    if not match or not iso:
        return None
    return frame.stated(iso, part, part.start + match.start(), part.start + match.end())
