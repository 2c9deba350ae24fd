"""Vertical writing left out: characters drawn one below the other, as many as no cell or seal has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from yuedu.intake.pdf.glyphs import Glyph

LONGEST_STACK = 6
"""So many characters below each other are a column of vertical writing."""


def upright(glyphs: Sequence[Glyph], left: Counter[str]) -> list[Glyph]:
    """The glyphs, in the order drawn, without the columns of vertical writing."""
    kept: list[Glyph] = []
    stack: list[Glyph] = []
    for glyph in glyphs:
        if stack and not _below(stack[-1], glyph):
            kept += _judged(stack, left)
            stack = []
        stack.append(glyph)
    return kept + _judged(stack, left)


def _below(above: Glyph, glyph: Glyph) -> bool:
    size = max(above.size, glyph.size)
    return abs(above.x0 - glyph.x0) < 0.3 * size and 0.5 * size < glyph.base - above.base < 1.6 * size


def _judged(stack: Sequence[Glyph], left: Counter[str]) -> list[Glyph]:
    if len(stack) < LONGEST_STACK:
        return list(stack)
    left["vertical"] += len(stack)
    return []
