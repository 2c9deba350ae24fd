"""Small languages of English numerals, exhaustively, held against the Chinese of the same number; any text is read."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuedu.quantities import zh
from yuedu.quantities.en import read
from yuedu.quantities.english.numerals import number_at, ordinal
from yuedu.quantities.units import plain

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
ONES = _ONES.split()
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int, joint: str = " and ") -> str:
    """A number below 10^15 in words, written independently of the reader."""
    for power, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= power:
            high, low = divmod(number, power)
            between = (joint if low < 100 else " ") if low else ""
            return f"{spelled(high, joint)} {name}{between}{spelled(low, joint) if low else ''}"
    if number >= 100:
        high, low = divmod(number, 100)
        return f"{ONES[high]} hundred" + (f"{joint}{spelled(low)}" if low else "")
    if number >= 20:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


def value(text: str) -> Decimal | None:
    number = number_at(text, 0)
    return number.value if number and number.end == len(text) else None


@pytest.mark.parametrize("joint", [" and ", " "])
def test_every_number_below_ten_thousand_in_words(joint: str) -> None:
    assert [n for n in range(1, 10**4) if value(spelled(n, joint)) != n] == []


def test_one_to_ninety_nine_as_percentages() -> None:
    found = {n: [q.value for q in read(f"It is {spelled(n)} percent.")] for n in range(1, 100)}
    assert found == {n: [str(n)] for n in range(1, 100)}


def test_every_ordinal_below_a_hundred() -> None:
    words = {n: ONES[n] + "th" for n in (4, 6, 7, 10, 11, 13, 14, 15, 16, 17, 18, 19)}
    words |= {1: "first", 2: "second", 3: "third", 5: "fifth", 8: "eighth", 9: "ninth", 12: "twelfth"}
    words |= {10 * n: TENS[n][:-1] + "ieth" for n in range(2, 10)}
    words |= {n: f"{TENS[n // 10]}-{words[n % 10]}" for n in range(21, 100) if n % 10}
    assert len(words) == 99
    assert [n for n, word in words.items() if ordinal(word) != n or ordinal(f"{n}th") != n] == []


POWERS = {"万": 10**4, "亿": 10**8, "万亿": 10**12}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


@pytest.mark.parametrize("power", list(POWERS))
@pytest.mark.parametrize("scale", list(SCALES))
@pytest.mark.parametrize("number", ["1", "2", "12", "3.5", "0.8", "33.1163", "1269"])
@pytest.mark.parametrize(("en", "unit"), [("", ""), ("RMB ", "元"), ("", "%")])
def test_both_readers_give_one_number_one_value(power: str, scale: str, number: str, en: str, unit: str) -> None:
    """1.81亿 and 181 million: the same number printed with every scale of each language."""
    exact = Decimal(number) * POWERS[power]
    (chinese,) = zh.read(f"共有{number}{power}{unit}。")
    printed = plain(exact / SCALES[scale])
    (english,) = read(f"There are {en}{printed} {scale}{unit if unit == '%' else ''}.")
    assert chinese.value == english.value == plain(exact)
    assert chinese.currency == english.currency


@given(st.integers(1, 10**15 - 1))
def test_a_spelled_number_reads_back(number: int) -> None:
    assert value(spelled(number)) == number


@given(st.integers(10**3, 10**15), st.sampled_from([",", "\u2009", "\u202f", "\u00a0", "'", "’"]))
def test_every_thousands_separator_reads_back(number: int, separator: str) -> None:
    (quantity,) = read(f"There are {f'{number:,}'.replace(',', separator)} items.")
    assert quantity.value == str(number)


_WORDS = (
    "one two ten twelve hundred thousand million billion dozen half third quarter first fourth and a an to from between"
    " over nearly about at least or more so percent percentage points yuan RMB US$ years months consecutive May March"
    " 2022 1990s of the per day times fold doubled twice top ranked Five-Year Plan hectares mu"
)
PIECES = st.sampled_from([*"0123456789.,;:-–—'’()$€£¥%+/ \u00a0\u2009\nAaİß", *_WORDS.split(), " ", " ", " ", "-"])
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map(" ".join), st.lists(PIECES, max_size=30).map("".join))


@given(TEXTS, st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=3))
def test_any_text_is_read(text: str, names: list[tuple[int, int]]) -> None:
    """Never raises; offsets slice to the words; ordered and disjoint; values are plain decimals."""
    found = read(text, names=names)
    for quantity in found:
        assert quantity.zh == text[quantity.start : quantity.end] != ""
        if quantity.type != "date":
            for number in filter(None, (quantity.value, quantity.value_max)):
                assert plain(Decimal(number)) == number
    assert all(first.end <= second.start for first, second in pairwise(found))
