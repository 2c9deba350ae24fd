"""A paragraph's words: runs, breaks, fields, notes, what is hidden or deleted (ECMA-376 part 1, 17.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from yuedu.intake.docx.drawings import boxes, is_above, is_picture, shown
from yuedu.intake.docx.fields import Fields, is_page_number
from yuedu.intake.docx.names import MC, Element, M, W, child, on
from yuedu.intake.docx.styles import Styles
from yuedu.intake.docx.symbols import UNKNOWN, symbol

CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
TRANSPARENT = ("hyperlink", "smartTag", "customXml", "sdtContent", "dir", "bdo", "ruby", "rubyBase")


@dataclass(slots=True)
class Words:
    """What a paragraph holds: its own text, and the elements of the text boxes above and below it."""

    pieces: list[str] = field(default_factory=list)
    above: list[Element | str] = field(default_factory=list)
    below: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces)


class Reader:
    """Reads the paragraphs of one story; `left` counts what is not taken over."""

    def __init__(self, styles: Styles, fields: Fields, note: Callable[[str, str], str], left: Counter[str]) -> None:
        self._styles, self._fields, self._note, self._left = styles, fields, note, left
        self._words = Words()
        self._style: str | None = None
        self._unsaid = ""  # why the words of this run are not said: what `left` counts them as

    def read(self, paragraph: Element) -> Words:
        self._words = Words()
        self._style = self._styles.of_paragraph(child(paragraph, "pPr"))
        self._inside(paragraph)
        return self._words

    def _inside(self, element: Element) -> None:
        for c in element:
            if not isinstance(c.tag, str):
                continue
            namespace, _, name = c.tag.rpartition("}")
            if namespace + "}" == W:
                self._word(c, name)
            elif c.tag == f"{MC}AlternateContent":
                self._inside(shown(c))
            elif c.tag in (f"{M}oMath", f"{M}oMathPara"):
                self._say("".join(t.text or "" for t in c.iter(f"{M}t")))
                self._left["formula"] += 1

    def _word(self, c: Element, name: str) -> None:
        if name == "r":
            before, self._unsaid = self._unsaid, "hidden" if self._styles.hides(child(c, "rPr"), self._style) else ""
            self._inside(c)
            self._unsaid = before
        elif name == "t":
            self._say(c.text or "")
        elif name in CHARACTERS:
            page = name == "br" and c.get(f"{W}type") in ("page", "column")
            self._say("\n" if page else CHARACTERS[name])
        elif name in TRANSPARENT:
            self._inside(c)
        elif name == "sdt":
            self._control(c)
        elif name in ("ins", "moveTo"):
            self._left["insertion" if name == "ins" else "move"] += any(True for _ in c.iter(f"{W}r"))
            self._inside(c)
        elif name == "del":
            self._left["deletion"] += any(True for _ in c.iter(f"{W}r"))
        elif name in ("fldChar", "instrText", "fldSimple"):
            self._field(c, name)
        elif name == "sym":
            self._sign(c)
        elif name in ("footnoteReference", "endnoteReference"):
            if self._fields.shown and not self._unsaid:
                self._say(self._note(name.removesuffix("Reference"), c.get(f"{W}id", "")))
            if c.get(f"{W}customMarkFollows") in ("1", "true", "on"):
                self._unsaid = "own mark"  # the rest of the run is the mark that the author chose (17.11.14)
        elif name in ("drawing", "pict", "object"):
            self._drawn(c)

    def _say(self, text: str) -> None:
        if not text or not self._fields.shown:
            return
        if self._unsaid:
            self._left[self._unsaid] += bool(text.strip())
        else:
            self._words.pieces.append(text)

    def _field(self, c: Element, name: str) -> None:
        if name == "fldChar":
            self._say(self._fields.turn(c))
        elif name == "instrText":
            self._fields.instruct(c.text or "")
        elif not is_page_number(c.get(f"{W}instr", "")):
            self._inside(c)

    def _control(self, c: Element) -> None:
        if on(c, "sdtPr/showingPlcHdr"):
            self._left["placeholder"] += 1
        else:
            self._inside(c)

    def _sign(self, c: Element) -> None:
        sign = symbol(c.get(f"{W}font"), c.get(f"{W}char"))
        self._left["sign"] += sign == UNKNOWN
        self._say(sign)

    def _drawn(self, c: Element) -> None:
        """A drawing's text boxes and words drawn as a shape; a drawing without either is a picture."""
        found = boxes(c)
        if not found:
            self._left["picture"] += is_picture(c)
        elif self._unsaid or not self._fields.shown:
            self._left["hidden"] += 1
        else:
            (self._words.above if is_above(c) else self._words.below).extend(found)
