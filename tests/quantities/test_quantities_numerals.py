"""Small languages of numerals, exhaustively, and the reader's properties on any text."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuedu.quantities.model import Context
from yuedu.quantities.numerals import han, mixed
from yuedu.quantities.units import plain
from yuedu.quantities.zh import read

DIGITS = "零一二三四五六七八九"


def spelled(number: int) -> str:
    """The standard Chinese numeral of a number below 10^16, written independently of the reader."""
    for power, name in ((10**8, "亿"), (10**4, "万")):
        if number >= power:
            high, low = divmod(number, power)
            gap = "零" if low and low < power // 10 else ""
            return spelled(high) + name + (gap + spelled(low) if low else "")
    text, zero = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            text += ("零" if zero and text else "") + DIGITS[digit] + name
            zero = False
        else:
            zero = True
    text = text or "零"
    return text.removeprefix("一") if text.startswith("一十") else text


def test_every_numeral_below_ten_thousand() -> None:
    assert [n for n in range(1, 10**4) if han(spelled(n)) != n] == []


def test_one_to_ninety_nine_as_counts() -> None:
    found = {n: [q.value for q in read(f"共{spelled(n)}家企业")] for n in range(3, 100)}
    assert found == {n: [str(n)] for n in range(3, 100)}


POWERS = {"": 1, "百": 10**2, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "百亿": 10**10,
          "千亿": 10**11, "万亿": 10**12, "百万亿": 10**14}  # fmt: skip


@pytest.mark.parametrize("power", list(POWERS))
@pytest.mark.parametrize("number", ["1", "2", "12", "3.5", "0.8", "33.1163", "1269"])
@pytest.mark.parametrize("more", ["", "多", "余"])
@pytest.mark.parametrize("unit", ["", "个", "元", "人次", "亩"])
def test_every_shape_of_wan_and_yi(number: str, power: str, more: str, unit: str) -> None:
    (quantity,) = read(f"共有{number}{more}{power}{unit}。")
    assert quantity.value == plain(Decimal(number) * POWERS[power])
    assert quantity.bound == ("over" if more else "exact")
    assert quantity.unit_zh == unit


@given(st.integers(1, 10**16 - 1))
def test_a_spelled_number_reads_back(number: int) -> None:
    assert han(spelled(number)) == number


@given(st.decimals(min_value=0, max_value=10**9, places=4), st.sampled_from(["", "万", "亿", "万亿"]))
def test_a_formatted_number_reads_back(number: Decimal, power: str) -> None:
    assert mixed(f"{number:f}{power}") == number * POWERS[power]


@given(st.integers(0, 10**12))
def test_thousands_separators_read_back(number: int) -> None:
    (quantity,) = read(f"达{number:,}个")
    assert quantity.value == str(number)


PIECES = st.sampled_from(
    [
        *"0123456789.,，。；、一二两三四五六七八九十百千万亿零〇半多余近约超第前年月日个元%至到-—成折番倍第名位“”《》（）号届大次级",
        *[
            "分之",
            "以上",
            "左右",
            "去年",
            "今年",
            "全年",
            "2023年",
            "上半年",
            "年内",
            "亿元",
            "百分点",
            "连冠",
            "季度",
            "世纪",
            "A",
            "要",
            "已",
        ],
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join))
CONTEXTS = st.builds(Context, st.none() | st.integers(1949, 2100), st.sampled_from(["actual", "plan"]))


@given(TEXTS, CONTEXTS, st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=3))
def test_any_text_is_read(text: str, context: Context, names: list[tuple[int, int]]) -> None:
    """Never raises; offsets slice to `zh`; ordered and disjoint; values are plain decimals."""
    found = read(text, names=names, context=context)
    for quantity in found:
        assert quantity.zh == text[quantity.start : quantity.end] != ""
        if quantity.type != "date":
            for value in filter(None, (quantity.value, quantity.value_max)):
                assert plain(Decimal(value)) == value
        assert (quantity.currency is not None) == (quantity.unit_en in ("yuan", "US dollars"))
    assert all(first.end <= second.start for first, second in pairwise(found))
