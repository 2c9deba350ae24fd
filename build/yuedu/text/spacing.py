"""White space: where it goes, and where it parts what it stands between.

Between two digits it parts thousands (12 500), cells of a table or a date from its hour. A tab between two words parts cells,
and so do the gaps of a table that was typed with spaces; a gap between two offices parts their names. Everywhere else next to
Han, full-width marks or a digit it is the printer's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yuedu.text.frame import CELL
from yuedu.text.lines import is_label
from yuedu.text.titles import is_organ
from yuedu.text.trace import Edit

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WIDE = HAN + "\u2014\u2018-\u201d\u2026\u3000-\u303f\uff00-\uffef"
BLANK = r"[^\S\n]"

FEWEST_CELLS = 3
LONGEST_CELL = 16
"""Of a table that was typed with spaces, in characters."""

Span = tuple[int, int]


def spacing(text: str) -> Iterator[Edit]:
    """White space that goes, or becomes one space, or the full-width one that parts cells."""
    rows, row = _rows(text), 0
    for m in re.finditer(rf"{BLANK}+", text):
        while row < len(rows) and rows[row][1] <= m.start():
            row += 1
        in_row = row < len(rows) and rows[row][0] < m.start() and m.end() < rows[row][1]
        keep = CELL if in_row else _kept(text, m.start(), m.end())
        if m[0] != keep:
            yield m.start(), m.end(), keep


def _kept(text: str, start: int, end: int) -> str:
    """What stays of the white space between two characters that stand in no row."""
    gap, before, after = text[start:end], text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
    if "\t" in gap and (before.isalnum() or before in "）)%％") and (after.isalnum() or after in "（(-—"):
        return "" if is_label(_line_before(text, start).strip()) else CELL
    if before in ".．" and after.isdecimal() and re.fullmatch(r"\s*[0-9]{1,4}[.．]", _line_before(text, start)):
        return " "  # after the number of a paragraph: 1. 5亿元 is no 1.5亿元
    if before.isdecimal() and after.isdecimal():
        return " " if len(gap) == 1 and gap not in f"\t{CELL}" else CELL
    latin = re.fullmatch(rf"[^\s{WIDE}]{{2}}", before + after)
    return " " if latin and not (before.isdecimal() or after.isdecimal()) else ""


def _line_before(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : at]


def _rows(text: str) -> list[Span]:
    """The spans of the lines in which every gap parts: the rows of typed tables, and several offices.

    A row has short cells and no mark of a sentence, and a line above or below it has as many.
    """
    found: list[Span] = []
    above: tuple[int, Span] | None = None  # the line before: how many cells, and where
    for line in re.finditer(r"[^\n]*[^\s][^\n]*", text):
        cells = line[0].split()
        span = line.start() + line[0].index(cells[0][0]), line.start() + len(line[0].rstrip())
        if len(cells) > 1 and all(map(is_organ, cells)):
            found.append(span)
        here = (len(cells), span) if _could_be_row(cells) else None
        if here and above and above[0] == here[0]:
            found += [span for span in (above[1], here[1]) if found[-1:] != [span]]
        above = here
    return found


def _could_be_row(cells: list[str]) -> bool:
    short = len(cells) >= FEWEST_CELLS and max(map(len, cells)) <= LONGEST_CELL
    return short and not is_label(cells[0]) and not re.search("[。；！？：，]", "".join(cells))
