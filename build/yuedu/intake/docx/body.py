"""A story's paragraphs in order: a body, a cell, a text box, a note (ECMA-376 part 1, 17.2 to 17.4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from yuedu.intake.converted import row
from yuedu.intake.docx.fields import Fields
from yuedu.intake.docx.inline import Reader
from yuedu.intake.docx.names import MC, Element, W, child, local, on, value
from yuedu.intake.docx.numbering import Numbering
from yuedu.intake.docx.styles import Styles
from yuedu.intake.labels import labelled

WRAPPERS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice")
GONE = ("del", "moveFrom")


class Story:
    """Reads one story; `note` is told of each footnote's reference and answers its mark."""

    def __init__(
        self,
        root: Element,
        styles: Styles,
        numbering: Numbering,
        note: Callable[[str, str], str],
        left: Counter[str],
    ) -> None:
        self._styles, self._numbering, self._note, self._left = styles, numbering, note, left
        self._reader = Reader(styles, Fields(root), note, left)

    def paragraphs(self, container: Element) -> list[str]:
        """The paragraphs of a container, its tables' rows among them."""
        out: list[str] = []
        group: list[Element] = []
        for block in _children(container, ("p", "tbl", "altChunk")):
            name = local(block)
            if name == "p":
                group.append(block)
                if not self._runs_on(block):
                    out += self._joined(group)
                    group = []
                continue
            out += self._joined(group)
            group = []
            if name == "tbl":
                out += self._table(block)
            else:
                self._left["embedded"] += 1
        return out + self._joined(group)

    def _runs_on(self, paragraph: Element) -> bool:
        """Whether a paragraph's mark is deleted or a style separator, so that the next one is its end (17.13.5.15)."""
        mark = child(paragraph, "pPr/rPr")
        if any(child(mark, gone) is not None for gone in GONE):
            self._left["deletion"] += child(mark, "del") is not None
            return True
        return bool(on(mark, "specVanish"))

    def _joined(self, group: list[Element]) -> list[str]:
        """Paragraphs that deleted marks make one: the number is that of the first that still has words."""
        if not group:
            return []
        words = [self._reader.read(p) for p in group]
        worded = next((n for n, w in enumerate(words) if w.text.strip()), None)
        above = [t for w in words for box in w.above for t in self._box(box)]
        below = [t for w in words for box in w.below for t in self._box(box)]
        if worded is None and self._gone(group[-1]):
            return above + below
        carrier = group[-1 if worded is None else worded]
        label = self._numbering.label(child(carrier, "pPr"))
        self._left["number"] += bool(label)
        text = labelled(label, "".join(w.text for w in words))
        if not text.strip() and (above or below):
            return above + below
        return [*above, text, *below]

    def _gone(self, paragraph: Element) -> bool:
        return any(child(paragraph, f"pPr/rPr/{gone}") is not None for gone in GONE)

    def _box(self, box: Element | str) -> list[str]:
        if isinstance(box, str):
            return [box]
        return Story(box, self._styles, self._numbering, self._note, self._left).paragraphs(box)

    def _table(self, table: Element) -> list[str]:
        """A row is a paragraph; a row of one cell, as notices are laid out in, is that cell's paragraphs."""
        out: list[str] = []
        for tr in _children(table, ("tr",)):
            marks = child(tr, "trPr")
            if child(marks, "del") is not None or on(marks, "hidden"):
                self._left["deletion" if child(marks, "del") is not None else "hidden"] += 1
                continue
            self._left["insertion"] += child(marks, "ins") is not None
            cells = [c for c in _children(tr, ("tc",)) if not _merged(c)]
            if len(cells) == 1:
                out += [] if _continues(cells[0]) else self.paragraphs(cells[0])
                continue
            texts = ["" if _continues(c) else " ".join(self.paragraphs(c)) for c in cells]
            out.append(row(texts) if any(t.strip() for t in texts) else "")
        return out


def _children(element: Element, names: tuple[str, ...]) -> Iterator[Element]:
    """The children of these names, through whatever merely wraps them."""
    for c in element:
        name = local(c)
        if name in names and c.tag.startswith(W):
            yield c
        elif name in WRAPPERS and not (name == "sdt" and on(c, "sdtPr/showingPlcHdr")):
            choices = list(c.iterfind(f"{MC}Choice"))
            yield from _children(choices[0] if choices else c, names)


def _merged(cell: Element) -> bool:
    """Whether a cell is part of the one before it (17.4.22), or deleted (17.13.5.1)."""
    merge = value(cell, "tcPr/hMerge")
    return (merge is not None and merge != "restart") or child(cell, "tcPr/cellDel") is not None


def _continues(cell: Element) -> bool:
    """Whether a cell is part of the one above it (17.4.84)."""
    merge = value(cell, "tcPr/vMerge")
    return merge is not None and merge != "restart"
