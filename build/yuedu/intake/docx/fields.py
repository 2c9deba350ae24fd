"""Fields: what they show is text, what they say is an instruction (ECMA-376 part 1, 17.16).

A field's parts are runs (`begin`, instruction, `separate`, result, `end`) that may stand in different paragraphs and inside
each other. A `begin` that never ends is no field: the words after it are not lost with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yuedu.intake.counting import circled
from yuedu.intake.docx.names import Element, W

PAGE_NUMBERS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
CIRCLED = re.compile(r"EQ\s*\\o\s*(?:\\a[lcr])?\s*\(\s*[○◯〇Oo]\s*[,，;；]\s*(\d{1,2})\s*\)", re.I)
"""A figure in a circle as Word draws it: `EQ \\o\\ac(○,1)`, a field without a result."""
NOT_SHOWN = ("del", "moveFrom", "txbxContent", "Fallback")


@dataclass(slots=True)
class Field:
    """A field being read."""

    instruction: str = ""
    in_result: bool = False


class Fields:
    """The fields that are open at a place of a story (a body, a text box, a note)."""

    def __init__(self, story: Element) -> None:
        self._open: list[Field] = []
        self._unended = _unended(story)

    @property
    def shown(self) -> bool:
        """Whether text at this place is seen on the page."""
        return all(f.in_result and not is_page_number(f.instruction) for f in self._open)

    def instruct(self, words: str) -> None:
        if self._open:
            self._open[-1].instruction += words

    def turn(self, element: Element) -> str:
        """Pass a `w:fldChar`; what a field without a result shows all the same."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin" and element not in self._unended:
            self._open.append(Field())
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            ended = self._open.pop()
            drawn = CIRCLED.search(ended.instruction)
            if drawn and not ended.in_result and self.shown:
                return circled(int(drawn[1])) or drawn[1]
        return ""


def is_page_number(instruction: str) -> bool:
    return (instruction.split() or [""])[0].upper() in PAGE_NUMBERS


def _unended(story: Element) -> set[Element]:
    begun: list[Element] = []
    for element in story.iter(f"{W}fldChar"):
        if _apart(element, story):
            continue
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            begun.append(element)
        elif kind == "end" and begun:
            begun.pop()
    return set(begun)


def _apart(element: Element, story: Element) -> bool:
    for above in element.iterancestors():
        if above is story:
            return False
        if above.tag.rpartition("}")[2] in NOT_SHOWN:
            return True
    return False
