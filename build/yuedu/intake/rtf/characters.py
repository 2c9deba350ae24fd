"""Bytes and numbers of an RTF as characters: code pages of the document and of fonts, \\uN with its fallback.

RTF 1.9.1, "Unicode RTF" and "Font Table". Fonts of character set 0 are read in the document's code page where that has
two bytes to a character, as Word does.
"""

from __future__ import annotations

import codecs

_READ_AS = {936: "gb18030", 54936: "gb18030", 950: "big5hkscs", 951: "big5hkscs", 65001: "utf-8", 10000: "mac_roman"}
_TWO_BYTES = frozenset(("gb18030", "big5hkscs", "cp932", "cp949", "utf-8"))
_OF_NO_LANGUAGE = frozenset((0, 1, 2, 255))


def code_page(number: int) -> str:
    """Python's name for a Windows code page; cp1252 for one that is unknown."""
    name = _READ_AS.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def of_font(charset: int, name: str, document: str) -> str:
    """The encoding of a font: that of its character set (striprtf's table: `name`), else the document's."""
    if charset in _OF_NO_LANGUAGE and (document in _TWO_BYTES or charset != 0):
        return document
    return code_page(int(name[2:])) if name.startswith("cp") else document


class Bytes:
    """Gathers the bytes of a run, since a character may be split over two escapes; counts those that are in no encoding."""

    def __init__(self) -> None:
        self._held = bytearray()
        self._encoding = "cp1252"
        self.wrong = 0

    def add(self, data: bytes, encoding: str) -> str:
        """Bytes to hold; gives the text held before, where the encoding changes."""
        text = self.take() if encoding != self._encoding else ""
        self._encoding = encoding
        self._held += data
        return text

    @property
    def is_open(self) -> bool:
        """Whether the bytes held end inside a character: its second byte may follow as plain ASCII."""
        if not self._held or self._encoding not in _TWO_BYTES:
            return False
        decoder = codecs.getincrementaldecoder(self._encoding)("replace")
        decoder.decode(bytes(self._held[-64:]))
        return bool(decoder.getstate()[0])

    def take(self) -> str:
        """The text of what is held."""
        if not self._held:
            return ""
        data, self._held = bytes(self._held), bytearray()
        try:
            return data.decode(self._encoding)
        except UnicodeDecodeError:
            text = data.decode(self._encoding, "replace")
            self.wrong += text.count("\ufffd")
            return text


def whole(text: str) -> str:
    """Text whose characters beyond the first plane came as two numbers (UTF-16) as one character each."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
