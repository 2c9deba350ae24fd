"""Rich text: code pages, escapes, tables, notes, and what is cut off or made to break its reader."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yuedu.errors import SourceError
from yuedu.intake.converted import Converted
from yuedu.intake.rtf.reader import read_rtf

HEAD = (
    r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 %s;}{\f1\fswiss\fcharset0 Arial;}{\f2\fcharset136 T;}}"
)


def in_bytes(text: str, encoding: str = "gbk") -> str:
    return "".join(c if c < "\x80" else "".join(f"\\'{b:02x}" for b in c.encode(encoding)) for c in text)


def in_numbers(text: str, fallback: str = "?") -> str:
    units = text.encode("utf-16-le")
    numbers = (int.from_bytes(units[n : n + 2], "little") for n in range(0, len(units), 2))
    return "".join(chr(n) if n < 128 else f"\\u{n if n < 32768 else n - 65536}{fallback}" for n in numbers)


def read(body: str, head: str = HEAD % in_bytes("宋体")) -> Converted:
    return read_rtf(f"{head}{body}}}".encode("latin-1"), "a.rtf")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (in_bytes("某省人民政府关于|的意见"), "某省人民政府关于|的意见"),
        (in_numbers("某府〔2024〕15号，𠮷"), "某府〔2024〕15号，𠮷"),
        (r"\uc2 " + in_numbers("汉字", in_bytes("汉")) + "x", "汉字x"),
        (r"\uc0 " + in_numbers("汉字", " "), "汉字"),
        (r"\f1 " + in_bytes("无衬线里的汉字"), "无衬线里的汉字"),
        (r"\f2 " + in_bytes("繁體字體", "big5"), "繁體字體"),
        (r"\'81@\'81A", "丂丄"),
        (r"一\'b6".replace("一", "") + r"\'fe", "二"),
        (in_bytes("甲") + r"\par " + in_bytes("乙") + r"\par\par " + in_bytes("丙") + r"\line " + in_bytes("丁"), "甲\n乙\n\n丙\n丁"),
        (r"{\b " + in_bytes("粗") + r"}{\i " + in_bytes("斜") + r"}\plain\fs32 " + in_bytes("大"), "粗斜大"),
        (r"a\~b\_c\-d\{e\}\\f\emdash\ldblquote", "a\u00a0b\u2011cd{e}\\f—“"),
        (r"{\listtext\pard\plain " + in_bytes("一、") + r"\tab}" + in_bytes("总体"), "一、总体"),
        (r"{\pntext\f0 1.\tab}{\*\pn\pnlvlbody{\pntxta .}}" + in_bytes("总体"), "1.总体"),
        (r"{\listtext\pard\plain  1.\tab}5", "1. 5"),
        (r"{\listtext\pard\plain\f1 \u8226?\tab}" + in_bytes("总体"), "总体"),
        (r"{\field{\*\fldinst{HYPERLINK ''}}{\fldrslt{" + in_bytes("链接") + "}}}", "链接"),
        (r"{\upr{x}{\*\ud{y}}}", "x"),
        (r"a{\*\unknown b{\c d}}e{\info{\title t}}", "ae"),
        (r"a{\deleted b}c{\v d}e\deleted f\deleted0 g", "aceg"),
        (r"{\shp{\*\shpinst{\sp{\sn n}{\sv v}}{\shptxt \pard " + in_bytes("文本框") + r"\par}}}" + in_bytes("文"), "文本框\n文"),
        (r"a{\pict\pngblip 89504e47{\x y}}b{\pict\bin4 {}{}c}d", "abd"),
        ("a\r\nb\nc", "abc"),
    ],
    ids=range(22),
)  # fmt: skip
def test_characters_and_groups(body: str, expected: str) -> None:
    assert read(body).text == expected


def test_without_a_code_page_the_font_tells() -> None:
    head = r"{\rtf1\ansi{\fonttbl{\f0\fcharset134 x;}{\f1\fcharset0 y;}}"
    assert read(r"\f0 " + in_bytes("汉字") + r"\f1 \'e9", head).text == "汉字é"


def test_rows_of_tables() -> None:
    rows = r"\trowd\cellx1\cellx2\pard\intbl %s\cell %s\cell\row"
    body = (
        rows % (in_bytes("指标"), in_bytes("数|值"))
        + rows % (in_bytes("总量"), r"1\par 200")
        + r"\pard "
        + in_bytes("表后。")
    )
    assert read(body).text == "指标\t数|值\n总量\t1 200\n表后。"


def test_footnotes_go_below_the_text() -> None:
    note = r"{\super\chftn{\footnote\pard\plain{\super\chftn} %s\par %s}}"
    body = (
        in_bytes("全省")
        + note % (in_bytes("指某省。"), in_bytes("续。"))
        + in_bytes("推进")
        + note % ("b", "c")
        + r"\par "
        + in_bytes("末段")
    )
    assert read(body).text == "全省①推进②\n末段\n注：\n① 指某省。 续。\n② b c"


def test_what_is_left_out_is_told() -> None:
    body = (
        r"a{\pict 00}{\*\shppict{\pict 00}}{\nonshppict{\pict 00}}{\header h}{\footer f}{\*\annotation c}{\deleted d}"
    )
    assert read(body).notes == (
        "1 comment left out",
        "1 deleted or hidden passage left out",
        "1 footer left out",
        "1 header left out",
        "2 pictures left out",
    )


@pytest.mark.parametrize("tail", ["", "x}", r"{\b ", r"\u2701", r"\'c4", r"{\pict 00"])
def test_a_file_cut_off_is_read_with_a_note(tail: str) -> None:
    data = (HEAD % "x" + in_bytes("某省人民政府") + r"\par " + tail).encode()
    converted = read_rtf(data[:-1] if tail.startswith("x") else data, "a.rtf")
    assert converted.text.startswith("某省人民政府")
    assert "the file ends before its last group is closed: it may be cut off" in converted.notes


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{\\rtf",
        b"{\\rtf1}",
        b"{\\rtf1\\ansi\\par}",
        b"text",
        b"{\\rtf1{\\fonttbl",
        b"\\rtf1 x",
        b"{\\rtf1 \x00\x00}",
    ],
)
def test_what_holds_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        read_rtf(data, "a.rtf")
    assert caught.value.remedy


def test_no_cut_gives_control_words_as_text() -> None:
    body = (
        HEAD % in_bytes("宋体")
        + in_bytes("某省")
        + r"\trowd\intbl "
        + in_numbers("汉字")
        + r"\cell\row{\*\x y}{\footnote "
        + in_bytes("注")
        + "}"
    )
    for end in range(len(body)):
        try:
            text = read_rtf(body[:end].encode(), "a.rtf").text
        except SourceError:
            continue
        assert not set(text) & set("\\{}") and "rtf" not in text and "cell" not in text


@pytest.mark.parametrize(
    "body",
    [
        "{" * 100_000 + "x" + "}" * 100_000,
        "{" * 100_000,
        "}" * 100_000,
        r"{\field{\*\fldinst{HYPERLINK " * 50_000,
        in_numbers("汉字。") * 100_000,
        r"\'d6" * 500_000,
        r"\'d6a" * 300_000,
        r"{\footnote x" * 20_000,
        r"\pard\intbl a\cell" * 100_000,
        r"{\pict " + "00" * 5_000_000 + "}x",
        r"\bin99999999 x",
        "\\" * 200_000,
    ],
    ids=range(12),
)
def test_large_and_nested_files_are_answered_in_seconds(body: str) -> None:
    began = time.perf_counter()
    try:
        assert read(body).text
    except SourceError as error:
        assert error.remedy
    assert time.perf_counter() - began < 8


WORDS = [r"\par ", r"\u25991 ", r"\'ce", r"\'c4", "{", "}", r"\*", r"\footnote ", r"\cell ", r"\row ", r"\intbl ", r"\bin3 ", "\\", "x", r"\uc2 ", r"\v ", r"\plain ", r"\f9 ", r"\fcharset134 ", r"\ansicpg1 "]  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(
    st.binary(max_size=100) | st.lists(st.sampled_from(WORDS), max_size=40).map(lambda words: "".join(words).encode())
)
def test_any_bytes_are_a_text_or_an_error(data: bytes) -> None:
    try:
        assert read_rtf(b"{\\rtf1" + data, "a.rtf").text.strip()
    except SourceError as error:
        assert error.remedy
