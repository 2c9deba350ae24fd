"""Bytes to text: UTF-8, or UTF-16, GB18030 or Big5 with the characters of Hong Kong, where the bytes make Chinese that way.

The text is not changed: what an encoding leaves behind (a byte-order mark) is removed later, as a recorded repair.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from yuedu.errors import SourceError
from yuedu.intake.chinese import LEAST, likeness

REMEDY = "save the file as UTF-8 (or GB18030) plain text"
MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\x00\x00", "utf-32-le"), (b"\x00\x00\xfe\xff", "utf-32-be"))
WIDE_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
GUESSED = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
"""Encodings that a file does not tell of itself: the one that makes the likeliest Chinese is taken."""

_UTF8_HAN = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}){4,}")
"""Four characters of Chinese in UTF-8, which no sentence in another encoding looks like."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text as received, its encoding and the SHA-256 of its bytes."""

    text: str
    encoding: str
    sha256: str


def decode(data: bytes, name: str) -> Decoded:
    """Decode a plain text; raises `SourceError` for what is empty, binary, in no known encoding, or in two at once."""
    digest = hashlib.sha256(data).hexdigest()
    encoding = _told(data) or _utf8(data) or _guessed(data)
    if encoding is None:
        raise _refusal(data, name)
    text = _plain(data.decode(encoding), name)
    if encoding in ("gb18030", "big5hkscs"):
        _check_one(data, name, encoding)
    return Decoded(text, encoding, digest)


def _told(data: bytes) -> str | None:
    """The encoding that a byte-order mark tells of, where the rest is of it."""
    encoding = next((e for mark, e in (*MARKS, *WIDE_MARKS) if data.startswith(mark)), None)
    return encoding if encoding and _decodes(data, encoding) else None


def _utf8(data: bytes) -> str | None:
    return "utf-8" if b"\x00" not in data and _decodes(data, "utf-8") else None


def _guessed(data: bytes) -> str | None:
    """The encoding in which the bytes are likeliest to be Chinese; None where they are likely in none."""
    beyond = len(data) - len(re.sub(rb"[\x80-\xff]", b"", data))
    if sum(map(len, _UTF8_HAN.findall(data))) > beyond / 2:  # UTF-8 that is damaged, or has a part in another encoding
        return None
    found = [(likeness(data.decode(e)), e) for e in GUESSED if _decodes(data, e)]
    best = max(found, default=(0.0, ""))
    return best[1] if best[0] >= LEAST else None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _refusal(data: bytes, name: str) -> SourceError:
    if b"\x00" in data:
        line = data[: data.index(b"\x00")].count(b"\n") + 1
        return SourceError(name, line, "a NUL byte: the file is binary, not a text", REMEDY)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, value = data[: error.start].count(b"\n") + 1, data[error.start]
    if odd := _odd_line(data):
        message = "the line is in another encoding than the rest of the file: two encodings in one file"
        return SourceError(name, odd, message, REMEDY)
    if _UTF8_HAN.search(data):
        message = f"byte 0x{value:02x} is not UTF-8, though the rest is: the file is cut off, or in two encodings"
    else:
        message = f"byte 0x{value:02x} is not UTF-8, and the file is not GB18030, Big5 or UTF-16 either"
    return SourceError(name, line, message, REMEDY)


def _odd_line(data: bytes) -> int | None:
    """The first of the fewer lines, where some are Chinese in UTF-8 and others in GB18030."""
    kinds: dict[bool, list[int]] = {True: [], False: []}
    for n, line in enumerate(data.split(b"\n"), 1):
        if _UTF8_HAN.search(line) and _decodes(line, "utf-8"):
            kinds[True].append(n)
        elif not line.isascii() and _decodes(line, "gb18030") and likeness(line.decode("gb18030")) >= LEAST:
            kinds[False].append(n)
    return min(kinds.values(), key=lambda found: (len(found), -found[0]))[0] if all(kinds.values()) else None


def _check_one(data: bytes, name: str, encoding: str) -> None:
    """No line is Chinese in UTF-8 while the rest is in another encoding."""
    for n, line in enumerate(data.split(b"\n"), 1):
        if _UTF8_HAN.search(line) and _decodes(line, "utf-8") and likeness(line.decode("utf-8")) >= LEAST:
            message = f"the line is in UTF-8, and the rest of the file in {encoding}: two encodings in one file"
            raise SourceError(name, n, message, REMEDY)


def _plain(text: str, name: str) -> str:
    if not text.strip("\ufeff").strip():
        raise SourceError(name, None, "the file is empty", "give the file its text")
    for n, char in enumerate(text):
        if (char < " " and char not in "\t\n\r\f\v") or char == "\x7f":
            line = text.count("\n", 0, n) + 1
            raise SourceError(name, line, f"control character U+{ord(char):04X}: the file is not a text", REMEDY)
    return text
