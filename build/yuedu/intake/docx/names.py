"""WordprocessingML's names: qualified tags, and the values of properties (ECMA-376 part 1, 17)."""

from __future__ import annotations

from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

Element = Any
"""An lxml element; lxml has no types."""


def value(parent: Element | None, path: str) -> str | None:
    """The w:val of a property of an element (`pStyle`, `rPr/vanish`); None where the property is absent."""
    found = child(parent, path)
    return None if found is None else found.get(f"{W}val", "")


def number(parent: Element | None, path: str) -> int | None:
    """A property's w:val as a whole number; None where it is absent or none."""
    return whole(value(parent, path))


def whole(text: str | None) -> int | None:
    text = (text or "").strip()
    return int(text) if text.lstrip("-").isdecimal() and text.isascii() and len(text) < 10 else None


def on(parent: Element | None, path: str) -> bool | None:
    """Whether a property of yes or no is set (17.17.4); None where it is absent."""
    found = value(parent, path)
    return None if found is None else found not in ("0", "false", "off", "none")


def child(parent: Element | None, path: str) -> Element | None:
    """The first descendant along a path of local names."""
    return None if parent is None else parent.find("/".join(W + step for step in path.split("/")))


def local(element: Element) -> str:
    """An element's name without its namespace; empty for a comment or a processing instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
