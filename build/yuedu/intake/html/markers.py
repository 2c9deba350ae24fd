"""The numbers that a browser writes before the items of an ordered list: they are not in the page's text.

HTML Living Standard, section 4.4.5 (start, reversed, type, value); CSS Counter Styles Level 3, sections 6 and 7.
"""

from __future__ import annotations

import re

from yuedu.intake.html.tree import Node

_STYLE = re.compile(r"list-style(?:-type)?\s*:([^;]{0,80})", re.IGNORECASE)
_LABELLED = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十百\d]+[）)、.．]|第[一二三四五六七八九十百\d]+|[①-⑳])")
_SMALL = ("零一二三四五六七八九", "十百千")
_FORMAL = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟")
_CHINESE = ("cjk-ideographic", "chinese-informal", "cjk-decimal", "cjk-heavenly", "japanese-informal", "一")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_LETTERS = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}


class Markers:
    """Counts the items of each ordered list."""

    def __init__(self) -> None:
        self._next: dict[int, int] = {}
        self._labelled: set[int] = set()

    def of(self, item: Node) -> str:
        """What stands before an item: `1.`, `一、`; "" in other lists and where every item brings its own number."""
        above = item.parent
        if above is None or above.tag != "ol":
            return ""
        if above.index not in self._next:
            items = [child for child in above.children if isinstance(child, Node) and child.tag == "li"]
            first = len(items) if "reversed" in above.attributes else 1
            self._next[above.index] = _integer(above.get("start"), first)
            if all(_LABELLED.match(_beginning(one)) for one in items):
                self._labelled.add(above.index)
        number = _integer(item.get("value"), self._next[above.index])
        self._next[above.index] = number + (-1 if "reversed" in above.attributes else 1)
        return "" if above.index in self._labelled else written(number, _style(item, above))


def written(number: int, style: str) -> str:
    """A number as a list style writes it; "" for a style without numbers."""
    style = _LETTERS.get(style, style.lower())
    if style in ("none", "disc", "circle", "square"):
        return ""
    if "chinese-formal" in style and 0 < number < 10_000:
        return f"{_in_chinese(number, *_FORMAL)}、"
    if any(word in style for word in _CHINESE) and 0 < number < 10_000:
        return f"{_in_chinese(number, *_SMALL)}、"
    if "alpha" in style or "latin" in style:
        letters = ""
        while number > 0:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("a") + rest) + letters
        return f"{letters.upper() if style.startswith('upper') else letters}." if letters else ""
    if "roman" in style and 0 < number < 4000:
        roman = "".join(sign * (number % (_above(n)) // n) for n, sign in _ROMAN) + _ROMAN_ONES[number % 10]
        return f"{roman.upper() if style.startswith('upper') else roman}."
    return f"{number}."


def _above(value: int) -> int:
    """What is left of a number once all larger signs are written."""
    larger = [n for n, _ in _ROMAN if n > value]
    return min(larger) if larger else 10_000


def _in_chinese(number: int, digits: str, units: str) -> str:
    text, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + digits[digit] + (units[place - 1] if place else "")
        gap = not digit
    return text[1:] if text.startswith("一十") else text


def _style(item: Node, above: Node) -> str:
    for node in (item, above):
        if found := _STYLE.search(node.get("style")):
            return found[1].strip().lower()
    return item.get("type") or above.get("type") or "decimal"


def _integer(value: str, otherwise: int) -> int:
    return int(value) if re.fullmatch(r"\s*-?\d{1,6}\s*", value) else otherwise


def _beginning(item: Node) -> str:
    """The first words of an item, looked for in its first hundred elements."""
    stack: list[Node | str] = [item]
    for _ in range(100):
        if not stack:
            break
        here = stack.pop()
        if isinstance(here, Node):
            stack.extend(reversed(here.children[:100]))
        elif here.strip():
            return here
    return ""
