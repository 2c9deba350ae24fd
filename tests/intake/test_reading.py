"""The one door: every format is told by its content, read within limits, and never as something it is not."""

from __future__ import annotations

import io
import os
import shutil
import stat
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.reading import drawn, tree_of
from yuedu.errors import SourceError
from yuedu.intake.limits import within_limits
from yuedu.intake.reading import take
from yuedu.intake.sniffing import FORMATS, format_of

LINES = [
    *("某省人民政府关于加快数字政府建设的意见", "某府〔2030〕15号", "各市人民政府，省政府各部门："),
    *("为贯彻落实党中央决策部署，现提出以下意见。", "一、总体要求", "（一）指导思想。坚持以人民为中心，到2035年建成1.2亿用户平台。"),
    *("（二）基本原则。一是统筹规划。二是分步实施。", "二、重点任务", "（一）夯实基础。投入12.62亿元。", "某省人民政府", "2030年3月5日"),
]  # fmt: skip
TEXT = "\n".join(LINES) + "\n"
TREE = list(drawn(tree_of(TEXT)))


def as_docx() -> bytes:
    import docx

    document, out = docx.Document(), io.BytesIO()
    for line in LINES:
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def as_odt() -> bytes:
    import odfdo

    document, out = odfdo.Document("text"), io.BytesIO()
    document.body.clear()
    for line in LINES:
        document.body.append(odfdo.Paragraph(line))
    document.save(out)
    return out.getvalue()


def as_pdf() -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("STSong-Light", 14)
    for n, line in enumerate(LINES):
        canvas.drawString(72 + (28 if 2 < n < 9 else 0), 760 - 24 * n, line)
    canvas.save()
    return out.getvalue()


def as_html() -> bytes:
    body = "".join(f"<p>　　{line}</p>" for line in LINES)
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body><div>{body}</div></body></html>".encode()


def as_rtf() -> bytes:
    body = "".join(
        "".join(f"\\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?" for c in line) + "\\par " for line in LINES
    )
    return f"{{\\rtf1\\ansi {body}}}".encode()


WRITTEN = {
    "txt": TEXT.encode,
    "md": lambda: TEXT.replace("一、", "## 一、", 1).replace("某省", "# 某省", 1).encode(),
    "html": as_html,
    "rtf": as_rtf,
    "docx": as_docx,
    "odt": as_odt,
    "pdf": as_pdf,
}


@pytest.mark.parametrize("kind", WRITTEN)
def test_every_format_gives_the_same_tree(kind: str) -> None:
    taken = take(WRITTEN[kind](), f"a.{kind}")
    assert taken.format == kind and list(drawn(tree_of(taken.text))) == TREE
    assert bool(taken.converter) == (kind != "txt")


@pytest.mark.parametrize("kind", [k for k in WRITTEN if k not in ("txt", "md")])
def test_a_wrong_ending_is_no_hindrance_and_is_said(kind: str) -> None:
    taken = take(WRITTEN[kind](), "a.txt")
    assert taken.format == kind and list(drawn(tree_of(taken.text))) == TREE
    assert taken.notes[0] == f"its name says plain text, its content is {FORMATS[kind]}"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "big5hkscs"])
def test_what_an_encoding_was_taken_for_is_kept_with_the_text(encoding: str) -> None:
    text = "各位代表：現在，我報告工作。成績很大。\n"
    taken = take(text.encode(encoding), "a.txt")
    assert taken.text.lstrip("\ufeff") == text and taken.converter.startswith("Python's codec ")
    assert not take(text.encode("gb18030"), "a.txt").converter


@pytest.mark.parametrize("kind", [k for k in WRITTEN if k not in ("txt", "md")])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_truncated_file_is_read_in_part_or_refused(kind: str, share: float) -> None:
    data = WRITTEN[kind]()
    try:
        taken = take(data[: int(len(data) * share)], f"a.{kind}")
    except SourceError as error:
        assert error.message and error.remedy and error.place.startswith(f"a.{kind}")
    else:
        assert taken.text.strip() and "<p" not in taken.text and "\\par" not in taken.text and "%PDF" not in taken.text


def test_an_archive_a_picture_and_a_bomb_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TEXT)
    with pytest.raises(SourceError, match="zip archive"):
        take(out.getvalue(), "a.zip")
    ofd = io.BytesIO()
    with zipfile.ZipFile(ofd, "w") as archive:
        archive.writestr("OFD.xml", "<ofd/>")
    for data, says in (
        (ofd.getvalue(), "OFD document"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package/>', "an XML file"),
        ("<?xml version='1.0'?><w/>".encode("utf-16"), "an XML file"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "a picture"),
    ):
        with pytest.raises(SourceError, match=says) as caught:
            take(data, "a.txt")
        assert caught.value.remedy
    with pytest.raises(SourceError, match="a picture"):
        take(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a.docx")
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<w>" + b" " * (400 << 20))
    begun = time.monotonic()
    with pytest.raises(SourceError):
        take(bomb.getvalue(), "a.docx")
    assert time.monotonic() - begun < 20


def test_an_old_word_file_names_the_way_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SourceError, match="only LibreOffice reads here") as caught:
        take(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "a.doc")
    assert "save it as .docx" in caught.value.remedy


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for LibreOffice")
@pytest.mark.parametrize("works", [True, False])
def test_an_old_word_file_goes_through_libreoffice(
    works: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(as_docx())
    program = tmp_path / "soffice"
    copy = f'for last; do :; done; cp {made} "$(dirname "$last")/source.docx"' if works else "exit 1"
    program.write_text(f'#!/bin/sh\n[ "$1" = --version ] && echo "LibreOffice 7.4.7.2 abc" && exit\n{copy}\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    if works:
        taken = take(data, "a.wps")
        assert list(drawn(tree_of(taken.text))) == TREE and taken.converter.startswith(
            "LibreOffice 7.4.7.2, python-docx"
        )
    else:
        with pytest.raises(SourceError, match="LibreOffice cannot read it"):
            take(data, "a.wps")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed: no real .doc is tried")
def test_libreoffice_itself(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(as_docx())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=120)
    data = (tmp_path / "a.doc").read_bytes()
    assert list(drawn(tree_of(take(data, "a.doc").text))) == TREE
    with pytest.raises(SourceError) as caught:
        take(data[: len(data) // 2], "a.doc")
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("reader", "message"),
    [
        ("tests.intake.badly:hangs", "not read after 1 seconds"),
        ("tests.intake.badly:eats_memory", "more than memory allows"),
        ("tests.intake.badly:recurses", "nested too deep"),
        ("tests.intake.badly:dies", "came to a stop"),
        ("tests.intake.badly:raises", "cannot be read: KeyError"),
        ("tests.intake.badly:refuses", "a picture"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="memory is limited on POSIX alone")
def test_whatever_a_file_does_to_its_reader_the_answer_is_an_error(
    reader: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    with pytest.raises(SourceError, match=message) as caught:
        within_limits(reader, b"", "a.docx", seconds=1 if "hangs" in reader else 30, memory=512 << 20)
    assert caught.value.remedy and caught.value.place.startswith("a.docx")


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=80), st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a"]))
def test_any_bytes_have_a_format(data: bytes, name: str) -> None:
    assert format_of(data, name) in FORMATS
