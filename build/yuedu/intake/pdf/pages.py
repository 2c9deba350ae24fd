"""A PDF opened by pdfplumber, page after page: what can go wrong in it is one kind of error here."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from typing import Any

from yuedu.errors import SourceError
from yuedu.intake.needs import library
from yuedu.intake.pdf.streams import check_streams

KIND = ".pdf"
MOST_PAGES = 2000
MOST_FORMS = 20_000
"""Forms drawn on one page; forms that draw forms that draw forms would never end."""
MOST_CHARACTERS = 100_000
MOST_PATHS = 20_000
"""Strokes kept of one page; a map has more, and no table."""


class TooMuch(Exception):
    """A page draws more than any page shows."""


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Iterator[Any]]:
    """The pages of a PDF, each to be closed by its user. Whatever pdfminer raises inside becomes `SourceError`."""
    if not data:
        raise SourceError(name, None, "the file is empty", "give the file its text")
    if b"%PDF-" not in data[:1024]:
        raise SourceError(
            name, None, f"not a {KIND}: it does not begin with %PDF-", "give the file the name of its kind"
        )
    check_streams(data, name)
    plumber = library("pdfplumber", name, KIND)
    loud = logging.getLogger("pdfminer")
    level = loud.level
    loud.setLevel(logging.ERROR)
    try:
        pdf = plumber.PDF(BytesIO(data))
        yield _pages(pdf, name)
    except SourceError:
        raise
    except Exception as error:
        raise _refused(error, name) from error
    finally:
        loud.setLevel(level)


def _pages(pdf: Any, name: str) -> Iterator[Any]:
    page_of = library("pdfplumber.page", name, KIND).Page
    every = library("pdfminer.pdfpage", name, KIND).PDFPage.create_pages(pdf.doc)
    draw = _drawer(name)
    for number, raw in enumerate(islice(every, MOST_PAGES + 1), 1):
        if number > MOST_PAGES:
            raise SourceError(name, None, f"more than {MOST_PAGES} pages", "split the file")
        page = page_of(pdf, raw, page_number=number, initial_doctop=0)
        page._layout = draw(pdf, page)  # pdfplumber draws a page unless this is there; its way has no limit
        yield page


def _drawer(name: str) -> Any:
    interp = library("pdfminer.pdfinterp", name, KIND)
    device_of = library("pdfplumber.page", name, KIND).PDFPageAggregatorWithMarkedContent

    class Interpreter(interp.PDFPageInterpreter):  # type: ignore[misc, name-defined]
        """Counts the forms that a page draws."""

        def do_Do(self, xobjid_arg: Any) -> None:
            self.device.forms = getattr(self.device, "forms", 0) + 1
            if self.device.forms > MOST_FORMS:
                raise TooMuch(f"more than {MOST_FORMS} forms on a page")
            super().do_Do(xobjid_arg)

    class Device(device_of):  # type: ignore[misc, valid-type]
        """Counts the characters and the strokes of a page."""

        characters = paths = 0

        def render_char(self, *args: Any, **how: Any) -> Any:
            self.characters += 1
            if self.characters > MOST_CHARACTERS:
                raise TooMuch(f"more than {MOST_CHARACTERS} characters on a page")
            return super().render_char(*args, **how)

        def paint_path(self, *args: Any, **how: Any) -> Any:
            self.paths += 1
            return super().paint_path(*args, **how) if self.paths <= MOST_PATHS else None

    def draw(pdf: Any, page: Any) -> Any:
        device = Device(pdf.rsrcmgr, pageno=page.page_number, laparams=None)
        Interpreter(pdf.rsrcmgr, device).process_page(page.page_obj)
        return device.get_result()

    return draw


def _refused(error: Exception, name: str) -> SourceError:
    inner = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
    if isinstance(inner, TooMuch):
        return SourceError(name, None, f"{inner}: this is no document of text", "ask the office for the text")
    kind = type(inner).__name__
    if "Password" in kind or "Encryption" in kind:
        return SourceError(name, None, "it is password-protected", "save it without a password")
    words = " ".join(str(inner).split())[:80]
    said = f"{kind}: {words}" if words else kind
    return SourceError(name, None, f"the {KIND} is truncated or damaged ({said})", "fetch the file again")
