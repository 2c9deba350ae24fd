"""XML written alike everywhere: UTF-8, two spaces, one record after the other, nothing of the machine or the clock."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lxml import etree

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0, section 2.2, has no way to write."""


def add(parent: Any, tag: str, text: str | None = None, **attributes: str) -> Any:
    """A new last child in its parent's namespace; `lang` stands for xml:lang."""
    namespace = etree.QName(parent).namespace
    child = etree.SubElement(parent, etree.QName(namespace, tag))
    for name, value in attributes.items():
        child.set(LANG if name == "lang" else name, ILLEGAL.sub("\ufffd", value))
    if text is not None:
        child.text = ILLEGAL.sub("\ufffd", text)
    return child


def to_text(root: Any) -> str:
    """The document with its declaration, ending in a line feed."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return data.decode()


def joined(parts: Iterable[str], opens: str, closes: str, empty: str) -> str:
    """Documents of one form as one: what stands in each between these lines; `empty` is what stands for both where there
    is nothing between."""
    head, tail, inside = "", "", []
    for part in parts:
        if empty in part:
            before, _, after = part.partition(empty)
        else:
            before, _, rest = part.partition(opens)
            between, _, after = rest.rpartition(closes)
            inside.append(between)
        head, tail = head or before, tail or after
    return head + (opens + "".join(inside) + closes if inside else empty) + tail
