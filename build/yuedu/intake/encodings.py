"""Bytes to text: UTF-8, or GB18030 where the bytes make Chinese that way.

The text is not changed: what an encoding leaves behind (a byte-order mark) is removed later, as a recorded repair.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from yuedu.errors import SourceError

REMEDY = "save the file as UTF-8 (or GB18030) plain text"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A seed's text as received, its encoding and the SHA-256 of its bytes."""

    text: str
    encoding: str
    sha256: str


def decode(data: bytes, name: str) -> Decoded:
    """Decode a source file; raises `SourceError` for what is empty, binary or in no known encoding."""
    if b"\x00" in data:
        line = data[: data.index(b"\x00")].count(b"\n") + 1
        raise SourceError(
            name, line, "a NUL byte: the file is binary or UTF-16, not a text in UTF-8 or GB18030", REMEDY
        )
    digest = hashlib.sha256(data).hexdigest()
    try:
        return Decoded(_plain(data.decode("utf-8"), name), "utf-8", digest)
    except UnicodeDecodeError as error:
        line, value = data[: error.start].count(b"\n") + 1, data[error.start]
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if not _reads_as_chinese(text):
        raise SourceError(name, line, f"byte 0x{value:02x} is not UTF-8, and the file is not GB18030 either", REMEDY)
    return Decoded(_plain(text, name), "gb18030", digest)


def _plain(text: str, name: str) -> str:
    if not text.strip("\ufeff").strip():
        raise SourceError(name, None, "the file is empty", "give the file its text")
    for n, char in enumerate(text):
        if (char < " " and char not in "\t\n\r\f\v") or char == "\x7f":
            line = text.count("\n", 0, n) + 1
            raise SourceError(name, line, f"control character U+{ord(char):04X}: the file is not a text", REMEDY)
    return text


def _reads_as_chinese(text: str) -> bool:
    """Whether text that merely decodes is Chinese: most of its Han are among the 6,763 of GB 2312."""
    han = [c for c in text if "\u4e00" <= c <= "\u9fff"]
    common = sum(1 for c in han if _in_gb2312(c))
    others = sum(1 for c in text if ord(c) > 127) - len(han)
    return bool(han) and common / len(han) > 0.98 and others < len(han)


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
