"""Traditional characters and variants → the simplified ones that the texts hold."""

from __future__ import annotations

from functools import cache

from opencc import OpenCC

_HAN = "".join(map(chr, (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))))


def simplified(held: set[str]) -> dict[str, str]:
    """Every character that becomes another one of `held` in simplified writing."""
    return {a: b for a, b in _pairs() if b in held}


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    """Character by character: a word's context would need the whole of OpenCC in the reader's browser."""
    turned = OpenCC("t2s").convert("\n".join(_HAN)).split("\n")
    return tuple((a, b) for a, b in zip(_HAN, turned, strict=True) if a != b and len(b) == 1)
