"""OpenDocument's names (ODF 1.3 part 3, 2.2)."""

from __future__ import annotations

from typing import Any

Element = Any
"""An lxml element; lxml has no types."""

URN = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, STYLE, DRAW, MANIFEST = (
    f"{{{URN}{name}:1.0}}" for name in ("office", "text", "table", "style", "drawing", "manifest")
)
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def count(element: Element, name: str, default: int = 1) -> int:
    """An attribute that is a whole number; the default where it is none."""
    said = element.get(name, "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else default
