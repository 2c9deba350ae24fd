"""Lines to paragraphs: a line that reaches the margin goes on in the next, unless that one begins something new."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from yuedu.intake.pdf.joining import run_on
from yuedu.intake.pdf.lines import Line
from yuedu.intake.pdf.wrapping import Wrapping


def paragraphs(lines: Sequence[Line], widths: Sequence[float]) -> list[str]:
    """The paragraphs of a document whose pages are so wide; an empty one where a page leaves a gap."""
    if not lines:
        return []
    wrapping = Wrapping(lines, widths)
    out = [lines[0].text]
    first, hangs_at = True, 0.0
    for (a, b), after in zip(pairwise(lines), [*lines[2:], None], strict=False):
        full = wrapping.full(a, b)
        if full and first and wrapping.hangs(a, b, after):
            hangs_at = b.x0
        elif not (full and wrapping.goes_on(a, b, hangs_at)):
            out += ["", b.text] if wrapping.blank(a, b) else [b.text]
            first, hangs_at = True, 0.0
            continue
        first = False
        out[-1] = run_on(out[-1], b.text)
    return out
