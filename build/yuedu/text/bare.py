"""Headings without a number, by their position, length, lack of a final mark, and what follows.

政府工作报告                          the title, not one of them
“十四五”时期工作回顾                   a heading: short, unfinished, above a paragraph
成绩很大。
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from yuedu.text.grammar import ADDRESS, CLOSING, HEADINGS, POINT
from yuedu.text.lines import HeadingLine, front_role, heading, is_whole
from yuedu.text.titles import is_organ

LONGEST = 40
"""Of a heading without a number, in characters."""
LONGEST_RUN = 2
"""More lines without an end in a row are a table, a list of names, or damage."""
MOST_UNFINISHED = 0.15
"""Where more of the lines are sentences without an end, the text is damaged, and a line without one says nothing."""

KNOWN = frozenset(
    [
        "序言",
        "前言",
        "引言",
        "序",
        "导言",
        "導言",
        "结语",
        "結語",
        "结束语",
        "结尾",
        "总则",
        "附则",
        "摘要",
        "概述",
        "背景",
        "后记",
    ]
)
DEEPEST = len(HEADINGS) + 1

_NO_HEADING = re.compile(
    r"[。；！？：，、…]$|[。；！？]|^(?:——|—|--|―|-\s|[•●■◆▪·*★☆])|\d[\s\u3000]+\d|[\d%％‰元吨亿万个人次]$|https?:|[=＝×÷＋]"
)
_SAYS = re.compile("应当|不得|必须|下列|如下|以下|所称|^(?:为了|根据|按照|依照|凡|在本|本条|本款|任何|县级以上)")
"""Words of a sentence, and of no heading."""
_NUMBERS = re.compile(r"\d+(?:\.\d+)?[万亿]")


def bare_headings(
    lines: Sequence[str], skip: Container[int], wanted: Container[int] = (), never: Container[int] = ()
) -> dict[int, float]:
    """Line → its rank, between those of the grammar's `HEADINGS`: half a rank above the numbered headings it stands over.

    `skip` are lines that are no text; `wanted` and `never` are lines that an editor says are headings, or are not.
    """
    body = [n for n, line in enumerate(lines) if line and n not in skip]
    unfinished = [n for n in body if not is_whole(lines[n]) and ("，" in lines[n] or len(lines[n]) > LONGEST)]
    damaged = len(unfinished) > max(3, MOST_UNFINISHED * len(body))
    headings = {n: read for n in body if (read := heading(lines[n]))}
    found = {n for n in body if lines[n] in KNOWN}
    if not damaged:
        found |= {n for i, n in enumerate(body) if n not in headings and _is_heading(lines, body, i)}
        found = {n for n in found if lines[n] in KNOWN} | _without_runs(lines, body, found)
    found = (found | {n for n in body if n in wanted}) - {n for n in body if n in never}
    return _ranked(body, found, headings, lines)


def _is_heading(lines: Sequence[str], body: Sequence[int], i: int) -> bool:
    line = lines[body[i]]
    if not 2 <= len(line) <= LONGEST or _NO_HEADING.search(line) or _NUMBERS.search(line) or _SAYS.search(line):
        return False
    if front_role(line) not in (None, "title", "issuer", "other") or is_organ(line):
        return False
    if POINT.match(line) or ADDRESS.match(line) or CLOSING.match(line) or "　" in line:
        return False
    if i + 1 == len(body):
        return False
    before, after = lines[body[i - 1]] if i else "", lines[body[i + 1]]
    if before and not is_whole(before) and not _short(before):
        return False
    return is_whole(after) or _short(after)


def _short(line: str) -> bool:
    return 2 <= len(line) <= LONGEST and not _NO_HEADING.search(line)


def _without_runs(lines: Sequence[str], body: Sequence[int], found: set[int]) -> set[int]:
    """Without those that stand among more than `LONGEST_RUN` short lines without an end."""
    out: set[int] = set()
    run: list[int] = []
    for n in [*body, None]:
        if n is not None and not is_whole(lines[n]) and len(lines[n]) <= LONGEST:
            run.append(n)
            continue
        if len(run) <= LONGEST_RUN:
            out |= set(run) & found
        run = []
    return out


def _ranked(
    body: Sequence[int], found: set[int], headings: dict[int, HeadingLine], lines: Sequence[str]
) -> dict[int, float]:
    """A heading without a number stands above the numbered ones that begin anew below it; else it stands below them all."""
    out: dict[int, float] = {}
    outermost = min((h.rank for h in headings.values()), default=DEEPEST)
    chosen = set(found)
    below: int | None = None  # the next heading, with a number or without
    for n in reversed(body):
        if n in chosen:
            if lines[n] in KNOWN and headings:
                out[n] = outermost
            elif below is not None and below in headings and headings[below].number == 1:
                out[n] = headings[below].rank - 0.5
            elif below is not None and below in out and out[below] != outermost:
                out[n] = out[below]
            else:
                out[n] = DEEPEST
        if n in chosen or n in headings:
            below = n
    topmost = min(out.values(), default=DEEPEST)
    if topmost < outermost:  # they are the first level of this text, the last of them too
        out = {n: topmost if rank == DEEPEST else rank for n, rank in out.items()}
    return dict(sorted(out.items()))
