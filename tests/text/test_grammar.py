"""The tables of the grammar, each row held against its own example, and the numerals that label things."""

from __future__ import annotations

import re

import pytest

from yuedu.text import frame, grammar
from yuedu.text.lines import front_role, heading, is_whole
from yuedu.text.numerals import label_number

from .reading import tree_of

HAN = "〇一二三四五六七八九"


def han(n: int) -> str:
    """1 to 999 as they are written: 十, 十二, 二十, 一百零三, 一百一十."""
    hundreds, tens, ones = n // 100, n // 10 % 10, n % 10
    text = f"{HAN[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else HAN[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (HAN[ones] if ones else "")


@pytest.mark.parametrize("kind", grammar.HEADINGS, ids=lambda kind: kind.name)
def test_every_heading_reads_its_own_example(kind: grammar.Heading) -> None:
    found = heading(kind.example)
    assert found and grammar.HEADINGS[found.rank] is kind
    assert kind.example.startswith(found.label) and found.numeral == ("4-1" if kind.name == "article" else "1")
    title = kind.example[slice(*found.title)]
    assert title == (kind.example.removeprefix(found.label).removesuffix("。") if kind.titled else "")


@pytest.mark.parametrize(("role", "pattern", "example"), frame.FRONT_MATTER, ids=[r for r, _, _ in frame.FRONT_MATTER])
def test_every_role_of_front_matter_reads_its_own_example(role: str, pattern: re.Pattern[str], example: str) -> None:
    assert pattern.fullmatch(example)
    assert front_role(example) == role


@pytest.mark.parametrize(("role", "pattern", "example"), frame.END_MATTER, ids=[r for r, _, _ in frame.END_MATTER])
def test_every_role_of_end_matter_reads_its_own_example(role: str, pattern: re.Pattern[str], example: str) -> None:
    assert pattern.fullmatch(example)
    assert tree_of(f"关于工作的通知\n会议召开。\n{example}").front[-1].role == role


@pytest.mark.parametrize("example", ["一是加快建设。", "十二要抓紧。"])
def test_a_point_reads_its_own_example(example: str) -> None:
    assert grammar.POINT.match(example)


@pytest.mark.parametrize("example", ["同志们，加强数字政府建设", "各位代表！", "汇报完毕。", "报告完毕", "谢谢大家！"])
def test_a_close_reads_its_own_example(example: str) -> None:
    assert grammar.CLOSING.match(example)


@pytest.mark.parametrize("line", ["迈出新步伐。", "如下意见：", "有没有？”", "第一项；", "（见附件。）", "等等……"])
def test_a_whole_line_is_whole(line: str) -> None:
    assert is_whole(line)


@pytest.mark.parametrize("line", ["加快数据要", "政府、企业，", "“一网通办”", "（试行）", "第一项、", ""])
def test_a_line_that_stops_is_not_whole(line: str) -> None:
    assert not is_whole(line)


def test_every_numeral_to_999_labels_what_it_says() -> None:
    assert [label_number(han(n)) for n in range(1, 1000)] == list(range(1, 1000))
    assert len({han(n) for n in range(1, 1000)}) == 999


@pytest.mark.parametrize("n", range(1, 100))
def test_every_heading_to_99_is_read_in_every_script(n: int) -> None:
    for line in (
        f"{han(n)}、工作",
        f"（{han(n)}）工作",
        f"({n})工作",
        f"{n}.工作",
        f"第{han(n)}章工作",
        f"第{han(n)}条工作。",
    ):
        found = heading(line)
        assert found and found.number == n, line
        assert line.startswith(found.label) and "工" not in found.label


def test_enclosed_numerals_are_read() -> None:
    rows = [("①", 20), ("⑴", 20), ("㈠", 10)]
    for first, count in rows:
        for n in range(count):
            line = f"{chr(ord(first) + n)}统筹规划"
            found = heading(line)
            assert found and (found.number, found.label) == (n + 1, line[0]), line


@pytest.mark.parametrize(("label", "number"), [("二〇", 20), ("一〇一", 101), ("１２", 12), ("〇", 0), ("007", 7)])
def test_numerals_by_place(label: str, number: int) -> None:
    assert label_number(label) == number


@pytest.mark.parametrize("label", ["", "甲", "a", "一甲", "2023", "二〇二三", "1.5", "-1", "٣", "²½"])
def test_what_labels_nothing_is_no_number(label: str) -> None:
    assert label_number(label) is None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "一",
        "一、",
        "（一）",
        "1.",
        "①",
        "一是加快建设。",
        "第一，要抓紧。",
        "3.2亿元",
        "123.工作",
        "（甲）工作",
        "二0二三年",
        "第一届大会",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    assert heading(line) is None


def test_a_title_has_a_longest_length() -> None:
    fits, over = "甲" * grammar.LONGEST_TITLE, "甲" * (grammar.LONGEST_TITLE + 1)
    for line, titled in ((f"一、{fits}。正文。", True), (f"一、{over}。正文。", False), (f"一、{fits}", True)):
        found = heading(line)
        assert found and (found.title[0] < found.title[1]) is titled
