r"""Rich Text Format to text, through striprtf, which leaves footnotes out and cannot tell a cell from a bar in the text.

What it lacks is marked in the source before it reads (RTF Specification 1.9.1): cells and rows, the groups of footnotes,
the printed numbers of old lists (\pntext), deleted text; and the marks are turned into lines afterwards.
"""

from __future__ import annotations

import re

from yuedu.errors import SourceError
from yuedu.intake.chinese import likeness
from yuedu.intake.converted import Converted, mark, row, with_notes
from yuedu.intake.needs import library, maker

CELL, ROW, BEGUN, NOTE, NOTE_END = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
"""Characters of Unicode's private use, which no office's RTF holds."""

_WORD = r"\\{}(?![a-zA-Z])(?:-?\d+)? ?"
_MARKED = (
    (re.compile(_WORD.format("(?:nest)?cell")), CELL),
    (re.compile(_WORD.format("(?:nest)?row")), ROW),
    (re.compile(_WORD.format("trowd")), BEGUN),
    (re.compile(_WORD.format("pntext")), ""),
    (re.compile(r"\\fcharset0(?!\d)"), r"\\fcharset1"),
    (re.compile("HYPERLINK"), "LINK"),
)
_DELETED = re.compile(r"\\deleted(?![a-zA-Z0-9]) ?")
_FOOTNOTE = re.compile(r"\\footnote(?![a-zA-Z]) ?")
_TOKEN = re.compile(r"\\[\\{}]|[{}]|\\footnote(?![a-zA-Z]) ?")
REMEDY = "open it in a word processor and save it again, or as .docx"


def read_rtf(data: bytes, name: str) -> Converted:
    """An RTF file; raises `SourceError` for what is none, or holds no text."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise SourceError(name, None, "does not begin as RTF does: {\\rtf", REMEDY)
    source = "".join(chr(b) if b < 0x80 else f"\\'{b:02x}" for b in data)
    notes = []
    source, unclosed = _with_footnotes(source)
    deleted = len(_DELETED.findall(source))
    source = _DELETED.sub(r"\\*", source)
    for pattern, sign in _MARKED:
        source = pattern.sub(sign, source)
    striprtf = library("striprtf.striprtf", name, ".rtf")
    page = re.search(r"\\ansicpg(\d+)", source)
    try:
        text = striprtf.rtf_to_text(source, encoding=_codec(page[1] if page else "936"), errors="replace")
    except (ValueError, LookupError, IndexError, KeyError, OverflowError) as error:
        raise SourceError(name, None, f"cannot be read as RTF: {error}", REMEDY) from error
    text, found = _lines(text)
    if not text.strip():
        raise SourceError(name, None, "holds no text", REMEDY)
    if unclosed:
        notes.append(f"the file is cut off: {unclosed} groups are not closed")
    if deleted:
        notes.append(f"{deleted} tracked deletions are left out, insertions taken as text")
    if lost := text.count("\ufffd"):
        notes.append(f"{lost} bytes are no characters of its code page and stand as \ufffd")
    if likeness(text) == 0 and lost > len(text) / 10:
        raise SourceError(name, None, "its characters are in no code page that it names", REMEDY)
    return Converted(with_notes(text.split("\n"), found), maker("striprtf"), tuple(notes))


def _codec(page: str) -> str:
    """Python's name of a Windows code page, with the larger set for Chinese."""
    return {"936": "gb18030", "54936": "gb18030", "950": "big5hkscs", "65001": "utf-8", "0": "gb18030"}.get(
        page, f"cp{page}"
    )


def _with_footnotes(source: str) -> tuple[str, int]:
    """The source with each group of a footnote between two marks, and how many groups are not closed."""
    out: list[str] = []
    at = 0
    groups: list[bool] = []
    for token in _TOKEN.finditer(source):
        if token[0] == "{":
            groups.append(False)
        elif token[0] == "}" and groups:
            if groups.pop():
                out += source[at : token.start()], NOTE_END
                at = token.start()
        elif token[0].startswith("\\footnote") and groups and not any(groups[-1:]):
            groups[-1] = True
            out += source[at : token.start()], NOTE
            at = token.end()
    return "".join([*out, source[at:]]), len(groups)


def _lines(text: str) -> tuple[str, list[str]]:
    """The text with marks in the places of its footnotes and its rows on lines of their own; and the notes."""
    notes: list[str] = []

    def noted(match: re.Match[str]) -> str:
        notes.append(" ".join(match[1].split()))
        return mark(len(notes))

    text = re.sub(f"{NOTE}([^{NOTE}{NOTE_END}]*){NOTE_END}", noted, text)
    out: list[str] = []
    for chunk in re.split(f"({ROW})", text):
        if CELL not in chunk:
            out.append("\n" if chunk == ROW else chunk.replace(BEGUN, ""))
            continue
        before, _, cells = chunk.partition(BEGUN) if BEGUN in chunk else _last_line(chunk)
        *inside, rest = cells.replace(BEGUN, "").split(CELL)
        out.append(f"{before}{row(inside)}{rest.strip()}")
    return re.sub(f"[{NOTE}{NOTE_END}]", "", "".join(out)), notes


def _last_line(chunk: str) -> tuple[str, str, str]:
    before, feed, after = chunk.partition(CELL)[0].rpartition("\n")
    return before + feed, "", after + chunk[len(before + feed + after) :]
