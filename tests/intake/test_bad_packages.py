"""Archives that are no documents, or would hurt: refused in seconds, with the file's name and a remedy."""

from __future__ import annotations

import io
import time
import zipfile

import docx
import pytest
from docx.document import Document

from yuedu.errors import SourceError
from yuedu.intake.docx.reader import read_docx
from yuedu.intake.odt.reader import read_odt

BODY = "word/document.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def made() -> bytes:
    document: Document = docx.Document()
    document.add_paragraph("正文")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_body(body: str | bytes | None) -> bytes:
    """The document with another main part, or none."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(made())) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for item in old.namelist():
            if item != BODY:
                new.writestr(item, old.read(item))
        if body is not None:
            new.writestr(BODY, body)
    return out.getvalue()


def bomb(megabytes: int) -> bytes:
    """An archive whose main part is spaces."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new, new.open(BODY, "w") as part:
        for _ in range(megabytes):
            part.write(b" " * (1 << 20))
    return out.getvalue()


def document(inside: str) -> str:
    return f'<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'


def ole(*names: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + b"".join(n.encode("utf-16-le") for n in names)


def a_password() -> bytes:
    data = bytearray(made())
    for at in (n for n in range(len(data)) if data[n : n + 4] == b"PK\x01\x02"):
        data[at + 8] |= 1
    return bytes(data)


def lying() -> bytes:
    """Every entry says that it has one byte."""
    data = bytearray(with_body(document("<w:p/>" * 10_000)))
    for at in (n for n in range(len(data)) if data[n : n + 4] == b"PK\x01\x02"):
        data[at + 24 : at + 28] = (1).to_bytes(4, "little")
    return bytes(data)


ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
BILLION = f'<!DOCTYPE w [<!ENTITY a0 "笑">{ENTITIES}]>' + document("<w:p><w:r><w:t>&a8;</w:t></w:r></w:p>")
DEEP = document("<w:tbl><w:tr><w:tc>" * 3000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 3000)
NESTED = document("<w:smartTag>" * 190 + "<w:p/>" + "</w:smartTag>" * 190)

BAD = {
    "empty": (b"", "the file is empty"),
    "no zip": ("某省人民政府".encode(), "not a .docx: it does not begin as a zip archive"),
    "truncated": (made()[:3000], "truncated or damaged"),
    "cut in the middle": (made()[:200] + made()[900:], "damaged|truncated"),
    "an empty zip": (b"PK\x05\x06" + b"\x00" * 18, r"not a \.docx"),
    "no main part": (with_body(None), r"not a \.docx"),
    "not XML": (with_body("正文"), "«word/document.xml» is not XML"),
    "another root": (with_body("<正文/>"), r"not a \.docx"),
    "bomb": (bomb(240), "unpack to 240 MB"),
    "dense": (bomb(40), "unpack to 40 MB: this is no document"),
    "entries that lie": (lying(), "is damaged|is not XML"),
    "many entities": (with_body(BILLION), "declares a document type or entities|is not XML"),
    "a file as entity": (
        with_body(
            '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + document("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>")
        ),
        "declares a document type",
    ),
    "deep": (with_body(DEEP), "elements inside each other|is not XML"),
    "wrapped without words": (with_body(NESTED), "the document has no text"),
    "password": (ole("EncryptedPackage"), "password-protected"),
    "password of the zip": (a_password(), "password-protected"),
    "an old .doc": (ole("WordDocument"), r"an old binary office file \(\.doc, \.wps\)"),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_word_files_are_refused_by_name(kind: str) -> None:
    data, message = BAD[kind]
    begun = time.monotonic()
    with pytest.raises(SourceError, match=message) as refused:
        read_docx(data, "通知.docx")
    assert refused.value.file == "通知.docx" and refused.value.remedy
    assert time.monotonic() - begun < 5


ODT = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = f'xmlns:office="{ODT}:office:1.0" xmlns:text="{ODT}:text:1.0" xmlns:table="{ODT}:table:1.0"'


def odt(inside: str = "<text:p>正文</text:p>", head: str = "", **parts: str) -> bytes:
    """An OpenDocument text of one part, and what else is named."""
    out = io.BytesIO()
    content = f"{head}<office:document-content {NAMES}><office:body><office:text>{inside}</office:text></office:body></office:document-content>"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        new.writestr("content.xml", content)
        for part, words in parts.items():
            new.writestr({"manifest": "META-INF/manifest.xml", "styles": "styles.xml"}[part], words)
    return out.getvalue()


LOCKED = f'<m:manifest xmlns:m="{ODT}:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
BAD_ODT = {
    "empty": (b"", "the file is empty"),
    "no zip": ("某省人民政府".encode(), "not a .odt: it does not begin as a zip archive"),
    "truncated": (odt()[:150], "truncated or damaged"),
    "no main part": (bomb(1), "the archive has no «content.xml»"),
    "a Word document": (made(), "the archive has no «content.xml»"),
    "bomb": (odt("<text:p>" + " " * 45_000_000 + "</text:p>"), "this is no document"),
    "many entities": (
        odt("<text:p>&a8;</text:p>", BILLION.partition("<w:document")[0]),
        "document type or entities|is not XML",
    ),
    "deep": (odt("<table:table><table:table-row><table:table-cell>" * 300), "is not XML"),
    "deep and whole": (odt("<text:section>" * 300 + "</text:section>" * 300), "elements inside each other|is not XML"),
    "styles that are no XML": (odt(styles="<"), "«styles.xml» is not XML"),
    "password": (odt("", "\x00", manifest=LOCKED), "password-protected"),
    "an old .wps": (ole("WordDocument"), "an old binary office file"),
}


@pytest.mark.parametrize("kind", BAD_ODT)
def test_bad_opendocument_files_are_refused_by_name(kind: str) -> None:
    data, message = BAD_ODT[kind]
    begun = time.monotonic()
    with pytest.raises(SourceError, match=message) as refused:
        read_odt(data, "通知.odt")
    assert refused.value.file == "通知.odt" and refused.value.remedy
    assert time.monotonic() - begun < 5


def test_the_smallest_opendocument_text_is_read() -> None:
    assert read_odt(odt(), "通知.odt").text == "正文"


def test_a_relationship_to_what_is_not_there_is_no_error() -> None:
    out = io.BytesIO()
    lost = '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    with zipfile.ZipFile(io.BytesIO(made())) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.namelist():
            blob = old.read(item)
            if item.endswith("document.xml.rels"):
                outside = f'{lost.replace("rX", "rY")} Target="http://192.0.2.1/a.png" TargetMode="External"/>'
                blob = blob.replace(b"</Rel", f'{lost} Target="NULL"/>{outside}</Rel'.encode())
            new.writestr(item, blob)
    assert read_docx(out.getvalue(), "通知.docx").text == "正文"


def test_strict_open_xml_is_read_too() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made())) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.namelist():
            blob = old.read(item).replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            new.writestr(item, blob.replace(kind, b"http://purl.oclc.org/ooxml/officeDocument/relationships"))
    assert read_docx(out.getvalue(), "通知.docx").text == "正文"


def test_a_document_with_macros_under_another_name_is_read() -> None:
    out = io.BytesIO()
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(io.BytesIO(made())) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.namelist():
            blob = old.read(item).replace(kind, b"application/vnd.ms-word.document.macroEnabled.main+xml")
            if not item.startswith("word/"):
                blob = blob.replace(b"word/document.xml", b"word/main.xml")
            new.writestr(
                item.replace("word/document.xml", "word/main.xml").replace("document.xml.rels", "main.xml.rels"), blob
            )
    assert read_docx(out.getvalue(), "通知.docx").text == "正文"
