"""A text's paragraphs in order: headings, lists, sections, tables, frames (ODF 1.3 part 3, 5, 9 and 10)."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Callable, Iterator

from yuedu.intake.converted import row
from yuedu.intake.labels import labelled
from yuedu.intake.odt.inline import Words
from yuedu.intake.odt.lists import Counter, Lists
from yuedu.intake.odt.names import DRAW, OFFICE, TABLE, TEXT, XML_ID, Element, count
from yuedu.intake.odt.styles import Styles

MOST_REPEATED = 50
"""How often a row or a cell that says it is repeated is taken; an empty one once."""
SKIPPED = (f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{OFFICE}forms", f"{OFFICE}annotation")


class Body:
    """Reads containers of paragraphs; `note` is given each note and answers its mark."""

    def __init__(self, styles: Styles, lists: Lists, note: Callable[[Element], str], left: Tally[str]) -> None:
        self._styles, self._lists, self._note, self._left = styles, lists, note, left

    def paragraphs(self, container: Element) -> list[str]:
        out: list[str] = []
        for c in container:
            if not isinstance(c.tag, str) or c.tag in SKIPPED:
                continue
            if c.tag == f"{TEXT}p":
                out += self._paragraph(c, "")
            elif c.tag == f"{TEXT}h":
                out += self._paragraph(c, self._outline_number(c))
            elif c.tag == f"{TEXT}list":
                style = c.get(f"{TEXT}style-name") or self._style_inside(c)
                out += self._list(c, self._lists.counter(c, style, c.get(XML_ID, "")), 0)
            elif c.tag == f"{TEXT}numbered-paragraph":
                out += self._numbered(c)
            elif c.tag == f"{TABLE}table":
                out += self._table(c)
            elif c.tag.startswith(DRAW):
                out += self._frame(c)
            elif c.tag == f"{TEXT}section" and c.get(f"{TEXT}display") == "none":
                self._left["hidden"] += 1
            elif not c.tag.endswith("-source"):
                out += self.paragraphs(c)
        return out

    def _paragraph(self, p: Element, label: str) -> list[str]:
        words = Words(self._styles, self._note, self._left)
        text = words.read(p)
        printed = p.find(f"{TEXT}number")
        if not label and printed is not None:
            label = "".join(printed.itertext()).strip()
        self._left["number"] += bool(label)
        boxes = [t for frame in words.frames for t in self._frame(frame)]
        text = labelled(label, text)
        return boxes if boxes and not text.strip() else [text, *boxes]

    def _outline_number(self, h: Element) -> str:
        if h.get(f"{TEXT}is-list-header") == "true" or self._styles.list_of(h.get(f"{TEXT}style-name")) == "":
            return ""
        start = count(h, f"{TEXT}start-value") if h.get(f"{TEXT}restart-numbering") == "true" else None
        return self._lists.outline.label(count(h, f"{TEXT}outline-level") - 1, start)

    def _list(self, element: Element, counter: Counter, level: int) -> list[str]:
        out: list[str] = []
        for item in element:
            if item.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            counts = item.tag == f"{TEXT}list-item"
            said = item.get(f"{TEXT}start-value")
            for c in item:
                if c.tag in (f"{TEXT}p", f"{TEXT}h"):
                    start = count(item, f"{TEXT}start-value") if said is not None else None
                    out += self._paragraph(c, counter.label(level, start) if counts else "")
                    counts = False
                elif c.tag == f"{TEXT}list":
                    out += self._list(c, self._lists.switched(counter, c.get(f"{TEXT}style-name")), level + 1)
        return out

    def _numbered(self, element: Element) -> list[str]:
        counter = self._lists.counter(element, element.get(f"{TEXT}style-name"), element.get(f"{TEXT}list-id", ""))
        said = element.get(f"{TEXT}start-value")
        start = count(element, f"{TEXT}start-value") if said is not None else None
        paragraphs = [c for c in element if c.tag in (f"{TEXT}p", f"{TEXT}h")]
        level = count(element, f"{TEXT}level") - 1
        return [t for p in paragraphs for t in self._paragraph(p, counter.label(level, start))]

    def _style_inside(self, element: Element) -> str | None:
        first = next(element.iter(f"{TEXT}p", f"{TEXT}h"), None)
        return None if first is None else self._styles.list_of(first.get(f"{TEXT}style-name"))

    def _frame(self, frame: Element) -> list[str]:
        """The words of a text box or a shape; what has none is a picture. Of alternatives the first with words."""
        if frame.tag == f"{DRAW}frame":
            boxes = [c for c in frame if c.tag == f"{DRAW}text-box"]
            self._left["picture"] += not boxes and any(c.tag == f"{DRAW}image" for c in frame)
            return [t for box in boxes[:1] for t in self.paragraphs(box)]
        return self.paragraphs(frame)

    def _table(self, table: Element) -> list[str]:
        out: list[str] = []
        for tr in _rows(table):
            cells = list(_cells(tr))
            if len(cells) == 1 and cells[0] is not None:
                out += self.paragraphs(cells[0])
                continue
            texts = ["" if c is None else " ".join(self.paragraphs(c)) for c in cells]
            worded = any(t.strip() for t in texts)
            again = min(count(tr, f"{TABLE}number-rows-repeated"), MOST_REPEATED) if worded else 1
            out += [row(texts) if worded else ""] * again
        return out


def _rows(table: Element) -> Iterator[Element]:
    for c in table:
        if c.tag == f"{TABLE}table-row":
            yield c
        elif c.tag in (f"{TABLE}table-header-rows", f"{TABLE}table-rows", f"{TABLE}table-row-group"):
            yield from _rows(c)


def _cells(tr: Element) -> Iterator[Element | None]:
    """A row's cells; None for one that a cell above covers. Those that the cell before covers are left out (9.1.5)."""
    covered = 0
    for c in tr:
        if c.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            continue
        again = count(c, f"{TABLE}number-columns-repeated")
        if c.tag == f"{TABLE}table-cell":
            covered = count(c, f"{TABLE}number-columns-spanned") - 1
            worded = any(t.strip() for t in c.itertext())
            yield from [c] * (min(again, MOST_REPEATED) if worded else 1)
            continue
        hidden = min(covered, again)
        covered -= hidden
        if again > hidden:
            yield from [None] * min(again - hidden, MOST_REPEATED)
