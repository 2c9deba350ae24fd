"""Notes of the source, below the text: ① 某报，2021年8月16日。 Each is tied to its mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yuedu.text.lines import heading

HEAD = re.compile("(?:注|注释|注釋|註|註釋|附注|脚注|尾注|说明)[：:]?")
"""注： alone on a line: notes follow."""

ONE = re.compile(r"(?:注|註|备注)[：:].+")
"""注：本表数据为初步核算数。"""

MARK = re.compile(r"[①-⑳㉑-㉟㊱-㊿]|[\[〔［]\d{1,3}[\]〕］]|\*{1,3}|[※＊]")
"""The mark of a note."""


def footnotes(lines: Sequence[str], last_heading: int) -> dict[int, str]:
    """Line → the mark of its note, empty for a line that only heads notes; among the lines below the last heading.

    A line that begins with a mark is a note where it stands below 注：, or where its mark stands inside the text above.
    """
    found: dict[int, str] = {}
    inside: dict[str, int] = {}  # mark → the first line inside which it stands
    for n, line in enumerate(lines):
        for stands in MARK.finditer(line, 1):
            inside.setdefault(stands[0], n)
    head = next((n for n in range(last_heading + 1, len(lines)) if _heads(lines, n)), None)
    if head is not None:
        found[head] = ""
    for n in range(len(lines) - 1, last_heading, -1):
        match = MARK.match(lines[n])
        if head is not None and n > head:
            found[n] = match[0] if match else ""
        elif match and inside.get(match[0], n) < n:
            found[n] = match[0]
        elif ONE.fullmatch(lines[n]) and (n + 1 == len(lines) or n + 1 in found):
            found[n] = ""
        elif lines[n]:
            break
    return dict(sorted(found.items()))


def _heads(lines: Sequence[str], n: int) -> bool:
    if not HEAD.fullmatch(lines[n]):
        return False
    below = next((lines[m] for m in range(n + 1, len(lines)) if lines[m]), "")
    return MARK.match(below) is not None


def last_heading(lines: Sequence[str]) -> int:
    """The last heading that is no note: ① at the start of a line may be either."""
    return max(
        (n for n, line in enumerate(lines) if (found := heading(line)) and not MARK.match(found.label)), default=-1
    )
