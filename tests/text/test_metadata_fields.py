"""What a document says of itself, field by field: made-up front pages, and what holds for any text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import pytest
from hypothesis import given

from yuedu.analysis.speeches import Seed, read_speeches
from yuedu.intake.encodings import decode
from yuedu.sources.collection import Collection
from yuedu.sources.yamlfile import parse_yaml
from yuedu.text.furniture import PORTAL, furniture_kind
from yuedu.text.metadata import Metadata, metadata
from yuedu.text.period import PERIODS, period_stated
from yuedu.text.pinyin import pinyin_name
from yuedu.text.seed import Begin, NoSuchStart, opening_words, read_seed
from yuedu.text.stated import Stated

from .reading import FIXTURES, Case, cases, read_text, tree_of
from .test_never_lose import fuzz, texts

PAGES = [pytest.param(case, id=case.title) for case in cases("front_pages.md", FIXTURES / "metadata")]


def drawn(found: Metadata) -> Iterator[str]:
    for field in fields(found):
        value = getattr(found, field.name)
        if value is not None:
            yield f"{field.name}: {value.value if isinstance(value, Stated) else value}"


@pytest.mark.parametrize("case", PAGES)
def test_a_front_page_says(case: Case) -> None:
    assert "\n".join(drawn(metadata(tree_of(case.input)))) == case.expected


@fuzz
@given(texts)
def test_every_fact_rests_on_words_of_the_text(text: str) -> None:
    tree = read_text(text).trees[0]
    found = metadata(tree)
    parts = {part.id for part in tree.parts}
    for field in fields(found):
        value = getattr(found, field.name)
        if isinstance(value, Stated):
            assert value.value and value.words == tree.text[value.start : value.end] and value.words
            assert value.at in parts
    for stated in (found.speaker, found.number, found.period):
        assert stated is None or stated.value in stated.words.replace("\n", "")


@pytest.mark.parametrize(("kind", "example"), [(kind, example) for kind, _, example in PORTAL])
def test_every_kind_of_portal_line_has_its_example(kind: str, example: str) -> None:
    assert furniture_kind(example) == kind


@pytest.mark.parametrize(("iso", "example"), [(iso, example) for iso, _, example in PERIODS])
def test_every_kind_of_period_has_its_example(iso: str | None, example: str) -> None:
    found = period_stated(example)
    assert found and found[1] in example and (found[0] is None) == (iso is None)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("2025年和“十四五”时期工作回顾", (None, "2025年和“十四五”时期")),
        ("过去一年和五年工作回顾", (None, "过去一年和五年")),
        ("过去五年工作回顾", (None, "过去五年")),
        ("2021—2025年发展回顾", ("2021/2025", "2021—2025年")),
        ("2025年工作回顾", ("2025", "2025年")),
        ("2025年工作总结和2026年工作安排", ("2025", "2025年")),
        ("2025年预算执行情况和2026年预算草案", ("2025", "2025年")),
        ("去年工作", (None, "去年")),
        ("加强作风建设", None),
        ("", None),
    ],
)
def test_a_period_is_what_the_heading_states(heading: str, expected: tuple[str | None, str] | None) -> None:
    assert period_stated(heading) == expected


@pytest.mark.parametrize(
    ("zh", "pinyin"),
    [
        *(
            ("孟远航", "Meng Yuanhang"),
            ("欧阳娜娜", "Ouyang Nana"),
            ("施小琳", "Shi Xiaolin"),
            ("单国强", "Shan Guoqiang"),
        ),
        *(
            ("曾庆", "Zeng Qing"),
            ("仇明", "Qiu Ming"),
            ("解远", "Xie Yuan"),
            ("查明", "Zha Ming"),
            ("朴正", "Piao Zheng"),
        ),
        *(
            ("盖军", "Ge Jun"),
            ("区小强", "Ou Xiaoqiang"),
            ("吕逸", "Lü Yi"),
            ("尉迟恭", "Yuchi Gong"),
            ("李希安", "Li Xi'an"),
        ),
        *(("艾山·买买提江", None), ("嘎玛次登", None), ("", None)),
    ],
)
def test_a_name_in_pinyin(zh: str, pinyin: str | None) -> None:
    assert pinyin_name(zh) == pinyin


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("政府工作报告\n各位代表：\n会议召开。", "政府工作报告"),
        ("在全市经济工作会议上的讲话\n会议召开。", "在全市经济工作会议上的讲"),
        ("在全市经济工作会议上的讲话稿\n在全市经济工作会议上的讲话好。", "在全市经济工作会议上的讲话稿"),
        ("高举旗帜\n同志们：\n高举旗帜团结奋斗。", ""),
        ("", ""),
    ],
)
def test_the_words_a_document_begins_with_find_its_first_line_alone(text: str, expected: str) -> None:
    assert opening_words(text) == expected
    assert read_seed(text, [Begin("d", expected)]).starts == [0]


def test_a_first_line_that_recurs_cannot_be_given_as_words() -> None:
    with pytest.raises(NoSuchStart):
        read_seed("高举旗帜\n同志们：\n高举旗帜团结奋斗。", [Begin("d", "高举旗帜")])


def test_a_collection_may_say_that_its_document_begins_with_the_first_line() -> None:
    decoded = decode("高举旗帜\n同志们：\n高举旗帜团结奋斗。".encode(), "source.txt")
    yml = f"""\
source: {{file: source.txt, sha256: "{decoded.sha256}"}}
documents:
- {{id: d, begins: "", short: {{zh: 旗, en: null}}, title: {{zh: 高举旗帜, en: null}}, strands: {{"": occasion}}}}
"""
    editing = parse_yaml(yml, "document.yml")
    (speech,) = read_speeches(Seed("source.txt", decoded, editing), editing.shaped(Collection))
    assert [p.zh for p in speech.tree.passages] == ["高举旗帜团结奋斗。"]


@fuzz
@given(texts)
def test_any_text_begins_with_its_opening_words(text: str) -> None:
    cleaned = read_text(text).trees[0].text
    assert read_seed(text, [Begin("d", opening_words(cleaned))]).starts == [0]
