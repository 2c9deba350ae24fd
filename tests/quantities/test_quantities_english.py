"""The reader of English quantities: cases by hand, small languages whole, and what must hold of any text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.quantities.quantity_fixtures import Case, cases, row

from yuedu.quantities import zh
from yuedu.quantities.en import read

ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}


@pytest.mark.parametrize("case", list(cases("english.md")), ids=lambda c: c.title)
def test_a_case_gives_its_quantities(case: Case) -> None:
    assert tuple(row(q) for q in read(case.text)) == case.expected


def spelled(n: int) -> str:
    """1 to 999 as British English spells them."""
    if n < 20:
        return ONES[n - 1]
    if n < 100:
        return TENS[n // 10 - 2] + ("-" + ONES[n % 10 - 1] if n % 10 else "")
    return ONES[n // 100 - 1] + " hundred" + (" and " + spelled(n % 100) if n % 100 else "")


@pytest.mark.parametrize("n", range(2, 1000))
def test_every_number_in_words(n: int) -> None:
    (quantity,) = read(f"There are {spelled(n)} cases.")
    assert Decimal(quantity.value) == n


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("digits", ["1", "1.2", "12", "12.34", "121.6", "877.98", "999"])
def test_a_scale_word_is_what_the_chinese_reader_reads_of_myriads(digits: str, scale: str) -> None:
    """The same number written in 万 and 亿 and in thousands and millions has one value."""
    (english,) = read(f"about {digits} {scale} records")
    value = Decimal(digits).scaleb(SCALES[scale])
    assert Decimal(english.value) == value
    myriads = value / 10**8 if value >= 10**8 else value / 10**4
    (chinese,) = zh.read(f"约{format(myriads.normalize(), 'f')}{'亿' if value >= 10**8 else '万'}条")
    assert chinese.value == english.value
    assert chinese.bound == english.bound == "about"


@given(st.integers(min_value=1000, max_value=10**13), st.sampled_from([",", "\u2009", "\u202f", "\u00a0", "'", " "]))
def test_separators_say_nothing(n: int, separator: str) -> None:
    printed = f"{n:,}".replace(",", separator)
    quantities = read(f"We handled {printed} documents.")
    assert [Decimal(q.value) for q in quantities] == [n]


WORDS = st.sampled_from(
    [
        "one",
        "two",
        "a",
        "hundred",
        "thousand",
        "million",
        "and",
        "half",
        "of",
        "third",
        "per",
        "cent",
        "%",
        "percentage",
        "points",
        "RMB",
        "$",
        "12",
        "1.5",
        "2023",
        "to",
        "–",
        "over",
        "nearly",
        "about",
        "first",
        "twice",
        "doubled",
        "years",
        "yuan",
        "Five-Year",
        "Plan",
        ",",
        ".",
        "7",
        "February",
        "dozen",
        "in",
        "12345",
        "hotline",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join)))
def test_of_any_text(text: str) -> None:
    """Slices in order that never overlap; every value a number or a date; nothing raises."""
    end = 0
    for q in read(text):
        assert q.zh == text[q.start : q.end]
        assert end <= q.start < q.end
        end = q.end
        assert q.type == "date" or Decimal(q.value) >= 0
