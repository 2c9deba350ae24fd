"""An XLIFF file that came back: its units with their lines. XLIFF 1.x (OASIS, 2008) and 2.x (OASIS, 2014).

The file is a stranger's. Nothing outside it is read, no entity is expanded, and a document type declaration, which none
of these formats needs, is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from yuedu.errors import UsageError

CODES = {"bpt", "ept", "it", "ph"}
"""Inline elements of 1.x that hold codes of the source format, not words."""


@dataclass(frozen=True, slots=True)
class Returned:
    """One unit: its id, source and target (empty where there is none), and the line it stands in."""

    id: str
    source: str
    target: str
    line: int


def read_xliff(data: bytes, name: str) -> list[Returned]:
    """The units in the order of the file; `name` is how errors call it. Raises `UsageError` for what is no XLIFF."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UsageError(
            name, error.lineno or None, f"no well-formed XML: {error.msg}", "export the file anew"
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        message = "a document type declaration, which XLIFF does not have"
        raise UsageError(name, 1, message, "remove the DOCTYPE and its entities")
    version = root.get("version", "")
    if _local(root) != "xliff" or version[:2] not in ("1.", "2."):
        found = f"<{_local(root)}>" + (f" version {version!r}" if version else "")
        raise UsageError(name, root.sourceline, f"no XLIFF 1 or 2 (found {found})", "export the file as XLIFF 1.2")
    return list(_units(root))


def _units(root: Any) -> Iterator[Returned]:
    for unit in root.iter("{*}trans-unit", "{*}unit"):
        parts = [unit] if _local(unit) == "trans-unit" else unit.findall("{*}segment") + unit.findall("{*}ignorable")
        parts.sort(key=list(unit.iter()).index)
        texts = [
            "".join(_words(e) for part in parts for e in part.findall(f"{{*}}{tag}")) for tag in ("source", "target")
        ]
        source, target = (" ".join(text.split()) for text in texts)
        yield Returned(unit.get("id", ""), source, target, unit.sourceline)


def _words(element: Any) -> str:
    """The words of an element, with those of its inline elements."""
    out = element.text or ""
    for child in element:
        if isinstance(child.tag, str) and _local(child) not in CODES:
            out += _words(child)
        out += child.tail or ""
    return out


def _local(element: Any) -> str:
    return str(etree.QName(element).localname)
