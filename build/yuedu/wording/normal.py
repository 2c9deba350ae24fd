"""The words of a sentence without what layout alone changes: white space, widths, marks, the numeral that counts a point.

Two sentences are the same where their normal forms are equal.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from yuedu.text.grammar import NUMERAL

HEADS: tuple[tuple[str, str], ...] = (
    (rf"{NUMERAL}是(?=.)", "一是加快建设。"),
    (rf"{NUMERAL}(?=要)", "二要打牢基础。"),  # 要 directs, and stays
    (rf"第{NUMERAL}[，,、]", "第一，加快建设。"),
    (rf"[（(](?:{NUMERAL}|\d{{1,2}})[）)]、?", "（一）加快建设。"),
    (rf"{NUMERAL}、(?!{NUMERAL}、)", "一、加快建设。"),
    (r"\d{1,2}(?:[.．](?!\d)|、(?!\d))", "1.加快建设。"),
    (r"[①-⒇㈠-㈩]", "①加快建设。"),
)
"""What counts a point at the head of a sentence, each with an example; the first that fits is left out."""
_HEAD = re.compile(r"[\s—–\-*•·●■◆]*(?:" + "|".join(pattern for pattern, _ in HEADS) + r")\s*")
_GROUPED = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
"""1,269 is 1269."""
_KEPT = "%‰+°℃"
_VARIANTS = str.maketrans("○◯", "〇〇")
"""Signs that carriers print for another: 二○三五年."""
_BETWEEN = {**dict.fromkeys(".．", "."), **dict.fromkeys("~-–—－～", "-"), **dict.fromkeys(",，、;；:：/", "、")}
"""Marks that part two numbers: 3、4 is not 34."""


@dataclass(frozen=True, slots=True)
class Normal:
    """`index[n]`: where in the sentence the n-th character of `text` stands."""

    text: str
    index: tuple[int, ...]


def normal(zh: str) -> Normal:
    """The normal form; sentences without words are all the same."""
    text: list[str] = []
    index: list[int] = []
    zh = zh.translate(_VARIANTS)
    grouped = {m.start() for m in _GROUPED.finditer(zh)}
    for at in range(head(zh), len(zh)):
        for folded in unicodedata.normalize("NFKC", zh[at]):
            if folded.isalnum() or folded in _KEPT or unicodedata.category(folded) == "Sc":
                text.append(folded)
                index.append(at)
        if zh[at] in _BETWEEN and at not in grouped and _digit(zh, at - 1) and _digit(zh, at + 1):
            text.append(_BETWEEN[zh[at]])
            index.append(at)
    if text:
        return Normal("".join(text), tuple(index))
    return Normal("。", (0,))


def head(zh: str) -> int:
    """The length of the numeral that counts a sentence, 0 where none does or nothing else stands in it."""
    match = _HEAD.match(zh)
    return match.end() if match and any(c.isalnum() for c in zh[match.end() :]) else 0


def _digit(zh: str, at: int) -> bool:
    return 0 <= at < len(zh) and zh[at].isdigit()
