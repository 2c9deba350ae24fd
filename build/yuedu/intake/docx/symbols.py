"""Signs that a document names by a symbol font's private code (w:sym, ECMA-376 part 1, 17.3.3.30), as Unicode has them.

The tables are those of Microsoft's fonts Symbol, Wingdings and Wingdings 2, the signs that offices use: boxes to tick, bullets,
arrows, figures in circles, operators.
"""

from __future__ import annotations

UNKNOWN = "\ufffd"
PRIVATE = range(0xF000, 0xF100)
SYMBOL = {
    0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
    0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xBE: "—", 0xD7: "·",
    0xDE: "⇒", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x65: "ε", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x73: "σ",
    0x77: "ω", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω",
}  # fmt: skip
WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•",
    0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑", **{0x80 + n: chr(0x24EA if n == 0 else 0x245F + n) for n in range(11)},
    **{0x8B + n: chr(0x24FF if n == 0 else 0x2775 + n) for n in range(11)},
}  # fmt: skip
WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0xA3: "□", 0x30: "□",
    **{0x69 + n: chr(0x24EA if n == 0 else 0x245F + n) for n in range(11)},
}  # fmt: skip
FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS, "wingdings 2": WINGDINGS_2}


def symbol(font: str | None, code: str | None) -> str:
    """The sign that a font has at a hexadecimal code; `UNKNOWN` where that font's signs are not known here."""
    try:
        at = int(code or "", 16)
    except ValueError:
        return UNKNOWN
    table = FONTS.get((font or "").lower())
    if table is None:
        return UNKNOWN if not 0x20 <= at < 0x110000 or 0xE000 <= at < 0xF900 or 0xD800 <= at < 0xE000 else chr(at)
    at = at - PRIVATE.start if at in PRIVATE else at
    return table.get(at, chr(at) if table is SYMBOL and 0x20 <= at < 0x7F else UNKNOWN)
