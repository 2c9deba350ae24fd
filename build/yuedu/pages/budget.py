"""How much one page takes: 60 kB of HTML, compressed as a server does it (gzip -6).

Which pages there are is known before any of them is rendered. What a page of text will weigh is told from the length of what
it shows. The weights were fitted to the built pages of the first corpus, with its English and without (30 pages of topics, 22
to 47 kB; the worst is 2.5 kB out); text that repeats itself weighs less. Entries that are alike are counted instead, as found
on the built pages of real text: a line of a concordance in two languages takes 240 bytes, a row of a table of figures 160, a
term of an index 110 with everything it may be found by and 60 without.
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

LINES = 150
"""Lines of a concordance on a page that has more than those; such a page is whole up to this number."""
FIGURES_OF_LINES = 40
"""Figures under such lines."""
ROWS = 240
"""Rows of a table of figures."""
NEWEST_ROWS = 120
"""The same beside a list of documents."""
DATES = 40
"""Dates of a timeline beside those, a sentence each."""
TERMS = 400
"""Terms of an index that hold what they may be found by; where one stands in several places, `PLACES`."""
PLACES = 500
TERMS_OF_A_LETTER = 600
"""Terms of an index that hold nothing more than is seen."""
USES = 240
"""Terms of the table by use, a row each."""
USES_BY_DOCUMENT = 12
"""Documents up to which a term's page tells its uses in each of them; where there are more, by year."""
USES_BY_YEAR = 30
"""The newest years that it tells then."""
CARDS = 120
"""Terms that are told with their definitions."""
DOCUMENTS = 200
"""Documents of a list, a line each, with more on the page; twice as many where nothing else is."""
TEXTS = 50
"""Documents whose texts stand on the page of all data."""


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
