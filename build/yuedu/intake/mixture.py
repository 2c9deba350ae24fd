"""Two encodings in one file: which line is in the other one.

It comes of pasting, or of a program that adds a line in its own encoding. Read in one encoding, the rest is rare
characters or an error; neither may pass for the text.
"""

from __future__ import annotations

import re
from collections import Counter

from yuedu.intake.commonest import likeness

NAMES = {"gb18030": "GB18030", "big5hkscs": "Big5", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
"""The encodings that are tried on what is not UTF-8, and what they are called."""

_UTF_8 = re.compile(rb"(?:[\xe2-\xef][\x80-\xbf]{2}){2,}")
_ENOUGH = 8  # characters beyond ASCII by which a line is judged alone


def strange_line(data: bytes, encoding: str) -> tuple[int, str, str] | None:
    """The first line that reads as Chinese in another encoding and not in the file's: number, encoding, its words."""
    if encoding.startswith("utf"):
        return None
    for number, line in enumerate(data.split(b"\n"), 1):
        for found in _UTF_8.finditer(line):
            words = _strictly(found[0], "utf-8")
            start = found.start() - (_strictly(line[: found.start()], encoding) is None)
            if words and likeness(words) > 0.6 and likeness(line[start : found.end()].decode(encoding, "ignore")) < 0.1:
                return number, "UTF-8", words[:20]
        text = line.decode(encoding, "replace")
        if sum(char > "\x7f" for char in text) < _ENOUGH or likeness(text) > 0:
            continue
        for other in ("gb18030", "big5hkscs"):
            words = None if other == encoding else _strictly(line, other)
            if words and likeness(words) > 0.5:
                return number, NAMES[other], words[:20]
    return None


def odd_line(data: bytes) -> tuple[int, str] | None:
    """Of a file that is in no single encoding: the first line not in that of most of its bytes, and what is wrong there.

    None where most of the lines are in no encoding either.
    """
    found: list[tuple[int, bytes, str]] = []
    held: Counter[str] = Counter()
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.isascii():
            which = _encoding(line)
            found.append((number, line, which))
            held[which] += len(line)
    most = held.most_common(1)[0][0]
    if not most:
        return None
    for number, line, which in found:
        if which != most:
            byte = f"byte 0x{_first_byte(line, most):02x} is"
            rest = f"most of the file is {_name(most)}"
            if which:
                return number, f"{byte} {_name(which)}, while {rest}: two encodings in one file"
            return number, f"{byte} not {_name(most)}, though {rest}"
    return None


def _name(encoding: str) -> str:
    return NAMES.get(encoding, "UTF-8")


def _encoding(line: bytes) -> str:
    """Of one line: UTF-8, else that in which it is Chinese, else ""."""
    if _strictly(line, "utf-8") is not None:
        return "utf-8"
    read = [(likeness(text), e) for e in ("gb18030", "big5hkscs") if (text := _strictly(line, e)) is not None]
    best = max(read, default=(0.0, ""))
    return best[1] if best[0] > 0.3 else ""


def _first_byte(line: bytes, encoding: str) -> int:
    try:
        line.decode(encoding)
    except UnicodeDecodeError as error:
        return line[error.start]
    return next(byte for byte in line if byte > 127)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
