"""Bytes to text, and what is said of bytes that are none: the file, the line, the value and the remedy."""

from __future__ import annotations

import hashlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.conftest import FirstCorpus, first  # noqa: F401 (a fixture)
from tests.text.reading import read_text
from yuedu.errors import SourceError
from yuedu.intake.encodings import REMEDY, decode

SPEECH = "在全省工作会议上的讲话\n同志们：\n今天，我们召开会议，部署2023年重点任务。\n"
KNOWN = {"big5": "big5hkscs", "big5hkscs": "big5hkscs", "gb18030": "gb18030"}
TRADITIONAL = "各位代表：\n現在，請聽取關於數位發展的報告，並請審議。數據價值、資訊網絡、產業應用與區域協調發展\n"


def refused(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        decode(data, "seeds/a/source.txt")
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_both_encodings_give_the_text(encoding: str) -> None:
    data = SPEECH.encode(encoding)
    decoded = decode(data, "source.txt")
    assert (decoded.text, decoded.encoding) == (SPEECH, encoding)
    assert decoded.sha256 == hashlib.sha256(data).hexdigest()


def test_the_whole_corpus_comes_back_from_gb18030(first: FirstCorpus) -> None:  # noqa: F811
    decoded = decode(first.text.encode("gb18030"), "source.txt")
    assert (decoded.text, decoded.encoding) == (first.text, "gb18030")


def test_gbk_and_gb2312_are_parts_of_gb18030() -> None:
    for encoding in ("gbk", "gb2312"):
        assert decode(SPEECH.encode(encoding), "source.txt").text == SPEECH


def test_a_byte_order_mark_stays_for_a_recorded_repair() -> None:
    decoded = decode(SPEECH.encode("utf-8-sig"), "source.txt")
    assert decoded.text == "\ufeff" + SPEECH
    read = read_text(decoded.text)
    assert read.trees[0].text == SPEECH.rstrip("\n")
    assert [(r.kind, r.before, r.after) for r in read.repairs] == [
        ("invisible", "\ufeff", ""),
        ("blank line", "\n", ""),
    ]


@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r", "\f", "\u2028"])
def test_every_line_end_gives_the_same_text(ends: str) -> None:
    text = decode(SPEECH.replace("\n", ends).encode(), "source.txt").text
    assert text == SPEECH.replace("\n", ends)
    assert read_text(text).trees[0].text == SPEECH.rstrip("\n")


@pytest.mark.parametrize(
    "data",
    [b"", b" \n\t\r\n", "\u3000\u3000\n\u00a0".encode(), "\ufeff".encode(), "\ufeff \n".encode()],
    ids=["nothing", "ascii space", "wide space", "byte-order mark", "mark and space"],
)
def test_a_file_without_text_is_empty(data: bytes) -> None:
    error = refused(data)
    assert str(error) == "seeds/a/source.txt: the file is empty\n  remedy: give the file its text"


WIDE = ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]


@pytest.mark.parametrize("text", [SPEECH, TRADITIONAL, "plain English\nof two lines\n", "第一行\n二"], ids=range(4))
@pytest.mark.parametrize("sign", ["", "\ufeff"], ids=["unsigned", "signed"])
@pytest.mark.parametrize("encoding", WIDE)
def test_a_wide_encoding_is_read_with_and_without_its_signature(text: str, sign: str, encoding: str) -> None:
    decoded = decode((sign + text).encode(encoding), "source.txt")
    assert (decoded.text, decoded.encoding) == (sign + text, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_one_wide_line_has_no_zero_byte_to_tell_it_by(encoding: str) -> None:
    data = "在全省工作会议上的讲话，同志们".encode(encoding)
    assert b"\x00" not in data
    assert decode(data, "source.txt").encoding == encoding


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16", "utf-16-be", "utf-32"])
def test_half_a_wide_character_at_the_end_is_named(encoding: str) -> None:
    error = refused(SPEECH.encode(encoding)[:-1])
    assert error.line == 3 and "ends inside a character (UTF-" in error.message


def test_a_lone_surrogate_is_no_text() -> None:
    error = refused("第一行\n第二行".encode("utf-16") + b"\x01\xd8\x0a\x00")
    assert error.line == 2 and "is not UTF-16" in error.message


@pytest.mark.parametrize("encoding", ["big5", "big5hkscs", "gb18030"])
def test_traditional_characters_come_in_three_encodings(encoding: str) -> None:
    decoded = decode(TRADITIONAL.encode(encoding), "source.txt")
    assert (decoded.text, decoded.encoding) == (TRADITIONAL, KNOWN[encoding])


def test_the_characters_of_hong_kong_are_read() -> None:
    text = "行政長官二〇二四年施政報告：在深水埗、鰂魚涌興建房屋，嘅、咗、喺等字亦可讀出。\n"
    assert decode(text.encode("big5hkscs"), "source.txt").text == text


@pytest.mark.parametrize("text", ["工作报告，同志们好！", "市政府办公室通知", "張靚麗名片。三、的"], ids=range(3))
def test_ten_characters_are_enough(text: str) -> None:
    for encoding in ("gb18030", "utf-16-le", "utf-16-be"):
        assert decode(text.encode(encoding), "source.txt").text == text


def test_ten_characters_are_enough_for_big5() -> None:
    for text in ("工作報告，同志們好！", "市政府辦公室通知", "張靚麗名片。三、的"):
        assert decode(text.encode("big5hkscs"), "source.txt").text == text


def test_a_megabyte_is_decoded_at_once() -> None:
    for encoding in ("gb18030", "big5hkscs", "utf-16-le"):
        data = (TRADITIONAL * 12_000).encode(encoding)
        assert len(data) > 1_000_000
        began = time.perf_counter()
        assert decode(data, "source.txt").encoding == encoding
        assert time.perf_counter() - began < 2


LINES = SPEECH * 3


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (
            LINES.encode() + "同志们".encode("gb18030") + b"\n",
            10,
            "byte 0xc3 is GB18030, while most of the file is UTF-8",
        ),
        (
            (SPEECH + "同志们\n").encode("gb18030") + SPEECH.encode() * 3,
            1,
            "is GB18030, while most of the file is UTF-8",
        ),
        (LINES.encode("gb18030") + "新一段。\n".encode(), 10, "is UTF-8, while most of the file is GB18030"),
        (LINES.encode("gb18030") + "第二，".encode("gb18030") + "我们\n".encode(), 10, "this line holds UTF-8: «我们»"),
        (LINES.encode("gb18030") + "又一个段，行\n".encode(), 10, "this line holds UTF-8: «又一个段，行»"),
        (LINES.encode("gb18030") + "又一个段落\n".encode(), 10, "is UTF-8, while most of the file is GB18030"),
        (LINES.encode("gb18030") + TRADITIONAL.encode("big5"), 10, "Big5"),
        (TRADITIONAL.encode("big5") * 3 + SPEECH.encode("gb18030"), 7, "GB18030"),
        (LINES.encode() + "第十行".encode() + b"\xa1\n", 10, "byte 0xa1 is not UTF-8, though most of the file is"),
    ],
    ids=range(9),
)
def test_two_encodings_in_one_file_are_refused_with_the_line(data: bytes, line: int, says: str) -> None:
    error = refused(data)
    assert error.line == line and says in error.message


@pytest.mark.parametrize("cut", [1, 2])
def test_a_file_cut_off_inside_a_character_says_so(cut: int) -> None:
    error = refused(SPEECH.strip().encode()[:-cut])
    assert error.line == 3 and "ends inside a character" in error.message and "cut off" in error.message


def test_gb18030_cut_off_inside_a_character_says_so() -> None:
    error = refused(SPEECH.strip().encode("gb18030")[:-1])
    assert error.line == 3 and "ends inside a character (GB18030)" in error.message


def test_a_nul_byte_is_placed_in_its_line() -> None:
    error = refused(b"one\ntwo\nth\x00ree\n")
    assert str(error) == (
        "seeds/a/source.txt:3: a NUL byte: the file is binary, not a text in UTF-8, UTF-16, GB18030 or Big5\n"
        "  remedy: save the file as UTF-8 (or GB18030) plain text"
    )


@pytest.mark.parametrize(
    ("char", "name"), [("\x01", "U+0001"), ("\x1a", "U+001A"), ("\x1b", "U+001B"), ("\x7f", "U+007F")]
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_control_character_is_placed_and_named(char: str, name: str, encoding: str) -> None:
    error = refused(f"第一行，会议召开。\n第二行，{char}部署任务。\n".encode(encoding))
    assert error.place == "seeds/a/source.txt:2"
    assert error.message == f"control character {name}: the file is not a text"
    assert error.remedy == REMEDY


def test_bytes_in_no_encoding_are_placed_and_printed() -> None:
    error = refused("第一行\n第二行\n".encode() + b"ab\xff\xfe\xff\n")
    assert str(error) == (
        "seeds/a/source.txt:3: byte 0xff is not UTF-8, though most of the file is UTF-8\n"
        "  remedy: save the file as UTF-8 (or GB18030) plain text"
    )


@pytest.mark.parametrize(
    "data",
    [
        "오늘 회의에서는 디지털 정부에 대하여 설명합니다.\n".encode("euc-kr"),
        "本日の会議では、デジタル政府について説明します。\n".encode("shift_jis"),
        "Überprüfung der Gebühren für das Jahr, Straße\n".encode("latin-1"),
        SPEECH.encode()[:-2] + b"\n",
        "Сегодня состоялось заседание правительства\n".encode("koi8-r"),
        b"\x89PNG\r\n\x1a\n" + bytes(range(1, 200)),
    ],
    ids=["euc-kr", "shift_jis", "latin-1", "utf-8 cut off", "koi8-r", "png"],
)
def test_what_merely_decodes_is_not_taken_for_chinese(data: bytes) -> None:
    error = refused(data)
    assert "is not UTF-8" in error.message and error.line and error.remedy == REMEDY


@settings(deadline=None, max_examples=300)
@given(
    st.binary(max_size=60)
    | st.text(max_size=30).map(lambda t: t.encode("utf-16", "ignore"))
    | st.text(max_size=30).map(lambda t: t.encode("gb18030", "ignore"))
)
def test_any_bytes_are_a_text_or_an_error_with_a_remedy(data: bytes) -> None:
    try:
        decoded = decode(data, "any.txt")
    except SourceError as error:
        assert error.place.startswith("any.txt") and error.message and error.remedy
    else:
        if decoded.encoding != "big5hkscs":  # it has a few characters twice
            assert decoded.text.encode(decoded.encoding) == data
        assert "\x00" not in decoded.text and decoded.text.strip()
