"""What figures count, by words that both languages have: 就业 is job or employ, 铁路 rail, 东部 east.

The table is `anchors.txt`: a word, a space, and the beginnings of its English words, parted by |. A longer word is looked for
before one that it holds, so that 失业保险 is not also 保险.
"""

from __future__ import annotations

import re
from importlib.resources import files

_TABLE = (files("yuedu.checks") / "anchors.txt").read_text(encoding="utf-8")

ANCHORS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (zh, re.compile(rf"(?<![A-Za-z])(?:{english})", re.I))
    for zh, english in sorted(
        (line.split(" ", 1) for line in _TABLE.splitlines() if line), key=lambda row: -len(row[0])
    )
)
