"""Which lines of a document are front matter, and in what role."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yuedu.text import occasion
from yuedu.text.bare import KNOWN
from yuedu.text.frame import ATTACHMENT, ATTACHMENTS, CELL, END_MATTER, SIGNATURE_ROLES
from yuedu.text.furniture import furniture_kind
from yuedu.text.lines import front_role, heading, is_whole
from yuedu.text.speakers import person
from yuedu.text.titles import is_organ, title_lines

LONGEST_LINE = 60
"""A line longer than this (characters) is text, whatever its end."""

_TEXT = re.compile("[，、；《]|^(?:为|根据|按照|经|近年来?|当前|今天|现|自|依据|随着|截至)")
"""What a name or an office below a title has not: …及其实施条"""

RED_HEAD = frozenset({"copy", "secrecy", "urgency"})


def roles(lines: Sequence[str]) -> dict[int, str]:
    """Line number → role, for the lines before the first heading or paragraph and after the last."""
    body = _first_of_text(lines)
    found = _head(lines, body)
    listed = _attachments(lines, body)
    for n in range(_below_tables(lines, body), body, -1):
        if not lines[n]:
            continue
        role = "attachments" if n in listed else _end_role(lines[n])
        if role is None and (_is_body(lines[n]) or _is_row(lines[n]) or len(lines[n]) > LONGEST_LINE):
            break
        found[n] = role or ("furniture" if furniture_kind(lines[n]) else "signature")
    return found


def _below_tables(lines: Sequence[str], body: int) -> int:
    """The last line above the rows of a table that stands below the signature."""
    last = next((n for n in range(len(lines) - 1, body, -1) if lines[n] and not _has_cells(lines[n])), len(lines) - 1)
    return last if _end_role(lines[last]) else len(lines) - 1


def _attachments(lines: Sequence[str], body: int) -> set[int]:
    """The lines that name what is attached: 附件：1.要点, and 2.自查表 below it."""
    found: set[int] = set()
    for n in range(body + 1, len(lines)):
        listed = n - 1 in found or (n + 1 < len(lines) and lines[n].startswith("附件"))
        if ATTACHMENTS.fullmatch(lines[n]) or (listed and ATTACHMENT.fullmatch(lines[n])):
            found.add(n)
    return found


def _end_role(line: str) -> str | None:
    role = next((role for role, pattern, _ in END_MATTER if pattern.fullmatch(line)), None) or front_role(line)
    return role if role in SIGNATURE_ROLES else None


def _is_row(line: str) -> bool:
    return "，" in line or (_has_cells(line) and furniture_kind(line) is None)


def _has_cells(line: str) -> bool:
    return CELL in line and not is_organ(line)


def _is_body(line: str) -> bool:
    long = len(line) > LONGEST_LINE and "，" in line
    return heading(line) is not None or (front_role(line) is None and (is_whole(line) or "。" in line or long))


def _first_of_text(lines: Sequence[str]) -> int:
    """The first line of the text. A caption before the title is whole too, and is not it."""
    first = next((n for n, line in enumerate(lines) if line and (_is_body(line) or line in KNOWN)), len(lines))
    if first == len(lines) or not furniture_kind(lines[first]) or any(front_role(x) == "title" for x in lines[:first]):
        return _without_wrapped(lines, first)
    later = next(
        (n for n in range(first, len(lines)) if _is_body(lines[n]) and not furniture_kind(lines[n])), len(lines)
    )
    below = title_lines(lines, later)
    return _without_wrapped(lines, later) if below and below.start > first else first


def _without_wrapped(lines: Sequence[str], body: int) -> int:
    """An earlier line that begins a paragraph which the page wrapped right below the title."""
    title = title_lines(lines, body)
    for n in range(title.stop, body if title else 0):
        line = lines[n]
        if any(front_role(x) for x in lines[n:body]) or person(line) or furniture_kind(line):
            continue
        if line and _TEXT.search(line) and not is_organ(line):
            return n
    return body


def _head(lines: Sequence[str], body: int) -> dict[int, str]:
    title = title_lines(lines, body)
    found = {n: _role(lines[n], below=bool(title) and n >= title.stop) for n in range(body) if lines[n]}
    if not title:
        plain = [n for n, role in found.items() if role == "other" and _could_name(lines[n])]
        salutation = next((n for n, role in found.items() if role == "salutation"), body)
        longest = max((n for n in plain if n < salutation), key=lambda n: len(lines[n]), default=None)
        title = range(0) if longest is None else range(longest, longest + 1)
    for n in title:
        found[n] = "title"
    for n, role in list(found.items()):
        if role in ("subtitle", "occasion") and n not in title:
            for m in range(n + 1, n + 1 + occasion.goes_on(lines[n], lines[n + 1 : body])):
                found[m] = role
        if role == "addressees" and (n - 1) in found and n - 1 not in title and lines[n - 1][-1] in "，、":
            found[n - 1] = role
    return found


def _could_name(line: str) -> bool:
    return furniture_kind(line) is None and person(line) is None


def _role(line: str, *, below: bool) -> str:
    """The role of a line that is not of the title; `below`: it stands after the title."""
    role = front_role(line)
    if furniture_kind(line) and role not in ("date", "number", "subtitle", "occasion", *RED_HEAD):
        return "furniture"
    if role == "title":
        return "other"
    if role is None and below and (person(line) or is_organ(line) or (len(line) <= 30 and line not in KNOWN)):
        return "byline"
    return role or "other"
