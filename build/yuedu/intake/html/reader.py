"""Saved web pages to text: .html and .mht; the document is found, the page around it left out and said so."""

from __future__ import annotations

import codecs
import email
import email.policy
import re

from yuedu.errors import SourceError
from yuedu.intake.converted import Converted
from yuedu.intake.encodings import decode
from yuedu.intake.html.blocks import page_of
from yuedu.intake.html.main_text import main_text
from yuedu.intake.needs import library, maker

DEEPEST = 5000
"""No page of text is nested deeper; a parser of HTML works in the square of it."""
KIND = ".html page"

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{3,20})""", re.I)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "tr",
        "th",
        "option",
        "dd",
        "dt",
    ]
)


def read_html(data: bytes, name: str) -> Converted:
    """The document on a page; raises `SourceError` for a page without text, or nested beyond reason."""
    text, notes = _decoded(data, name)
    if _depth(text) > DEEPEST:
        raise SourceError(name, None, f"elements are nested deeper than {DEEPEST}", "save the page again, or as text")
    selectolax = library("selectolax.lexbor", name, KIND)
    tree = selectolax.LexborHTMLParser(text)
    root = tree.body
    titled = tree.css_first("head > title")
    found = main_text(page_of(root), titled.text() if titled else "") if root is not None else None
    if found is None or not found.lines:
        message = "no text stands on the page itself: a script would have loaded it"
        raise SourceError(name, None, message, "save the page from a browser once it has loaded, or copy its text")
    if found.left_out:
        size = sum(map(len, found.left_out))
        first = found.left_out[0][:20]
        notes.append(f"{len(found.left_out)} lines of the page around the text ({size} characters) left out: {first} …")
    return Converted("\n".join(found.lines), maker("selectolax"), tuple(notes))


def read_mht(data: bytes, name: str) -> Converted:
    """A page that a browser saved with all its parts in one file (RFC 2557)."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                charset = part.get_content_charset()
                told = (
                    f'<meta charset="{charset}">'.encode() if charset and not _CHARSET.search(payload[:4096]) else b""
                )
                return read_html(told + payload, name)
    raise SourceError(name, None, "holds no page of HTML", "save the page as .html, or copy its text")


def _decoded(data: bytes, name: str) -> tuple[str, list[str]]:
    """The page's text, by its byte-order mark, else as it says of itself, else as its bytes are likeliest."""
    told = _CHARSET.search(data[:4096])
    encoding = _codec(told[1].decode("ascii")) if told else None
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or encoding is None:
        return _plain(data, name), []
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError:
        pass
    try:
        return _plain(data, name), [f"the page says that it is in {encoding}, and is not"]
    except SourceError:
        text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    if lost > 20 + len(text) / 1000:
        raise SourceError(name, None, f"{lost} characters are not {encoding}, as the page says", "save the page again")
    return text, [f"{lost} bytes are no {encoding} and stand as \ufffd"]


def _plain(data: bytes, name: str) -> str:
    return decode(re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", b"", data) if b"<" in data[:4096] else data, name).text


def _codec(name: str) -> str | None:
    """Python's codec, with the larger set where a smaller one is named: gb2312 is gb18030 (WHATWG Encoding)."""
    low = name.lower()
    wider = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs"}
    try:
        return codecs.lookup(wider.get(low, low)).name
    except LookupError:
        return None


def _depth(text: str) -> int:
    deepest = depth = 0
    for closing, tag, alone in _TAG.findall(text):
        if tag.lower() in _VOID or alone:
            continue
        depth += -1 if closing else 1
        deepest = max(deepest, depth)
    return deepest
