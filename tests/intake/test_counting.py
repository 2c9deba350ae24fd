"""Numbers as office programs write them before a paragraph."""

from __future__ import annotations

import pytest

from yuedu.intake.counting import counted

ONES = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
TENS = ["", "十", "二十", "三十", "四十", "五十", "六十", "七十", "八十", "九十"]
TO_120 = [
    *(TENS[n // 10] + ONES[n % 10] for n in range(1, 100)),
    *"一百 一百零一 一百零二 一百零三 一百零四 一百零五 一百零六 一百零七 一百零八 一百零九".split(),  # noqa: SIM905
    *(f"一百一十{one}" for one in ONES),
    "一百二十",
]


@pytest.mark.parametrize("format", ["chineseCounting", "chineseCountingThousand"])
def test_chinese_counting_to_a_hundred_and_twenty(format: str) -> None:
    assert [counted(n, format) for n in range(1, 121)] == TO_120


@pytest.mark.parametrize(
    ("number", "format", "label"),
    [
        (0, "chineseCounting", "零"),
        (1000, "chineseCounting", "一千"),
        (1001, "chineseCounting", "一千零一"),
        (1010, "chineseCounting", "一千零一十"),
        (1100, "chineseCounting", "一千一百"),
        (9999, "chineseCounting", "九千九百九十九"),
        (10000, "chineseCounting", "10000"),
        (21, "ideographDigital", "二一"),
        (100, "ideographDigital", "一〇〇"),
        (110, "japaneseCounting", "百十"),
        (10, "chineseLegalSimplified", "壹拾"),
        (105, "chineseLegalSimplified", "壹佰零伍"),
        (2, "ideographTraditional", "乙"),
        (11, "ideographTraditional", "11"),
        (12, "ideographZodiac", "亥"),
        (1, "decimalEnclosedCircleChinese", "①"),
        (21, "decimalEnclosedCircle", "㉑"),
        (50, "decimalEnclosedCircle", "㊿"),
        (51, "decimalEnclosedCircle", "51"),
        (3, "decimalEnclosedParen", "⑶"),
        (3, "decimalEnclosedFullstop", "⒊"),
        (12, "decimalFullWidth", "１２"),
        (7, "decimalZero", "07"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (1994, "upperRoman", "MCMXCIV"),
        (4, "lowerRoman", "iv"),
        (5, "hebrew1", "5"),
    ],
)
def test_other_formats(number: int, format: str, label: str) -> None:
    assert counted(number, format) == label
