"""PDFs that have no text, or would hurt: refused in seconds, with the file's name and a remedy."""

from __future__ import annotations

import io
import time
import zlib

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.intake.pages import Pages
from yuedu.errors import SourceError
from yuedu.intake.pdf.reader import read_pdf

NAME = "通知.pdf"
LATIN = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def objects(*bodies: bytes) -> bytes:
    """A file of these objects, the first of which is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for n, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(bodies) + 1, start))


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (more, len(data), data)


def one_page(content: bytes, resources: bytes = b"", *more: bytes, filter: bytes = b"") -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s>>>>" % resources
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return objects(b"<</Type/Catalog/Pages 2 0 R>>", tree, page, stream(content, filter), *more)


def named(characters: str) -> bytes:
    """A page on which A, B, C … are these characters by the font's own table."""
    pairs = "".join(f"<{65 + n:02X}> <{ord(c):04X}>\n" for n, c in enumerate(characters))
    table = f"begincmap\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{len(characters)} beginbfchar\n{pairs}endbfchar\nendcmap"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    words = "".join(chr(65 + n) for n in range(len(characters)))
    content = f"BT /F1 16 Tf 80 700 Td ({words}) Tj ET".encode()
    return one_page(content, b"/Font<</F1 5 0 R>>", font, stream(table.encode()))


def unnamed(figures: int, plain: int) -> bytes:
    """A page with glyphs of an embedded font that says nothing of Unicode, and some of a plain one."""
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
    inner = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000>>"
    shown = b"BT /F1 5 Tf 80 700 Td <%s> Tj ET BT /F2 10 Tf 80 680 Td (%s) Tj ET" % (b"0101" * figures, b"x" * plain)
    return one_page(shown, b"/Font<</F1 5 0 R/F2 7 0 R>>", font, inner, LATIN)


def locked(user: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(user, "owner", canPrint=0))
    canvas.drawString(80, 700, "text")
    canvas.save()
    return out.getvalue()


def set_page() -> bytes:
    pages = Pages()
    pages.paragraph("正文")
    return pages.data


def forms() -> bytes:
    """Forms that each draw the next ten times, twelve deep."""
    made = []
    for n in range(12):
        below = b"/Resources<</XObject<</X %d 0 R>>>>" % (6 + n)
        head = b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]" + below
        made.append(stream(b"/X Do " * 10, head))
    return one_page(b"/X Do", b"/XObject<</X 5 0 R>>", *made, stream(b"", b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]"))


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (3 + n) for n in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    return objects(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), *[page] * count
    )


BOMB = zlib.compress(b" " * 60_000_000, 9)
BAD = {
    "empty": (b"", "the file is empty"),
    "no PDF": ("某省人民政府".encode(), "does not begin with %PDF-"),
    "a head alone": (b"%PDF-1.7\n", "truncated or damaged"),
    "truncated": (set_page()[:700], "truncated or damaged|without a text layer"),
    "noise": (b"%PDF-1.7\n" + bytes(range(256)) * 200, "truncated or damaged"),
    "a page without text": (one_page(b"0 0 100 100 re S"), "1 page without a text layer: it is a scan"),
    "a user's password": (locked("user"), "password-protected"),
    "no Unicode": (unnamed(90, 10), r"the text layer names no characters \(90 of 100"),
    "bomb": (one_page(BOMB, filter=b"/Filter/FlateDecode"), "unpack to more than 48 MB"),
    "a bomb in a bomb": (
        one_page(zlib.compress(BOMB), filter=b"/Filter[/FlateDecode/FlateDecode]"),
        "unpack to more than 48 MB",
    ),
    "forms in forms": (forms(), "more than 20000 forms on a page"),
    "too many characters": (
        one_page(b"BT /F1 5 Tf 80 700 Td " + b"(xxxxxxxxxx) Tj " * 10_001 + b"ET", b"/Font<</F1 5 0 R>>", LATIN),
        "more than 100000 characters on a page",
    ),
    "too many pages": (many_pages(2001), "more than 2000 pages"),
    "pages in a ring": (
        objects(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"),
        "without a text layer|damaged",
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_pdfs_are_refused_by_name(kind: str) -> None:
    data, message = BAD[kind]
    begun = time.monotonic()
    with pytest.raises(SourceError, match=message) as refused:
        read_pdf(data, NAME)
    assert refused.value.file == NAME and refused.value.remedy
    assert time.monotonic() - begun < 10


def test_a_scan_is_told_what_to_do() -> None:
    with pytest.raises(SourceError) as refused:
        read_pdf(one_page(b""), NAME)
    assert "OCRmyPDF" in refused.value.remedy and "ask the office" in refused.value.remedy


def test_a_file_that_only_forbids_printing_is_read() -> None:
    assert read_pdf(locked(""), NAME).text == "text"


def test_radicals_and_compatibility_forms_become_characters() -> None:
    converted = read_pdf(named("⽅⻓⼾\uf9fd（①"), NAME)
    assert converted.text == "方长户什（①"
    assert converted.notes == (
        "4 characters that the font calls a radical or a compatibility form made the ordinary one",
    )


def test_a_few_glyphs_without_unicode_are_shown_as_such() -> None:
    converted = read_pdf(unnamed(1, 50), NAME)
    assert converted.text.split("\n")[0] == "\ufffd"
    assert converted.notes == ("1 character that the font has no Unicode for shown as \ufffd",)


@pytest.mark.parametrize("cut", range(0, 100, 7))
def test_a_file_cut_anywhere_is_read_or_refused(cut: int) -> None:
    pages = Pages()
    for _ in range(5):
        pages.paragraph("为贯彻落实决策部署，现提出以下意见，请认真执行，确保取得实效，让群众满意。")
    data = pages.data
    try:
        assert read_pdf(data[: len(data) * cut // 100], NAME).text
    except SourceError as refused:
        assert refused.file == NAME and refused.remedy


def test_time_grows_with_the_pages_and_not_faster() -> None:
    def taken(count: int) -> float:
        pages = Pages(foot="— # —")
        while pages.number <= count:
            pages.paragraph("为贯彻落实决策部署，现提出以下意见，请认真执行，确保取得实效，让群众满意。" * 4)
        begun = time.process_time()
        read_pdf(pages.data, NAME)
        return time.process_time() - begun

    taken(2)
    assert taken(40) < 8 * taken(10) + 0.5


def test_a_radical_of_two_forms_follows_the_script_of_the_text() -> None:
    assert read_pdf(named("關於⼾籍"), NAME).text == "關於戶籍"
    assert read_pdf(named("关于⼾籍"), NAME).text == "关于户籍"
