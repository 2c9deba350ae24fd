"""The words beside a mark of a chart, cut into lines that fit a phone: SVG wraps nothing by itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from textwrap import wrap

WIDTH_EN, WIDTH_ZH = 46, 23
"""Letters and Han on a line."""
CLOSING = "、，。；：）”》"
NBSP = "\N{NO-BREAK SPACE}"


def english_lines(amount: str | None, label: str | None) -> list[str]:
    """The amount, held together, and what it counts; no lines where either has no English."""
    if amount is None or label is None:
        return []
    words = f"{amount.replace(' ', NBSP)} {label}"

    def cut(width: int) -> list[str]:
        return wrap(words, width, break_long_words=False, break_on_hyphens=False)

    return _even(cut, WIDTH_EN)


def chinese_lines(amount: str | None, label: str | None) -> list[str]:
    """Han are one wide, what is ASCII about half; no line begins with a closing mark, no number or name is cut."""
    if amount is None:
        return []
    pieces = re.findall(rf"[!-~]+[^\x00-\xff]?[{CLOSING}]*|.[{CLOSING}]*", f"{amount} {label or ''}".strip())

    def cut(width: int) -> list[str]:
        lines, used = [""], 0.0
        for piece in pieces:
            wide = sum(0.55 if c.isascii() else 1.0 for c in piece)
            if used + wide > width and lines[-1]:
                lines.append("")
                used = 0.0
            lines[-1] += piece
            used += wide
        return [line.strip() for line in lines]

    width = WIDTH_ZH
    while len(lines := cut(width)) > 1 and len(lines[-1]) < 4 and width > WIDTH_ZH - 4:
        width -= 1
    return lines


def _even(cut: Callable[[int], list[str]], width: int) -> list[str]:
    """As few lines as the width allows, and those as even as they come: no word is left alone on the last."""
    lines = cut(width)
    while width > 1 and len(narrower := cut(width - 1)) == len(lines):
        lines, width = narrower, width - 1
    return lines
