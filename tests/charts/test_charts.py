"""Charts: drawn to measure, with the words beside each mark, and nothing in them that a page must not hold."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editing.project import ROOT
from yuedu.pages.amounts import amount, compact, myriads
from yuedu.pages.charts import FACTOR, Value, chart
from yuedu.quantities.model import Context
from yuedu.quantities.zh import read
from yuedu.sources.shape import Bilingual
from yuedu.store.project import build

CHART = re.compile(r'<figure class="yd-chart".*?</figure>', re.S)
TITLE = Bilingual(en="Loans", zh="借阅量")


def value(number: str, label: str = "loans", zh: str = "借阅", *, firm: bool = True) -> Value:
    return Value(Decimal(number), Bilingual(en=number, zh=number), Bilingual(en=label, zh=zh), firm)


def drawn(*values: Value, shares: bool = False) -> ET.Element:
    html = str(chart(TITLE, values, shares=shares)).replace("data-search-exclude", 'data-search-exclude=""', 1)
    return ET.fromstring(html)


def per_cent(element: ET.Element, key: str) -> float:
    text = element.get(key) or ""
    assert text.endswith("%")
    return float(text.removesuffix("%"))


def bars(figure: ET.Element) -> list[ET.Element]:
    return [e for e in figure.iter() if (e.get("class") or "").split()[:1] == ["yd-bar"]]


@given(st.lists(st.integers(1_000_000, FACTOR * 1_000_000), min_size=2, max_size=6))
def test_bars_are_as_long_as_their_values(numbers: list[int]) -> None:
    found = bars(drawn(*(value(str(n)) for n in numbers)))
    assert {b.tag for b in found} == {"rect"}
    for bar, number in zip(found, numbers, strict=True):
        assert per_cent(bar, "width") == pytest.approx(100 * number / max(numbers), abs=0.001)


@given(st.lists(st.integers(1, 10**12), min_size=1, max_size=5))
def test_values_far_apart_are_dots_whose_places_are_their_powers_of_ten(numbers: list[int]) -> None:
    numbers = [*numbers, max(numbers) * (FACTOR + 1)]
    figure = drawn(*(value(str(n)) for n in numbers))
    places = [per_cent(b, "cx") for b in bars(figure)]
    assert {b.tag for b in bars(figure)} == {"circle"}
    assert "Logarithmic scale" in "".join(figure.itertext())
    assert "对数刻度" in "".join(figure.itertext())
    assert all(0 < p < 100 for p in places)
    slopes = [
        (places[-1] - p) / math.log10(numbers[-1] / n) for n, p in zip(numbers, places, strict=True) if n < numbers[-1]
    ]
    assert slopes == pytest.approx([slopes[0]] * len(slopes), abs=0.01)


def test_values_up_to_fifty_times_apart_are_no_dots() -> None:
    assert "Logarithmic" not in "".join(drawn(value("1"), value(str(FACTOR))).itertext())
    assert "Logarithmic" in "".join(drawn(value("1"), value(str(FACTOR + 1))).itertext())


def test_a_share_is_a_part_of_its_whole() -> None:
    figure = drawn(value("95.1"), value("0.5"), shares=True)
    assert [per_cent(b, "width") for b in bars(figure)] == [95.1, 0.5]
    assert [r.get("width") for r in figure.iter("rect") if r.get("class") == "yd-track"] == ["100%", "100%"]


def test_what_is_planned_is_drawn_otherwise() -> None:
    assert [b.get("class") for b in bars(drawn(value("2"), value("1", firm=False)))] == ["yd-bar", "yd-bar yd-hollow"]


def test_every_text_of_one_language_has_its_sibling_in_the_other() -> None:
    """So that a reading that hides one of two siblings hides no word that stands alone."""
    for figure in (drawn(value("2"), value("1")), drawn(value("1"), value("1000"))):
        for parent in figure.iter():
            langs = [c.get("lang") for c in parent if c.get("lang")]
            assert langs.count("en") == langs.count("zh-Hans")
    svg = drawn(value("2"), value("1")).find("svg")
    assert svg is not None
    assert (svg.get("role"), svg.findtext("title")) == ("img", "Loans 借阅量")
    assert svg.findtext("desc") == "2 loans; 1 loans 2 借阅；1 借阅"


def test_without_english_the_chinese_stands_and_nothing_moves() -> None:
    lone = Value(Decimal(2), Bilingual(zh="2本", en="2"), Bilingual(zh="借阅"))
    figure = drawn(lone, lone)
    assert [t.get("lang") for t in figure.iter("text")] == ["zh-Hans", "zh-Hans"]
    assert [e for e in figure.iter() if e.get("style")] == []


@pytest.mark.parametrize("words", ['a & b < c > d "e"', "<script>alert(1)</script>", "]]>"])
def test_words_that_markup_must_escape(words: str) -> None:
    figure = drawn(value("2", words, words), value("1"))
    assert re.sub(r"\s+", "", f"2 {words}") in re.sub(r"\s+", "", "".join(figure.itertext()))
    assert figure.find(".//script") is None


def test_lines_fit_a_phone() -> None:
    label, zh = (
        "requests from businesses received and handled by the platform " * 2,
        "平台收到并办理的企业诉求数（截至目前）" * 3,
    )
    for text in drawn(value("880000", label, zh), value("900000")).iter("text"):
        for line in text:
            words = "".join(line.itertext())
            assert len(words) <= (46 if text.get("lang") == "en" else 26)
            assert words[0] not in "、，。）"


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("用户达1.81亿", "181 million"),
        ("交易额突破1万亿元", "over RMB 1 trillion"),
        ("资金12.62亿元", "RMB 1.262 billion"),
        ("近2万个行政村", "nearly 20,000"),
        ("满意率98.6%", "98.6%"),
    ],
)
def test_an_amount_is_short_and_keeps_its_hedge(zh: str, en: str) -> None:
    assert amount(read(zh, names=[], context=Context())[0]).en == en


def test_the_names_of_powers_of_ten() -> None:
    powers = [Decimal(10) ** n for n in (3, 5, 6, 8, 9, 12)]
    assert [compact(p) for p in powers] == ["1,000", "100,000", "1 million", "100 million", "1 billion", "1 trillion"]
    assert [myriads(p) for p in powers] == ["1,000", "10万", "100万", "1亿", "10亿", "1万亿"]


def test_the_charts_of_the_corpus_stand_with_their_table_and_hold_nothing_but_shapes_and_words() -> None:
    pages = {p: t.decode() for p, t in build(ROOT).expected.items() if p.endswith("index.md")}
    found = {p: CHART.findall(t) for p, t in pages.items() if CHART.search(t)}
    assert "docs/systems/yuezhengyi/index.md" in found
    assert "docs/topics/data-market/index.md" in found
    for path, charts in found.items():
        assert pages[path].index("yd-charts") < pages[path].index('<table class="yd-figures')
        for text in charts:
            assert not re.search(r"\bid=|<script|<style|href|url\(|font|\n", text)
            figure = ET.fromstring(text.replace("data-search-exclude", 'data-search-exclude=""', 1))
            assert len(bars(figure)) >= 2
            assert len(list(figure.iter("title"))) == len(list(figure.iter("desc"))) == 1
