"""Rich Text Format: code pages, Unicode, tables, footnotes, numbers of lists, deletions; no control word is ever text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yuedu.errors import SourceError
from yuedu.intake.converted import Converted
from yuedu.intake.rtf import read_rtf


def coded(text: str, encoding: str = "gb18030") -> str:
    """Characters as Word writes them in a code page."""
    return "".join(c if c.isascii() else "".join(f"\\'{b:02x}" for b in c.encode(encoding)) for c in text)


def unicode(text: str) -> str:
    """Characters as Word writes them with \\uN, negative above 32767."""
    return "".join(c if c.isascii() else f"\\u{n if (n := ord(c)) < 0x8000 else n - 0x10000}?" for c in text)


def rtf(
    body: str, head: str = r"\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}{\f1\fcharset0 Arial;}}"
) -> bytes:
    return ("{\\rtf1" + head + body + "}").encode("ascii")


@pytest.mark.parametrize("write", [coded, unicode])
def test_paragraphs_in_a_code_page_and_in_unicode(write: object) -> None:
    lines = ["某省人民政府关于推进改革的意见", "一、总体要求", "到2035年建成1.2亿用户平台。"]
    body = "".join(rf"\pard\qj\f0 {write(line)}\par " for line in lines)  # type: ignore[operator]
    assert read_rtf(rtf(body), "a.rtf").text.split() == lines


def test_a_latin_font_does_not_change_the_code_page() -> None:
    assert read_rtf(rtf(rf"\f1 {coded('现在，我报告工作。')}\par"), "a.rtf").text.strip() == "现在，我报告工作。"


def test_bytes_that_are_not_escaped_are_read_in_the_code_page() -> None:
    data = rb"{\rtf1\ansi\ansicpg936 " + "现在，我报告工作。".encode("gbk") + rb"\par}"
    assert read_rtf(data, "a.rtf").text.strip() == "现在，我报告工作。"


def test_a_traditional_code_page() -> None:
    body = coded("現在，我報告工作。", "big5")
    assert read_rtf(rtf(body, r"\ansi\ansicpg950"), "a.rtf").text.strip() == "現在，我報告工作。"


def test_the_rows_of_a_table_keep_their_cells_apart_and_a_bar_stays() -> None:
    cells = [["指标", "2030年"], ["粮食（万吨）", "1200|1350"]]
    rows = "".join(
        r"\trowd\cellx1000\cellx2000\pard\intbl " + "".join(rf"{coded(c)}\cell " for c in one) + r"\row "
        for one in cells
    )
    found = read_rtf(rtf(rf"{coded('主要指标如下。')}\par {rows}\pard {coded('到此为止。')}\par"), "a.rtf")
    assert found.text.strip().split("\n") == ["主要指标如下。", "指标\t2030年", "粮食（万吨）\t1200|1350", "到此为止。"]


def test_a_cell_of_two_paragraphs_is_one_cell() -> None:
    body = rf"\trowd\cellx9\cellx99\pard\intbl {coded('一')}\par {coded('二')}\cell {coded('三')}\cell\row"
    assert read_rtf(rtf(body), "a.rtf").text.strip() == "一 二\t三"


def test_footnotes_are_marked_and_follow_the_text() -> None:
    body = (
        rf"{coded('总量增长')}{{\super\chftn}}{{\footnote\pard{{\super\chftn}} {coded('某报，2030年。')}}}{coded('，质量提升')}"
        rf"{{\footnote {coded('初步核算。')}}}{coded('。')}\par"
    )
    assert read_rtf(rtf(body), "a.rtf").text.split("\n") == [
        "总量增长①，质量提升②。",
        "",
        "注：",
        "① 某报，2030年。",
        "② 初步核算。",
    ]


def test_the_numbers_that_word_printed_are_kept() -> None:
    body = rf"{{\listtext\pard {coded('一、')}\tab}}{coded('总体要求')}\par {{\pntext 1.\tab}}{coded('统筹规划')}\par"
    assert [line.replace("\t", "") for line in read_rtf(rtf(body), "a.rtf").text.split("\n")[:2]] == [
        "一、总体要求",
        "1.统筹规划",
    ]


def test_deletions_headers_pictures_and_links_are_no_text() -> None:
    body = (
        rf"{{\header {coded('公报')}}}{coded('投入')}{{\deleted {coded('三亿')}}}{{\revised {coded('四亿')}}}{coded('元。')}"
        r"{\pict\pngblip 89504e47}{\field{\*\fldinst HYPERLINK http://example.org}{\fldrslt "
        rf"{coded('某网')}}}}}\par"
    )
    found = read_rtf(rtf(body), "a.rtf")
    assert found.text.strip() == "投入四亿元。某网"
    assert found.notes == ("1 tracked deletions are left out, insertions taken as text",)


def test_a_file_that_is_cut_off_gives_what_it_holds_and_says_so() -> None:
    whole = rtf(rf"\pard {coded('现在，我报告工作。')}\par {{\b {coded('成绩很大。')}}}")
    found = read_rtf(whole[:-12], "a.rtf")
    assert found.text.startswith("现在，我报告工作。") and "cut off" in found.notes[0]


@pytest.mark.parametrize("data", [b"", b"hello", b"{\\rtf1}", b"{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}", b"\\rtf1 abc"])
def test_what_is_no_rtf_or_holds_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        read_rtf(data, "a.rtf")
    assert caught.value.remedy


def test_depth_and_length_take_time_in_proportion() -> None:
    deep = b"{\\rtf1\\ansi" + b"{" * 100_000 + b"abc" + b"}" * 100_001
    long = rtf(rf"\pard {coded('现在，我报告工作。')}\par " * 20_000)
    begun = time.monotonic()
    assert "abc" in read_rtf(deep, "a.rtf").text
    assert read_rtf(long, "a.rtf").text.count("。") == 20_000
    assert time.monotonic() - begun < 30


PIECES = [
    "{",
    "}",
    "\\par ",
    "\\u20013?",
    "\\'b9\\'e3",
    "\\cell ",
    "\\row ",
    "\\footnote ",
    "\\bin5 ",
    "\\'",
    "\\u",
    "abc",
    "\\*",
    "\\deleted ",
]


@settings(deadline=None, max_examples=200)
@given(
    st.binary(max_size=100)
    | st.lists(st.sampled_from(PIECES), max_size=30).map(lambda p: ("{\\rtf1" + "".join(p)).encode())
)
def test_any_bytes_are_a_text_or_an_error(data: bytes) -> None:
    try:
        found = read_rtf(data, "a.rtf")
    except SourceError as error:
        assert error.message and error.remedy
    else:
        assert isinstance(found, Converted) and found.text.strip() and "\\par" not in found.text
