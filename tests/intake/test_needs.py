"""A reader whose library is not installed says which, and how to install it."""

from __future__ import annotations

import io
import sys

import docx
import pytest

from tests.intake.pages import Pages
from yuedu.errors import SourceError
from yuedu.intake.docx.reader import read_docx
from yuedu.intake.pdf.reader import read_pdf


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO()
    docx.Document().save(stream)
    pages = Pages().data
    for module in ("docx.package", "pdfplumber"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(SourceError) as word:
        read_docx(stream.getvalue(), "通知.docx")
    with pytest.raises(SourceError) as pdf:
        read_pdf(pages, "通知.pdf")
    assert word.value.message == "reading a .docx needs python-docx"
    assert pdf.value.message == "reading a .pdf needs pdfplumber"
    assert (
        word.value.remedy
        == pdf.value.remedy
        == "pip install -e '.[intake]' where this project's own code lies, else pip install 'yuedu[intake]'"
    )
