"""Bytes to text, and what is said of bytes that are none: the file, the line, the value and the remedy."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.conftest import FirstCorpus, first  # noqa: F401 (a fixture)
from tests.text.reading import read_text
from yuedu.errors import SourceError
from yuedu.intake.encodings import REMEDY, decode

SPEECH = "在全省工作会议上的讲话\n同志们：\n今天，我们召开会议，部署2023年重点任务。\n"
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


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["bare", "signed"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [SPEECH, TRADITIONAL], ids=["simplified", "traditional"])
def test_utf_16_is_read_with_its_signature_and_without(text: str, encoding: str, mark: str) -> None:
    decoded = decode((mark + text).encode(encoding), "source.txt")
    assert (decoded.text, decoded.encoding) == (mark + text, encoding)


def test_utf_32_is_read_with_its_signature() -> None:
    assert decode(SPEECH.encode("utf-32"), "source.txt").text == "\ufeff" + SPEECH


@pytest.mark.parametrize("encoding", ["big5", "big5hkscs", "gb18030", "gbk"])
def test_traditional_characters_are_read_in_either_encoding(encoding: str) -> None:
    decoded = decode(TRADITIONAL.encode(encoding), "source.txt")
    assert decoded.text == TRADITIONAL
    assert decoded.encoding == ("big5hkscs" if encoding.startswith("big5") else "gb18030")


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "同志們：今天開會。",
        "各位代表：現在，我報告工作。",
        "一、總體要求\n（一）指導思想。",
        "香港嘅經濟發展，係我哋嘅目標。",
    ],
)
def test_a_few_words_are_enough(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "source.txt").text == text


def test_two_encodings_in_one_file_are_refused_at_the_line() -> None:
    error = refused(SPEECH.encode("gb18030") + "第四行，今天我们部署任务。\n".encode())
    assert error.line == 4 and "two encodings" in error.message
    error = refused(SPEECH.encode() + "第四行，今天我们部署任务。\n".encode("gb18030"))
    assert error.line == 4 and "two encodings" in error.message


def test_a_file_that_is_cut_off_is_said_to_be() -> None:
    error = refused(SPEECH.encode()[:-2])
    assert error.line == 3 and "cut off" in error.message


def test_a_nul_byte_is_placed_in_its_line() -> None:
    error = refused(b"one\ntwo\nth\x00ree\n")
    assert str(error) == (
        "seeds/a/source.txt:3: a NUL byte: the file is binary, not a text\n"
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
        "seeds/a/source.txt:3: byte 0xff is not UTF-8, and the file is not GB18030, Big5 or UTF-16 either\n"
        "  remedy: save the file as UTF-8 (or GB18030) plain text"
    )


@pytest.mark.parametrize(
    "data",
    [
        "本日の会議では、デジタル政府について説明します。\n".encode("shift_jis"),
        "Überprüfung der Gebühren für das Jahr, Straße\n".encode("latin-1"),
        SPEECH.encode()[:-2] + b"\n",
        b"\x89PNG\r\n\x1a\n" + bytes(range(1, 200)),
    ],
    ids=["shift_jis", "latin-1", "utf-8 cut off", "png"],
)
def test_what_merely_decodes_is_not_taken_for_chinese(data: bytes) -> None:
    error = refused(data)
    assert "is not UTF-8" in error.message and error.line and error.remedy == REMEDY


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=60) | st.text(max_size=30).map(lambda t: t.encode("gb18030", "ignore")))
def test_any_bytes_are_a_text_or_an_error_with_a_remedy(data: bytes) -> None:
    try:
        decoded = decode(data, "any.txt")
    except SourceError as error:
        assert error.place.startswith("any.txt") and error.message and error.remedy
    else:
        assert decoded.text.encode(decoded.encoding) == data
        assert "\x00" not in decoded.text and decoded.text.strip()
