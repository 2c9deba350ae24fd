"""A .docx file's parts: the package is opened by python-docx, after what could hurt has been taken out.

python-docx loads every part that a relationship names, pictures included, and stops at a relationship to a part that is
not there (which WPS and mail programs leave behind) and at «Strict Open XML» (ECMA-376 part 1 with other namespaces). So
it is handed a package of the XML parts alone, in the transitional namespaces, whose relationships all lead somewhere.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from yuedu.intake.archive import Archive
from yuedu.intake.docx.names import Element
from yuedu.intake.needs import library, maker

KIND = ".docx"
PACKAGE_RELATIONS, MAIN = "_rels/.rels", "/officeDocument"
WANTED = ("styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer")
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


@dataclass(frozen=True, slots=True)
class Package:
    """The roots of the parts that have text or say how it is numbered."""

    document: Element
    converter: str
    parts: dict[str, list[Element]] = field(default_factory=dict)

    def part(self, kind: str) -> Element | None:
        """The root of the one part of its kind (`styles`), if there is one."""
        found = self.parts.get(kind)
        return found[0] if found else None


def open_package(data: bytes, name: str) -> Package:
    """Open a .docx; `SourceError` for whatever is none."""
    archive = Archive(data, name, KIND)
    safe = _harmless(archive)
    package = library("docx.package", name, KIND)
    try:
        main = package.Package.open(BytesIO(safe)).main_document_part
        related = [(r.reltype.rpartition("/")[2], r.target_part) for r in main.rels.values() if not r.is_external]
        blobs = [(kind, p.blob) for kind, p in related if kind in WANTED]
        document = _root(main.blob)
    except Exception as error:  # python-docx has no error of its own for a package that lacks what it must have
        raise archive.error(f"not a {KIND}: {type(error).__name__} where its parts are looked up") from error
    if not str(document.tag).endswith("}document"):
        raise archive.error(f"not a {KIND}: its main part is «{document.tag}»")
    parts: dict[str, list[Element]] = {}
    for kind, blob in blobs:
        parts.setdefault(kind, []).append(_root(blob))
    return Package(document, maker("docx"), parts)


def _harmless(archive: Archive) -> bytes:
    """The archive with its XML parts alone, each of them parsed once: entities, depth and size are checked there."""
    kept = {}
    main = _main_part(archive)
    for part in archive:
        if part in ("[Content_Types].xml", main) or _has_text(part):
            root = archive.xml(part)
            kept[part] = etree.tostring(root)
    for part in [p for p in archive if p.endswith(".rels")]:
        root = archive.xml(part)
        for relation in list(root):
            if not isinstance(relation.tag, str) or not _leads(relation, part, kept):
                root.remove(relation)
        kept[part] = etree.tostring(root)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        for part, blob in kept.items():
            for strict, transitional in STRICT:
                blob = blob.replace(strict, transitional)
            out.writestr(part, blob)
    return stream.getvalue()


def _main_part(archive: Archive) -> str:
    """The part that holds the document, wherever a program puts it; empty where nothing says so."""
    if PACKAGE_RELATIONS not in archive:
        return ""
    relations = archive.xml(PACKAGE_RELATIONS)
    return next((r.get("Target", "").lstrip("/") for r in relations if r.get("Type", "").endswith(MAIN)), "")


def _root(blob: bytes) -> Element:
    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False))


def _has_text(part: str) -> bool:
    return bool(
        re.search(r"(document|styles|numbering|footnotes|endnotes|comments|header|footer)\d*\.xml$", part, re.I)
    )


def _leads(relation: Element, part: str, kept: dict[str, bytes]) -> bool:
    """Whether a relationship leads to a part that is kept (ECMA-376 part 2, 6.5)."""
    if relation.get("TargetMode") == "External":
        return False
    folder = posixpath.dirname(posixpath.dirname(part))
    target = posixpath.normpath(posixpath.join("/" + folder, relation.get("Target", "")))
    return target.lstrip("/") in kept
