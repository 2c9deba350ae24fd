"""Years that a Chinese text gives without printing them: 去年 in a text of 2017, 十四五, 90后, 新中国成立.

Plans and events are those of the public record: a five-year plan since the third (1966) begins every fifth year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yuedu.quantities.dates import RELATIVE_YEARS

# Each row: an example, the pattern, its years from and to, counted from the year of the text.
RELATIVE: tuple[tuple[str, re.Pattern[str], int, int], ...] = tuple(
    (example, re.compile(pattern), first, last)
    for example, pattern, first, last in (
        *((word, word, n, n) for word, n in RELATIVE_YEARS.items()),
        ("今明两年", "今明", 0, 1),
        ("明后年", "明后", 1, 2),
        ("后年", "(?<![0-9以今然])后年", 2, 2),
        ("近年来", "近年|近几年|这几年|过去|以来", -5, 0),
        ("回顾过去一年", "过去(?:的)?一年|一年来", -1, 0),
        ("年初", "年初|年底|年末", 0, 0),
        ("过去五年", "(?:过去|[前近这])(?:的)?五年|五年来|本届", -5, 0),
        ("今后五年", "(?:今后|未来)(?:的)?(?:三|五|几)年", 0, 5),
    )
)
# Each row: an example, the pattern, the first and the last year.
EVENTS: tuple[tuple[str, re.Pattern[str], int, int], ...] = tuple(
    (example, re.compile(pattern), first, last)
    for example, pattern, first, last in (
        ("新中国成立", "新中国|建国|共和国成立|解放初", 1949, 1949),
        ("改革开放", "改革开放", 1978, 1984),
        ("建党", "建党|中国共产党(?:的)?成立|党的百年", 1921, 1921),
        ("红军长征", "长征", 1934, 1936),
        ("延安时期", "延安", 1935, 1948),
        ("抗日战争", "抗日|抗战", 1931, 1945),
        ("解放战争", "解放战争", 1945, 1949),
        ("第一个百年", "(?:第一个|建党)百年|全面(?:建成)?小康", 2020, 2021),
        ("西部大开发", "西部大开发", 1999, 2000),
        ("非典", "非典", 2003, 2003),
        ("新冠疫情", "疫情", 2019, 2023),
    )
)
_PLAN = re.compile(
    "(?<![0-9一二三四五六七八九十])([一二三四五六七八九]|十[一二三四五六七八九]?)五(?=[”’]?(?:规划|时期|期间|末|以来|开局|计划|[”’、和]))"
)
_GENERATION = re.compile("([0-9]0|[五六七八九零〇]零)后")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0}
IMPLIED = re.compile(
    "去年|今年|本年|明年|前年|上年|上一年|年初|年底|年末|五年规划|[一二三四五六七八九十]五(?:时期|规划|期间|”)|世纪|年代|周年|建党|建国|新中国|以来|本届|未来|今明|年内|[过这]去|近年"
)


def years(zh: str, year: int | None) -> Iterator[int]:
    """The years that the words of a text give; relative ones where its own year is known."""
    for match in _PLAN.finditer(zh):
        n = _number(match[1])
        if n >= 3:
            yield from range(1966 + 5 * (n - 3), 1971 + 5 * (n - 3))
    for match in _GENERATION.finditer(zh):
        tens = int(match[1]) if match[1].isdigit() else 10 * _DIGITS[match[1][0]]
        yield from range(*((1900 + tens, 1910 + tens) if tens >= 40 else (2000 + tens, 2010 + tens)))
    for _, pattern, first, last in EVENTS:
        if pattern.search(zh):
            yield from range(first, last + 1)
    if year is not None:
        for _, pattern, first, last in RELATIVE:
            if pattern.search(zh):
                yield from range(year + first, year + last + 1)


def named(zh: str, year: int) -> Iterator[tuple[str, int]]:
    """The words that name one year each (去年), and that year."""
    for match in re.finditer("|".join(sorted(RELATIVE_YEARS, key=len, reverse=True)), zh):
        yield match[0], year + RELATIVE_YEARS[match[0]]


def _number(text: str) -> int:
    if text[0] != "十":
        return _DIGITS[text]
    return 10 + (_DIGITS[text[1]] if len(text) > 1 else 0)
