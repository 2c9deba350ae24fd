"""Where Chinese sentences end: at 。！？ or ； outside “” 《》 （）, taking closing quotes along, or at the passage's end."""

from __future__ import annotations

import re

PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")", "「": "」", "『": "』", "【": "】"}
ENDS = "。！？；"
CLOSERS = "".join(PAIRS.values())
_MARKS = re.compile("[" + re.escape(ENDS + "".join(PAIRS) + CLOSERS) + "]")


def split_sentences(zh: str) -> list[tuple[int, int]]:
    """Half-open spans, in order, that tile `zh`.

    A kind of bracket that does not balance within the passage does not shelter anything.
    """
    sound = {o: c for o, c in PAIRS.items() if zh.count(o) == zh.count(c)}
    closing = {c: o for o, c in sound.items()}
    spans: list[tuple[int, int]] = []
    open_: list[str] = []
    start = skip = 0
    for mark in _MARKS.finditer(zh):
        at, char = mark.start(), mark[0]
        if at < skip:
            continue
        if char in sound:
            open_.append(char)
        elif char in closing:
            if closing[char] in open_:
                while open_.pop() != closing[char]:
                    pass
        elif char in ENDS and not open_:
            end = at + 1
            while end < len(zh) and zh[end] in ENDS + CLOSERS:
                end += 1
            spans.append((start, end))
            start = skip = end
    if start < len(zh):
        spans.append((start, len(zh)))
    return spans
