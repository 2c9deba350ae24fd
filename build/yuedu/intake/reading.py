"""A file's bytes to its text: the one door of the room. Every format but plain text is read in a child with limits."""

from __future__ import annotations

import hashlib

from yuedu.errors import SourceError
from yuedu.intake.encodings import decode
from yuedu.intake.limits import within_limits
from yuedu.intake.sniffing import FORMATS, format_of, promised_format
from yuedu.intake.taken import Taken

READERS = {
    "md": "yuedu.intake.markdown:read_markdown",
    "html": "yuedu.intake.html.reader:read_html",
    "mht": "yuedu.intake.html.saved:read_mht",
    "rtf": "yuedu.intake.rtf.reader:read_rtf",
    "docx": "yuedu.intake.docx.reader:read_docx",
    "odt": "yuedu.intake.odt.reader:read_odt",
    "pdf": "yuedu.intake.pdf.reader:read_pdf",
    "doc": "yuedu.intake.office:read_doc",
}
WAY_OUT = {
    "zip": "unpack it, and add the documents in it one by one",
    "ofd": "save it as PDF or .docx in an OFD reader or WPS, or ask the office for the text",
    "xml": "save it as .docx in Word, or as a page from a browser",
    "image": "it is a scan: ask the office for the text, or run OCR on it first",
}
OWN_TEXT = ("utf-8", "gb18030")
"""Plain text in these encodings is its own text: how they are read does not change."""


def take(data: bytes, name: str) -> Taken:
    """Read a file of any format; raises `SourceError`, with the way out, for what cannot be read."""
    kind, digest = format_of(data, name), hashlib.sha256(data).hexdigest()
    if kind == "txt":
        decoded = decode(data, name)
        converter = "" if decoded.encoding in OWN_TEXT else f"Python's codec {decoded.encoding}"
        return Taken(decoded.text, kind, decoded.encoding, digest, converter, _misnamed(kind, name))
    if kind not in READERS:
        raise SourceError(name, None, f"is {FORMATS[kind]}, which is not read", WAY_OUT[kind])
    converted = within_limits(READERS[kind], data, name)
    if not converted.text.strip():
        raise SourceError(name, None, f"no text in it, though it is {FORMATS[kind]}", "copy the text into a .txt file")
    return Taken(converted.text, kind, "utf-8", digest, converted.converter, (*_misnamed(kind, name), *converted.notes))


def _misnamed(kind: str, name: str) -> tuple[str, ...]:
    promised = promised_format(name)
    if promised in (None, kind) or {promised, kind} == {"txt", "md"}:
        return ()
    return (f"its name says {FORMATS[str(promised)]}, its content is {FORMATS[kind]}",)
