"""Text boxes, words drawn as a shape, and pictures; of alternatives the one that is shown (ECMA-376 part 3, 7.5)."""

from __future__ import annotations

from yuedu.intake.docx.names import MC, WP, Element, R, V, W

ABOVE = ("page", "margin", "topMargin")
"""What a text box is placed by when it stands above the paragraph that anchors it, as an issuing head does."""


def boxes(drawing: Element) -> list[Element | str]:
    """The contents of a drawing's text boxes, and the words of its shapes (WordArt)."""
    found: list[Element | str] = [b for b in drawing.iter(f"{W}txbxContent") if _outermost(b, drawing)]
    return found + [p.get("string") for p in drawing.iter(f"{V}textpath") if p.get("string")]


def is_picture(drawing: Element) -> bool:
    """Whether a drawing shows an image that is a part of the package."""
    return any(name.endswith("}embed") or name == f"{R}id" for e in drawing.iter() for name in e.attrib)


def is_above(drawing: Element) -> bool:
    """Whether a drawing is placed by the page, not by the paragraph that anchors it (20.4.2.11)."""
    placed = drawing.find(f"{WP}anchor/{WP}positionV")
    return placed is not None and placed.get("relativeFrom") in ABOVE


def shown(alternatives: Element) -> Element:
    """The one alternative to read: the first choice, but the fallback where only that has words."""
    branches = list(alternatives.iterfind(f"{MC}Choice")) + list(alternatives.iterfind(f"{MC}Fallback"))
    worded = (b for b in branches if any(True for _ in b.iter(f"{W}t", f"{W}txbxContent", f"{V}textpath")))
    return next(worded, branches[0] if branches else alternatives.makeelement("none"))


def _outermost(box: Element, drawing: Element) -> bool:
    for above in box.iterancestors():
        if above is drawing:
            return True
        if above.tag in (f"{W}txbxContent", f"{MC}Fallback"):
            return False
    return True
