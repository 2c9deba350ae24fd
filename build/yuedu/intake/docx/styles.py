"""What styles say that bears on the text: lists, and hidden words (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from yuedu.intake.docx.names import Element, W, number, on, value

LONGEST_CHAIN = 50


class Styles:
    """The styles of a document by their ids; a style has what the styles it is based on have."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else list(root.iterfind(f"{W}style"))
        self._styles = {s.get(f"{W}styleId"): s for s in found}
        defaults = (
            s for s in found if s.get(f"{W}type") == "paragraph" and s.get(f"{W}default") in ("1", "true", "on")
        )
        self._default = next((s.get(f"{W}styleId") for s in defaults), None)

    def of_paragraph(self, properties: Element | None) -> str | None:
        """The id of a paragraph's style."""
        named = value(properties, "pStyle")
        return named if named in self._styles else self._default

    def chain(self, style: str | None) -> list[str]:
        """A style and those it is based on, nearest first."""
        chain: list[str] = []
        while style is not None and style in self._styles and style not in chain and len(chain) < LONGEST_CHAIN:
            chain.append(style)
            style = value(self._styles[style], "basedOn")
        return chain

    def list_of(self, style: str | None) -> str | None:
        """The list (`w:numId`) that a style puts its paragraphs in."""
        found = (value(self._styles[s], "pPr/numPr/numId") for s in self.chain(style))
        return next((n for n in found if n is not None), None)

    def level_of(self, style: str | None) -> int | None:
        """The level in that list."""
        found = (number(self._styles[s], "pPr/numPr/ilvl") for s in self.chain(style))
        return next((n for n in found if n is not None), None)

    def hides(self, properties: Element | None, paragraph_style: str | None) -> bool:
        """Whether a run with these `w:rPr`, in a paragraph of this style, is hidden text (17.3.2.41)."""
        own = on(properties, "vanish")
        for style in (value(properties, "rStyle"), paragraph_style):
            for s in self.chain(style) if own is None else []:
                own = on(self._styles[s], "rPr/vanish")
                if own is not None:
                    break
        return bool(own)
