"""What styles say that bears on the text: which list a paragraph is in, and hidden words (ODF 1.3 part 3, 16)."""

from __future__ import annotations

from collections.abc import Iterable

from yuedu.intake.odt.names import STYLE, TEXT, Element

LONGEST_CHAIN = 50


class Styles:
    """The named and automatic styles of a document, and its list styles."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self.lists: dict[str, Element] = {}
        self.outline: Element | None = None
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                self._styles[style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")] = style
            for style in root.iter(f"{TEXT}list-style"):
                self.lists[style.get(f"{STYLE}name", "")] = style
            for style in root.iter(f"{TEXT}outline-style"):
                self.outline = style

    def list_of(self, paragraph_style: str | None) -> str | None:
        """The list style that a paragraph's style names; an empty name says «none»."""
        for style in self._chain("paragraph", paragraph_style):
            name: str | None = style.get(f"{STYLE}list-style-name")
            if name is not None:
                return name
        return None

    def hides(self, family: str, name: str | None) -> bool:
        """Whether words of this style are not shown (20.404, text:display)."""
        for style in self._chain(family, name):
            properties = style.find(f"{STYLE}text-properties")
            display = None if properties is None else properties.get(f"{TEXT}display")
            if display is not None:
                return str(display) == "none"
        return False

    def _chain(self, family: str, name: str | None) -> Iterable[Element]:
        for _ in range(LONGEST_CHAIN):
            style = self._styles.get((family, name or ""))
            if style is None:
                return
            yield style
            name = style.get(f"{STYLE}parent-style-name")
