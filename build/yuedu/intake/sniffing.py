"""The format of a file, by what is in it; its name decides only between plain text and Markdown."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

ENDINGS = {
    **{".htm": "html", ".html": "html", ".xhtml": "html", ".mht": "mht", ".mhtml": "mht", ".shtml": "html"},
    **{".rtf": "rtf", ".docx": "docx", ".docm": "docx", ".dotx": "docx", ".odt": "odt", ".pdf": "pdf"},
    **{".doc": "doc", ".wps": "doc", ".dot": "doc", ".md": "md", ".markdown": "md", ".txt": "txt", ".text": "txt"},
}
"""What a name promises."""

FORMATS = {
    **{"txt": "plain text", "md": "Markdown", "html": "a web page", "mht": "a web page with its parts", "rtf": "RTF"},
    **{"docx": "a Word document", "odt": "an OpenDocument text", "pdf": "a PDF", "doc": "an old Word or WPS document"},
    **{"zip": "a zip archive", "ofd": "an OFD document", "xml": "an XML file", "image": "a picture"},
}
"""As notes and errors call them."""

PICTURES = frozenset({b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*", b"GIF8"})

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|article|span|h1)\b",
    re.I | re.S,
)
_MHT = re.compile(rb"(?:[\w-]+:[^\n]{0,500}\r?\n(?:[ \t][^\n]*\n)*){0,30}?(?:MIME-Version|Content-Type):[^\n]*", re.I)


def format_of(data: bytes, name: str) -> str:
    """One of `FORMATS`."""
    head = data[:8192].lstrip(b"\xef\xbb\xbf")
    if head[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return "doc"
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _of_zip(data)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    if _HTML.match(_narrow(head)):
        return "html"
    if head.lstrip()[:5] == b"<?xml" or _narrow(head).lstrip()[:5] == b"<?xml":
        return "xml"
    if head[:8] in PICTURES or head[:3] == b"\xff\xd8\xff" or head[:4] in PICTURES:
        return "image"
    if _MHT.match(head) and re.search(rb"^MIME-Version:", head, re.I | re.M) and b"text/html" in data.lower():
        return "mht"
    return "md" if promised_format(name) == "md" else "txt"


def promised_format(name: str) -> str | None:
    """What the ending of a name promises; None for one that promises nothing."""
    return ENDINGS.get(PurePath(name).suffix.lower())


def _narrow(head: bytes) -> bytes:
    """UTF-16 made narrow enough to recognise tags in it."""
    return head[2:].replace(b"\x00", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head


def _of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names or "[Content_Types].xml" in names:
                return "docx"
            if "OFD.xml" in names:
                return "ofd"
            if "content.xml" in names and "mimetype" in names:
                return "odt"
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        return "docx" if b"word/" in data else "odt" if b"opendocument" in data[:200] else "zip"
    return "zip"
