"""A text in plain letters, character by character, so that every offset stays what it was."""

from __future__ import annotations

_TABLE = {
    **{ord("Ａ") + i: chr(ord("a") + i) for i in range(26)},
    **{ord("ａ") + i: chr(ord("a") + i) for i in range(26)},
    **{ord("０") + i: chr(ord("0") + i) for i in range(10)},
    **{ord("A") + i: chr(ord("a") + i) for i in range(26)},
    **dict.fromkeys(map(ord, "‐‑‒–—―−－~～"), "-"),
    **dict.fromkeys(map(ord, "‘’ʼ′＇"), "'"),
    **dict.fromkeys(map(ord, "\u2007\u2008\u2009\u200a\u202f"), "\u00a0"),
    **dict.fromkeys(map(ord, "\t\r\n\u3000"), " "),
    ord("，"): ",", ord("．"): ".", ord("％"): "%", ord("＄"): "$", ord("￥"): "¥", ord("（"): "(", ord("）"): ")",
    ord("："): ":", ord("；"): ";",
}  # fmt: skip


def plain(text: str) -> str:
    """Lower case, one hyphen for every dash, one apostrophe, no-break space for every thin one; as long as `text`."""
    return text.translate(_TABLE)
