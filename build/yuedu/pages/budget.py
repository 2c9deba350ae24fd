"""How much one page takes: 60 kB of HTML, compressed as a server does it (gzip -6).

What a page will weigh is told from the length of what it shows, before any of it is rendered. The weights were fitted to the
built pages of the first corpus, with its English and without (30 pages of topics, 22 to 47 kB; the worst is 2.5 kB out); text
that repeats itself weighs less.
"""

from __future__ import annotations

PAGE = 60_000
"""Bytes of a page, all told."""
FRAME = 15_000
"""What every page has, its styles above all."""
HEAD = 9_000
"""Synopsis, table, ways on, and the definitions of the terms that are marked."""
ROOM = PAGE - FRAME - HEAD
"""For the text of a page."""
YEARS = 6_000
"""For the list of years, and what else stands on the first of several pages."""
FIRST = ROOM - YEARS
"""For the text of that first page."""
LISTED = PAGE - FRAME - 5_000
"""For a page that only lists: no synopsis, no definitions."""

CHINESE, ENGLISH = 3.2, 0.75
"""Bytes for a character, with the marks in it."""
PASSAGE, FIGURE = 200, 350
"""Bytes for what stands around a passage, and for a figure with its row in the table."""
ENTRY = 90
"""Bytes around the words of an entry of a list."""
ROW, ROW_CHINESE, ROW_ENGLISH = 60, 2.4, 0.42
"""Bytes around a sentence that is a row of a table, and for each of its characters: it has one mark, and no gloss."""


def text_weight(characters: int, english: int, passages: int, figures: int) -> int:
    """Passages with their figures."""
    return round(CHINESE * characters + ENGLISH * english) + PASSAGE * passages + FIGURE * figures


def entry_weight(*words: str | None) -> int:
    """An entry of a list, with these words in either language."""
    return ENTRY + round(sum(_words(w) for w in words if w))


def rows_weight(rows: int, characters: int, english: int) -> int:
    """Sentences as the rows of a table."""
    return ROW * rows + round(ROW_CHINESE * characters + ROW_ENGLISH * english)


def _words(text: str) -> float:
    return len(text) * ENGLISH if text.isascii() else len(text.encode()) * 0.8
