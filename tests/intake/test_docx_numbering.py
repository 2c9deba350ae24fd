"""The numbers that Word computes from its definitions."""

from __future__ import annotations

import io

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from yuedu.intake.docx.reader import read_docx

W = nsdecls("w")


def level(n: int, format: str, text: str, more: str = "", start: int = 1) -> str:
    inside = f'<w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{n}">{inside}</w:lvl>'


OUTLINE = [level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3.")]


class Lists:
    """A document with numbering definitions; each paragraph names its list and level."""

    def __init__(self, abstract: dict[int, list[str]], nums: dict[int, str], styles: str = "") -> None:
        self.document: Document = docx.Document()
        root = self.document.part.numbering_part.element
        for old in list(root):
            root.remove(old)
        for id, levels in abstract.items():
            root.append(parse_xml(f'<w:abstractNum {W} w:abstractNumId="{id}">{"".join(levels)}</w:abstractNum>'))
        for id, inside in nums.items():
            root.append(parse_xml(f'<w:num {W} w:numId="{id}">{inside}</w:num>'))
        if styles:
            for style in parse_xml(f"<w:styles {W}>{styles}</w:styles>"):
                self.document.styles.element.append(style)

    def say(self, text: str, num: int | None = None, ilvl: int | None = None, style: str = "", mark: str = "") -> None:
        level = "" if ilvl is None else f'<w:ilvl w:val="{ilvl}"/>'
        own = "" if num is None else f'<w:numPr>{level}<w:numId w:val="{num}"/></w:numPr>'
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        xml = f"<w:p {W}><w:pPr>{named}{own}<w:rPr>{mark}</w:rPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        self.document.element.body.insert_element_before(parse_xml(xml), "w:sectPr")

    @property
    def lines(self) -> list[str]:
        stream = io.BytesIO()
        self.document.save(stream)
        return read_docx(stream.getvalue(), "通知.docx").text.split("\n")


def uses(abstract: int, more: str = "") -> str:
    return f'<w:abstractNumId w:val="{abstract}"/>{more}'


def test_levels_count_and_start_again() -> None:
    lists = Lists({1: OUTLINE}, {1: uses(1)})
    for ilvl in (0, 1, 1, 2, 2, 1, 0, 1, 2):
        lists.say("甲", 1, ilvl)
    assert lists.lines == ["一、甲", "（一）甲", "（二）甲", "1.甲", "2.甲", "（三）甲", "二、甲", "（一）甲", "1.甲"]


def test_numbers_to_a_hundred_and_twenty() -> None:
    lists = Lists({1: OUTLINE}, {1: uses(1)})
    for _ in range(120):
        lists.say("甲", 1, 0)
    lines = lists.lines
    assert [lines[n - 1] for n in (10, 11, 20, 100, 101, 110, 111, 120)] == [
        "十、甲", "十一、甲", "二十、甲", "一百、甲", "一百零一、甲", "一百一十、甲", "一百一十一、甲", "一百二十、甲",
    ]  # fmt: skip


def test_paragraphs_between_do_not_count_and_a_list_of_zero_is_none() -> None:
    lists = Lists({1: OUTLINE}, {1: uses(1)})
    for num in (1, None, 0, 1):
        lists.say("甲", num)
    assert lists.lines == ["一、甲", "甲", "甲", "二、甲"]


def test_lists_of_one_definition_count_on_unless_they_start_afresh() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = Lists({1: OUTLINE}, {1: uses(1), 2: uses(1), 3: uses(1, again)})
    for num in (1, 2, 3, 3, 1):
        lists.say("甲", num, 0)
    assert lists.lines == ["一、甲", "二、甲", "一、甲", "二、甲", "三、甲"]


def test_a_level_that_is_overridden_as_a_whole() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)", start=4)}</w:lvlOverride>'
    lists = Lists({1: OUTLINE}, {1: uses(1, other)})
    lists.say("甲", 1, 0)
    lists.say("乙", 1, 0)
    assert lists.lines == ["IV)甲", "V)乙"]


@pytest.mark.parametrize(("rule", "last"), [("", "1.甲"), ("0", "2.甲"), ("1", "2.甲"), ("2", "1.甲")])
def test_what_a_level_restarts_after(rule: str, last: str) -> None:
    restart = f'<w:lvlRestart w:val="{rule}"/>' if rule else ""
    lists = Lists({1: [*OUTLINE[:2], level(2, "decimal", "%3.", restart)]}, {1: uses(1)})
    for ilvl in (0, 1, 2, 1, 2):
        lists.say("甲", 1, ilvl)
    assert lists.lines[-1] == last


def test_higher_levels_are_named_and_legal_levels_are_in_digits() -> None:
    levels = [level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", "<w:isLgl/>"), level(2, "none", "附")]
    lists = Lists({1: levels}, {1: uses(1)})
    for ilvl in (1, 0, 1, 1, 2):
        lists.say("甲", 1, ilvl)
    assert lists.lines == [
        "1.1甲", "第一章甲", "1.1甲", "1.2甲", "附甲",
    ]  # fmt: skip


def test_a_bullet_has_no_number() -> None:
    lists = Lists({1: [level(0, "bullet", "•")]}, {1: uses(1)})
    lists.say("甲", 1, 0)
    assert lists.lines == ["甲"]


def test_figures_do_not_run_into_one_another() -> None:
    lists = Lists({1: [level(0, "decimal", "%1.")]}, {1: uses(1)})
    lists.say("5亿元", 1, 0)
    lists.say("投入5亿元", 1, 0)
    assert lists.lines == ["1. 5亿元", "2.投入5亿元"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="one"><w:basedOn w:val="base"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="two"><w:basedOn w:val="one"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="off"><w:basedOn w:val="one"/>'
    '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="ring"><w:basedOn w:val="ring"/></w:style>'
)


def test_numbers_come_through_styles() -> None:
    lists = Lists({1: OUTLINE}, {1: uses(1)}, STYLES)
    for style in ("one", "two", "off", "two", "one", "ring"):
        lists.say("甲", style=style)
    lists.say("甲", 0, style="one")
    assert lists.lines == ["一、甲", "（一）甲", "甲", "（二）甲", "二、甲", "甲", "甲"]


def test_a_level_may_name_the_style_that_uses_it() -> None:
    linked = [level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="one"/>')]
    lists = Lists({1: linked}, {1: uses(1)}, STYLES)
    lists.say("甲", style="one")
    assert lists.lines == ["（一）甲"]


def test_a_definition_may_stand_in_a_style_of_lists() -> None:
    style = (
        '<w:style w:type="numbering" w:styleId="公文"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    lists = Lists({1: ['<w:numStyleLink w:val="公文"/>'], 2: OUTLINE}, {1: uses(1), 2: uses(2)}, style)
    lists.say("甲", 1, 0)
    assert lists.lines == ["一、甲"]


def test_a_paragraph_deleted_as_a_whole_does_not_count() -> None:
    lists = Lists({1: OUTLINE}, {1: uses(1)})
    lists.say("甲", 1, 0)
    lists.say("", 1, 0, mark="<w:del/>")
    lists.say("乙", 1, 0)
    assert lists.lines == ["一、甲", "二、乙"]


def test_unknown_lists_and_levels_are_no_error() -> None:
    lists = Lists({1: OUTLINE[:1]}, {1: uses(1), 2: uses(7)})
    for num, ilvl in ((1, 5), (2, 0), (9, 0), (1, 99)):
        lists.say("甲", num, ilvl)
    assert lists.lines == ["甲"] * 4
