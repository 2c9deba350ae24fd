"""The groups and control words of an RTF, read in one pass (RTF 1.9.1: "Formal Syntax", "Conventions of an RTF Reader")."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from types import ModuleType

from yuedu.intake.rtf.characters import Bytes, code_page, of_font
from yuedu.intake.rtf.paragraphs import OWN, Paragraphs

_TOKEN = re.compile(
    rb"\\(?:([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|'([0-9a-fA-F]{0,2})|(.|\n|\r))|([{}])|[\r\n\x00]+|([^\\{}\r\n\x00]+)|\\",
    re.DOTALL,
)
_READ = frozenset(("footnote", "pntext", "shptxt", "upr"))
"""Destinations whose text is on the page, though striprtf's list has them."""

_KINDS = {w + end: w for w in ("header", "footer") for end in ("", "l", "r", "f")} | {
    w: w for w in ("pict", "annotation", "object")
}


@dataclass(slots=True)
class _State:
    """What a group hands down: whether it is read, its font, how many fallbacks follow a \\u, the note it is in."""

    read: bool = True
    font: int = -1
    fallbacks: int = 1
    note: int = -1
    deleted: bool = False
    shape: bool = False
    destination: str = ""


class Groups:
    """Reads groups into `body` and `notes`; `left_out` counts what is no text, `closed` is whether the last group ends."""

    def __init__(self, tables: ModuleType) -> None:
        self._destinations = (frozenset(tables.destinations) | {"nonshppict"}) - _READ
        self._characters: dict[str, str] = dict(tables.specialchars)
        self._charsets: dict[int, str] = dict(tables.charset_map)
        self._state, self._stack = _State(), list[_State]()
        self._bytes, self._page, self._fonts = Bytes(), "cp1252", dict[int, int]()
        self._default, self._defining, self._skip, self._number_at = -1, -1, 0, 0
        self.body, self.notes = Paragraphs(), list[Paragraphs]()
        self.left_out: Counter[str] = Counter()
        self.closed = False

    @property
    def wrong(self) -> int:
        return self._bytes.wrong

    @property
    def _into(self) -> Paragraphs:
        return self.notes[self._state.note] if self._state.note >= 0 else self.body

    def read(self, data: bytes) -> None:
        at = 0
        while (found := _TOKEN.match(data, at)) is not None:
            at = found.end()
            word, number, escaped, symbol, brace, text = found.groups()
            if at == len(data) and (word or escaped) and self._stack:
                break  # cut off inside a word
            if escaped is None and text is None:
                self._out(self._bytes.take())
            if text is not None:
                self._plain(text)
            elif escaped is not None:
                if self._skip:
                    self._skip -= 1
                elif escaped:
                    self._add(bytes([int(escaped, 16)]))
            elif brace == b"{":
                self._skip = 0
                self._stack.append(self._state)
                self._state = replace(self._state)
            elif brace == b"}":
                self._skip = 0
                if not self._close():
                    self.closed = True
                    return
            elif word is not None:
                value = int(number) if number else None
                if word == b"bin":
                    at += max(0, value or 0)
                else:
                    self._word(word.decode("ascii"), value)
            elif symbol is not None:
                self._symbol(symbol.decode("latin-1"))
        self._out(self._bytes.take())

    def _close(self) -> bool:
        if not self._stack:
            return False
        inner, self._state = self._state, self._stack.pop()
        if inner.destination == "shptxt" and inner.read and self._into.pieces:
            self._into.paragraph()
        if inner.destination == "listtext" and self._state.destination != "listtext" and inner.read:
            self._number()
        return bool(self._stack)

    def _number(self) -> None:
        """The number of a list's item stands before its text without a gap, but before a figure; a bullet is left out."""
        pieces = self._into.pieces
        number = "".join(pieces[self._number_at :]).strip()
        pieces[self._number_at :] = [number, "\x03"] if any(char.isalnum() for char in number) else []

    def _word(self, word: str, value: int | None) -> None:
        state = self._state
        if word == "u" and value is not None:
            self._out(chr(value % 0x10000))
            self._skip = state.fallbacks
            return
        self._skip = 0
        if word in _KINDS and self._stack and (self._stack[-1].read or state.destination == "shppict"):
            self.left_out[_KINDS[word]] += 1
        if word == "footnote" and state.read:
            self._begin_note()
        elif word == "shptxt":
            state.read, state.destination = state.shape, word  # the words in a text box
        elif word in ("pntext", "listtext"):
            state.destination, self._number_at = "listtext", len(self._into.pieces)
        elif word in self._destinations:
            state.shape = state.shape or (word == "shp" and state.read)
            state.read, state.destination = False, word
        elif word == "ansicpg" and value:
            self._page = code_page(value)
        elif word in ("mac", "pc", "pca"):
            self._page = code_page({"mac": 10000, "pc": 437, "pca": 850}[word])
        elif word == "f":
            self._defining = state.font = value if value is not None else -1
        elif word == "fcharset":
            self._fonts[self._defining] = value or 0
        elif word == "deff":
            self._default = value if value is not None else -1
        elif word == "plain":
            state.font = self._default
            self._shown("deleted", 0)
            self._shown("v", 0)
        elif word == "uc":
            state.fallbacks = max(0, value if value is not None else 1)
        elif word in ("deleted", "v"):
            self._shown(word, value)
        elif state.read:
            self._layout(word)

    def _shown(self, word: str, value: int | None) -> None:
        """Text tracked as deleted, or hidden, is not read; a value of 0 ends it."""
        hides, state = value != 0, self._state
        if hides and state.read:
            state.read, state.deleted = False, True
            self.left_out["deleted or hidden passage"] += 1
        elif not hides and state.deleted:
            state.read, state.deleted = True, False

    def _layout(self, word: str) -> None:
        into = self._into
        if word in ("par", "sect", "page", "column"):
            if word == "par" or into.pieces:
                into.paragraph()
        elif word == "pard":
            into.in_table = False
        elif word == "intbl":
            into.in_table = True
        elif word in ("cell", "nestcell"):
            into.cell()
        elif word in ("row", "nestrow"):
            into.row()
        elif word == "chftn" and self._state.note < 0:
            return  # the mark is written where the note begins
        elif word == "tab" and into.in_table:
            into.pieces.append(" ")
        elif word in self._characters:
            into.pieces.append(self._characters[word])

    def _begin_note(self) -> None:
        self._into.pieces.append(f"\x01{len(self.notes)}\x02")
        self.notes.append(Paragraphs())
        self._state.note, self._state.destination = len(self.notes) - 1, "footnote"

    def _symbol(self, symbol: str) -> None:
        self._skip = 0
        if symbol == "*":
            self._state.read = False  # a destination that a reader may ignore
        elif symbol in "\r\n":
            if self._state.read:
                self._into.paragraph()
        elif symbol == "-":
            return  # where a word might be broken
        elif symbol in self._characters:
            self._out(self._characters[symbol])

    def _plain(self, text: bytes) -> None:
        if self._skip:
            skipped = min(self._skip, len(text))
            self._skip, text = self._skip - skipped, text[skipped:]
        if text and not text.isascii():
            self._add(text)
            return
        if text and self._bytes.is_open:
            self._add(text[:1])
            text = text[1:]
        self._out(self._bytes.take() + text.decode("ascii"))

    def _add(self, data: bytes) -> None:
        if self._state.read and self._state.destination != "fonttbl":
            font = self._state.font if self._state.font in self._fonts else self._default
            charset = self._fonts.get(font, 0)
            self._out(self._bytes.add(data, of_font(charset, self._charsets.get(charset, ""), self._page)))

    def _out(self, text: str) -> None:
        if text and self._state.read:
            self._into.pieces.append(text.translate(OWN))
