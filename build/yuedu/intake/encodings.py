"""Bytes to text: UTF-8 first, then what a signature or zero bytes say, then the encoding in which the bytes make Chinese.

Read are UTF-8, UTF-16 and UTF-32 (with a signature or without), GB18030 (with GBK and GB 2312 inside it, simplified or
traditional) and Big5 with Hong Kong's supplement. A file in two encodings is refused with the line of the second.

The text is not changed: what an encoding leaves behind (a byte-order mark) is removed later, as a recorded repair.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from yuedu.errors import SourceError
from yuedu.intake.commonest import legible, likeness
from yuedu.intake.mixture import NAMES, odd_line, strange_line

REMEDY = "save the file as UTF-8 (or GB18030) plain text"

SIGNATURES = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
"""First match holds (Unicode 16, section 23.8, table 23-6)."""

CHINESE = 0.4
"""From this likeness on bytes are taken for Chinese: measured, no ten characters of real text have less than 0.59, and
no ten wrongly decoded more than 0.27."""

MARGIN = 0.15
"""The likeness by which the best reading leads the second; one that leads by less is a guess, and refused."""

LEGIBLE = 0.6
"""The share of ASCII and known Chinese from which bytes with zeros among them are taken for UTF-16 or UTF-32."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A seed's text as received, its encoding and the SHA-256 of its bytes."""

    text: str
    encoding: str
    sha256: str


def decode(data: bytes, name: str) -> Decoded:
    """Decode a source file; raises `SourceError` for what is empty, binary, cut off, mixed or in no known encoding."""
    encoding = next((e for signature, e in SIGNATURES if data.startswith(signature)), "") or _wide(data, name)
    if encoding:
        text = _whole(data, encoding, name)
    else:
        try:
            text, encoding = data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError as error:
            text, encoding = _chinese(data, error, name)
    return Decoded(plain(text, name), encoding, hashlib.sha256(data).hexdigest())


def plain(text: str, name: str) -> str:
    """The text, unless it is empty or holds a control character."""
    if not text.strip("\ufeff").strip():
        raise SourceError(name, None, "the file is empty", "give the file its text")
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise SourceError(name, line, f"control character U+{ord(found[0]):04X}: the file is not a text", REMEDY)
    return text


def _wide(data: bytes, name: str) -> str:
    """UTF-16 or UTF-32 where there are zero bytes, by how it reads; "" where there are none."""
    if b"\x00" not in data:
        return ""
    best, share = "", LEGIBLE
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        width = 4 if "32" in encoding else 2
        text = data[: len(data) // width * width].decode(encoding, "replace")
        if text and "\x00" not in text and (found := legible(text)) > share:
            best, share = encoding, found
    if not best:
        line = data[: data.index(b"\x00")].count(b"\n") + 1
        raise SourceError(
            name, line, "a NUL byte: the file is binary, not a text in UTF-8, UTF-16, GB18030 or Big5", REMEDY
        )
    return best


def _whole(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "replace").count("\n") + 1
        kind = encoding[:6].upper()
        if error.end >= len(data):
            raise SourceError(
                name, line, f"the file ends inside a character ({kind}): it is cut off", "get the file anew"
            ) from None
        raise SourceError(name, line, f"byte 0x{data[error.start]:02x} is not {kind}", REMEDY) from None


def _chinese(data: bytes, not_utf_8: UnicodeDecodeError, name: str) -> tuple[str, str]:
    """What makes Chinese of bytes that are not UTF-8, with its encoding."""
    readings: list[tuple[float, str, str]] = []
    for encoding in NAMES:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        readings.append((likeness(text), encoding, text))
    readings.sort(reverse=True)
    if not readings or readings[0][0] < CHINESE or not _is_written(readings[0][2]):
        raise _reason(data, not_utf_8, name)
    if len(readings) > 1 and readings[0][0] - readings[1][0] < MARGIN:
        both = " and as ".join(NAMES[encoding] for _, encoding, _ in readings[:2])
        raise SourceError(name, None, f"too short to tell its encoding: it reads as {both}", REMEDY)
    _, encoding, text = readings[0]
    if odd := strange_line(data, encoding):
        line, other, words = odd
        raise SourceError(name, line, f"the file is {NAMES[encoding]}, but this line holds {other}: «{words}»", REMEDY)
    return text, encoding


def _is_written(text: str) -> bool:
    """Whether there is enough beyond ASCII to judge by: two characters, and one in twenty."""
    beyond = sum(1 for char in text if char >= "\u2000")
    return beyond >= 2 and beyond * 20 >= len(text)


def _reason(data: bytes, error: UnicodeDecodeError, name: str) -> SourceError:
    """Why these bytes are not read: cut off, in two encodings, or in none."""
    line, value = data[: error.start].count(b"\n") + 1, data[error.start]
    if error.reason == "unexpected end of data" or error.end >= len(data):
        message = f"the file ends inside a character: byte 0x{value:02x} at its end is not UTF-8, it is cut off"
        return SourceError(name, line, message, "get the file anew, or remove the last character, then " + REMEDY)
    for encoding in ("gb18030", "big5hkscs"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError as end:
            if (
                end.reason == "incomplete multibyte sequence"
                and likeness(data[: end.start].decode(encoding)) >= CHINESE
            ):
                at = data.count(b"\n", 0, end.start) + 1
                message = f"the file ends inside a character ({NAMES[encoding]}): it is cut off"
                return SourceError(name, at, message, "get the file anew, or remove the last character")
    if odd := odd_line(data):
        return SourceError(name, *odd, REMEDY)
    message = f"byte 0x{value:02x} is not UTF-8, and the file is not GB18030, Big5 or UTF-16 either"
    return SourceError(name, line, message, REMEDY)
