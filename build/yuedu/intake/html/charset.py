"""The encoding of a page: its signature, what it declares, else what its bytes are (see `encodings`)."""

from __future__ import annotations

import re

from yuedu.errors import SourceError
from yuedu.intake.encodings import SIGNATURES, decode

_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,300}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_READ_AS = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030"} | {
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "x-x-big5": "big5hkscs", "utf-8": "utf-8", "utf8": "utf-8"
}  # fmt: skip
"""WHATWG Encoding Standard, section 4.2: what a declared name stands for."""

_WRONG_AT_MOST = 0.005  # share of characters, beyond which a declared encoding is not the page's


def page_text(data: bytes, name: str, declared: str = "") -> tuple[str, list[str]]:
    """A page's source, and notes on bytes that are in no encoding; raises `SourceError` like `decode`."""
    if any(data.startswith(signature) for signature, _ in SIGNATURES):
        return decode(data, name).text.removeprefix("\ufeff"), []
    found = _DECLARED.search(data[:8192])
    label = (declared or (found[1].decode("ascii") if found else "")).lower()
    encoding = _READ_AS.get(label, "")
    try:
        if encoding:
            data.decode(encoding)
        text = data.decode(encoding) if encoding else decode(data, name).text
    except UnicodeDecodeError:
        return _mended(data, encoding, name)
    return text.removeprefix("\ufeff"), []


def _mended(data: bytes, encoding: str, name: str) -> tuple[str, list[str]]:
    """A page that is not wholly in the encoding it declares: in another, else with the wrong bytes shown as U+FFFD."""
    try:
        return decode(data, name).text, [f"the page says {encoding} and is not"]
    except SourceError:
        text = data.decode(encoding, "replace")
        wrong = text.count("\ufffd")
        if wrong > max(3, len(text) * _WRONG_AT_MOST):
            raise
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        return text, [
            f"{wrong} characters are in no encoding and shown as \ufffd, the first in line {line} of the source"
        ]
