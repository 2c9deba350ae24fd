"""Rich Text Format as text: paragraphs, rows of tables, numbers of lists, footnotes.

striprtf gives the tables of control words, character sets and special characters. Its own reading is not enough here: it
leaves footnotes and Word's old list numbers out, parts cells by a | that cannot be told from one in the text, reads Chinese
in a font of character set 0 as Latin, and its search for links takes a time that grows with the square of the file. So
the file is read here, word by word in one pass (RTF 1.9.1: "Formal Syntax", "Conventions of an RTF Reader").
"""

from __future__ import annotations

import re

from yuedu.errors import SourceError
from yuedu.intake.converted import Converted, mark, with_notes
from yuedu.intake.needs import library, maker
from yuedu.intake.plural import plural
from yuedu.intake.rtf.characters import whole
from yuedu.intake.rtf.groups import Groups

REMEDY = "save it as .docx or .odt in Word, WPS or LibreOffice"

_TOLD = {"pict": "picture", "annotation": "comment"}


def read_rtf(data: bytes, name: str) -> Converted:
    """The text of an RTF; raises `SourceError` where there is none. A file cut off is read as far as it goes, with a note."""
    start = data.find(b"{\\rtf", 0, 1024)
    if start < 0:
        raise SourceError(name, None, "no {\\rtf at its beginning: the file is not RTF", REMEDY)
    reader = Groups(library("striprtf.striprtf", name, ".rtf"))
    reader.read(data[start:])
    notes = []
    if not reader.closed:
        notes.append("the file ends before its last group is closed: it may be cut off")
    if reader.wrong:
        notes.append(f"{reader.wrong} characters are in no encoding and shown as \ufffd")
    told = sorted(f"{plural(n, _TOLD.get(kind, kind))} left out" for kind, n in reader.left_out.items())
    paragraphs = [whole(paragraph) for paragraph in reader.body.end()]
    while paragraphs and not paragraphs[-1].strip():
        paragraphs.pop()
    if not any(paragraph.strip() for paragraph in paragraphs):
        raise SourceError(name, None, "no text: the file holds none, or it is damaged", REMEDY)
    body, below = _numbered(paragraphs, [whole("\n".join(note.end())) for note in reader.notes])
    return Converted(with_notes(body, below), maker("striprtf"), (*notes, *told))


def _numbered(paragraphs: list[str], notes: list[str]) -> tuple[list[str], list[str]]:
    """Marks in the order in which the text has them."""
    order: list[int] = []

    def marked(found: re.Match[str]) -> str:
        order.append(int(found[1]))
        return mark(len(order))

    body = [re.sub("\x01(\\d+)\x02", marked, paragraph) for paragraph in paragraphs]
    return body, [re.sub("\x01\\d+\x02", "", notes[which]).strip() for which in order]
