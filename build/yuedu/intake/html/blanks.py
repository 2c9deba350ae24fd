"""White space as a browser shows it: runs collapse to a space. No-break and ideographic spaces are characters and stay.

CSS Text Level 3, sections 4.1.1 to 4.1.3. A line feed of the source is a space too, as most browsers show it: programs that
write pages break lines where the text has a space (副省长 某某). Beside a Chinese mark it is nothing.
"""

from __future__ import annotations

import re

BREAK = "\r"
"""A run of white space with a line feed of the source in it, before it is known what stands on both sides."""

_RUN = re.compile(r"[ \t\n\r\f]+")
_MARKS = re.compile("[，。、；：？！（）《》〈〉【】〔〕“”「」『』]")
_BESIDE = re.compile(r"[ \r]+")


def collapsed(text: str) -> str:
    """A text node's content: each run of white space is one space, or `BREAK`."""
    return _RUN.sub(lambda run: BREAK if "\n" in run[0] or "\r" in run[0] else " ", text)


def joined(line: str) -> str:
    """A whole line: runs are one space or, where the source broke the line beside a Chinese mark, nothing."""
    line = line.strip(" \r")
    if BREAK not in line and "  " not in line:
        return line

    def between(run: re.Match[str]) -> str:
        beside = line[run.start() - 1] + line[run.end()]
        return "" if BREAK in run[0] and _MARKS.search(beside) else " "

    return _BESIDE.sub(between, line)
