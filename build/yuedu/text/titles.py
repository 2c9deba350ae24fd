"""Which lines before the text are its title: one line, or two to four that read on.

A line with the shape of a title (…的通知) is one; where none has it, the title is what stands right above the first line
that can only follow a title: a subtitle, a date, a speaker, the address to the hall.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yuedu.text.furniture import furniture_kind
from yuedu.text.grammar import GENRE, OFFICIAL
from yuedu.text.lines import front_role
from yuedu.text.speakers import person

MOST_LINES = 4
LONGEST_SLOGAN = 40
"""A line of a title that has no genre word, in characters."""

_FOLLOWS = frozenset({"subtitle", "occasion", "date", "number", "note", "salutation", "addressees"})
_BREAKS = frozenset({"number", "date", "seal", "note", "subtitle", "occasion", "salutation", "addressees"})
_GOES_ON = re.compile("关于|關於|印发|转发|批转|对|在|落实")
_RUNS = re.compile(rf"(?:关于|關於|印发|转发|批转)(?!.*(?:{GENRE})$)|^在(?!.*(?:上|{GENRE})$)")
_CIRCULATES = re.compile("(?:印发|转发|批转|公布|发布)(?!.*(?:通知|函|令|公告|决定)$)")
_EDITION = re.compile(
    r"[（(](?:试行|草案|暂行|征求意见稿|公开征求意见稿|修订|修订稿|修正|送审稿|审议稿|书面|\d{4}(?:年)?[—－–~～至-]\d{4}年?|\d{4}年版?)[）)](?:的(?:通知|决定|公告))?"
)
_ORGAN = re.compile(rf"(?:[^，。：；]{{2,30}}(?:{OFFICIAL})|中共中央|国务院|國務院)(?:文件|令)?")


def is_organ(line: str) -> bool:
    """Whether a line is the name of an office that issues, or of several with a gap between: 国务院办公厅, 中共某省委."""
    return all(
        _ORGAN.fullmatch(one) and not re.search("^(?:关于|在|决胜|全面|推进|建设|加快)", one)
        for one in line.split("\u3000")
    )


def title_lines(lines: Sequence[str], end: int) -> range:
    """The lines of the title among the first `end` lines, an empty range where there is none."""
    roles = [front_role(line) for line in lines[:end]]
    page = [furniture_kind(line) is not None for line in lines[:end]]
    stop = next((n for n, role in enumerate(roles) if role == "salutation"), end)
    first = _shaped(lines, roles, page, stop)
    if first is None:
        return _above(lines, roles, page, stop, end)
    start, last = first, first
    while start > 0 and last - start < MOST_LINES - 1 and _runs_on(lines, roles, page, start - 1, last):
        start -= 1
    while last + 1 < stop and last - start < MOST_LINES - 1 and _is_continued(lines, roles, start, last):
        last += 1
    return range(start, last + 1)


def _shaped(lines: Sequence[str], roles: list[str | None], page: list[bool], stop: int) -> int | None:
    """The line with the shape of a title; of several the one with a line below it that follows a title, else the first."""
    found = [n for n in range(stop) if roles[n] == "title" and not page[n]]
    if not found:
        return None

    def followed(n: int) -> bool:
        after = next((m for m in range(n + 1, len(roles)) if lines[m] and not page[m]), None)
        if after is None:
            return False
        if after == n + 1 and after in found and not lines[n].endswith(lines[after]):
            return followed(after)
        return roles[after] in _FOLLOWS or person(lines[after]) is not None

    chosen = next((n for n in found if followed(n)), found[0])
    return next(n for n in found if lines[n] == lines[chosen])


def _above(lines: Sequence[str], roles: list[str | None], page: list[bool], stop: int, end: int) -> range:
    def could_be(n: int) -> bool:
        line = lines[n]
        plain = roles[n] is None or (roles[n] == "issuer" and not is_organ(line))
        return plain and not page[n] and 4 <= len(line) <= LONGEST_SLOGAN and person(line) is None and "：" not in line

    for n in range(1, min(stop + 1, end)):
        follows = roles[n] in _FOLLOWS or person(lines[n]) is not None or is_organ(lines[n])
        if not follows or not could_be(n - 1):
            continue
        start = n - 1
        while start > 0 and n - start < MOST_LINES - 1 and could_be(start - 1):
            start -= 1
        return range(start, n)
    return range(0)


def _runs_on(lines: Sequence[str], roles: list[str | None], page: list[bool], n: int, last: int) -> bool:
    """Whether line `n` reads on into the title below it."""
    line, below = lines[n], lines[n + 1]
    if page[n] or not line or roles[n] in _BREAKS or re.search("[。；：]", line) or line.endswith("文件"):
        return False
    if re.match("[的和与及暨]|上的", below) and not is_organ(line):
        return True
    if is_organ(line):
        return bool(_GOES_ON.match(below)) or (is_organ(below) and n + 1 < last)
    if roles[n] == "title":
        return bool(_CIRCULATES.search(line)) or _open(line)
    if _RUNS.search(line) or _open(line):
        return True
    above = lines[n - 1] if n else ""  # the middle one of three
    return len(line) <= 30 and bool(above) and not page[n - 1] and (bool(_RUNS.search(above)) or _open(above))


def _is_continued(lines: Sequence[str], roles: list[str | None], start: int, last: int) -> bool:
    below = lines[last + 1]
    whole = "".join(lines[start : last + 1])
    if _EDITION.fullmatch(below):
        return True
    if roles[last + 1] in _BREAKS or re.search("[。；：]", below):
        return False
    if re.match("[的和与及暨]|上的", below):
        return True
    closes = _open(whole) and len(below) <= LONGEST_SLOGAN and not _open(whole + below)
    return closes or (roles[last + 1] == "title" and bool(_CIRCULATES.search(whole)))


def _open(words: str) -> bool:
    """Whether a bracket or a quotation is not closed: 关于印发《广东省数字经济."""
    return any(words.count(a) > words.count(b) for a, b in ("《》", "“”", "（）", "〈〉"))


def joined(lines: Sequence[str]) -> str:
    """The lines as one title: nothing between where one sentence runs on, a space between two slogans or two offices."""
    lines = [line.replace("\u3000", " ") for line in lines]
    title = lines[0].rstrip("※*＊")
    for n, line in enumerate(lines[1:], start=1):
        offices = all(map(is_organ, (*lines[n - 1].split(" "), *line.split(" "))))
        one = re.search(f"关于|關於|印发|^在|(?:{GENRE})(?:[（(].*[）)])?$", "".join(lines)) or _open(title)
        title += (" " if offices or not one else "") + line.rstrip("※*＊")
    return title
