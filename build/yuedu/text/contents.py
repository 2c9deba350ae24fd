"""A contents list before the text: 目录, and lines that all come again below as headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from yuedu.text.grammar import TERMINAL
from yuedu.text.lines import heading

HEAD = re.compile("目[录錄次]|内容目录|本期目录")
MOST_LINES = 400
LONGEST_LINE = 80
FEWEST = 3

_PAGE = re.compile(r"[\s.．·…⋯—－-]*[（(]?\d{1,4}(?:[-–—至]\d{1,4})?[）)]?$")
"""……12: the page that a line of a contents list names."""


def contents(lines: Sequence[str]) -> range:
    """The lines of the list, its 目录 included; empty where there is none, or where it does not come again.

    The list ends where its first line comes again: that is the first heading of the text.
    """
    head = next((n for n, line in enumerate(lines) if HEAD.fullmatch(line)), None)
    if head is None or head + 1 >= len(lines):
        return _unheaded(lines)
    first = _bare(lines[head + 1])
    stop = min(len(lines), head + MOST_LINES)
    seen = {first}
    for n in range(head + 2, stop):
        line = lines[n]
        if first and (_same(_bare(line), first) or (_bare(line) in seen and heading(line))):
            return range(head, n)
        seen.add(_bare(line))
        if len(line) > LONGEST_LINE or (TERMINAL.search(line) and not _PAGE.search(line)):
            return _listed(lines, head, n)
    return _listed(lines, head, stop)


def _unheaded(lines: Sequence[str]) -> range:
    """A list without 目录: three headings or more in a row, before any text, that all come again."""
    start: int | None = None
    seen: set[str] = set()
    again = Counter(lines)
    for n, line in enumerate(lines[:MOST_LINES]):
        found = heading(line) if line else None
        if found and found.standalone and again[line] > 1 and line not in seen:
            start = n if start is None else start
            seen.add(line)
        elif line and start is not None:
            return range(start, n) if n - start >= FEWEST else range(0)
        elif line and TERMINAL.search(line):
            break
    return range(0)


def _listed(lines: Sequence[str], head: int, stop: int) -> range:
    """The list whose first line does not come again (第一章 there, a picture here): up to the first line that does."""
    entries = {_bare(line): n for n, line in enumerate(lines[head + 1 : stop], head + 1) if _bare(line)}
    later = {_bare(line) for line in lines[stop:]}
    last = max((n for words, n in entries.items() if words in later), default=None)
    return range(head, last + 1) if last is not None else range(0)


def _bare(line: str) -> str:
    return _PAGE.sub("", re.sub(r"\s", "", line))


def _same(line: str, first: str) -> bool:
    return line == first or (len(first) > 6 and line.startswith(first) and "。" in line)
