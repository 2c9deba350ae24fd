"""A file that is a zip archive of XML (.docx, .odt), opened so that no archive can hurt: sizes are checked before any is read.

Every reader of such a file gets its parts here, so that a zip bomb, an entry that lies about its size, a truncated file
and XML with entities are refused in one place and in the same words.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from yuedu.errors import SourceError

MEGABYTE = 1 << 20
LARGEST = 200 * MEGABYTE
"""All parts together, unpacked."""
LARGEST_PART = 50 * MEGABYTE
"""One part of XML, unpacked: a thousand pages of Word take about twenty megabytes."""
DENSEST, DENSEST_FROM = 250, 10 * MEGABYTE
"""How many times its size an archive may unpack to, where it unpacks to more than `DENSEST_FROM`."""
MOST_PARTS = 10_000
DEEPEST = 200
"""Elements inside elements; a table in a table in a text box has about forty."""
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins: an old .doc or .wps, or a .docx with a password ([MS-CFB] 2.2, [MS-OFFCRYPTO] 2.3)."""
REMEDY = "open it in an office program and save it again"


class Archive:
    """The parts of a zip archive by their names; what is wrong with it is a `SourceError` that names the file."""

    def __init__(self, data: bytes, name: str, kind: str) -> None:
        self.name, self.kind = name, kind
        if not data:
            raise self.error("the file is empty", "give the file its text")
        if data.startswith(OLE2):
            raise self._compound(data)
        if not data.startswith(b"PK"):
            raise self.error(f"not a {kind}: it does not begin as a zip archive", REMEDY)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self.error(f"the {kind} is truncated or damaged ({_words(error)})", "fetch the file again") from error
        self._infos = {i.filename: i for i in self._zip.infolist()}
        self._check(len(data))

    def error(self, message: str, remedy: str = REMEDY) -> SourceError:
        return SourceError(self.name, None, message, remedy)

    def __contains__(self, part: str) -> bool:
        return part in self._infos

    def __iter__(self) -> Iterator[str]:
        return iter(self._infos)

    def read(self, part: str) -> bytes:
        """The bytes of a part, never more than it says it has nor than `LARGEST_PART`."""
        info = self._infos.get(part)
        if info is None:
            raise self.error(f"not a {self.kind}: the archive has no «{part}»")
        if info.flag_bits & 1:
            raise self.error("it is password-protected", "save it without a password")
        if info.file_size > LARGEST_PART:
            raise self.error(
                f"«{part}» unpacks to {info.file_size // MEGABYTE} MB, more than {LARGEST_PART // MEGABYTE}"
            )
        try:
            with self._zip.open(info) as stream:
                return stream.read(LARGEST_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise self.error(f"«{part}» is damaged ({_words(error)})", "fetch the file again") from error

    def xml(self, part: str) -> Any:
        """The root element of a part; no entity is expanded, nothing is fetched, nothing is deeper than `DEEPEST`."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        try:
            root = etree.fromstring(self.read(part), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.error(f"«{part}» is not XML ({_words(error)})") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self.error(f"«{part}» declares a document type or entities, which no office program writes")
        if _depth(root) > DEEPEST:
            raise self.error(f"«{part}» has more than {DEEPEST} elements inside each other")
        return root

    def _check(self, packed: int) -> None:
        total = sum(i.file_size for i in self._infos.values())
        if len(self._zip.infolist()) > MOST_PARTS:
            raise self.error(f"the archive has more than {MOST_PARTS} parts")
        if total > LARGEST or (total > DENSEST_FROM and total > DENSEST * packed):
            raise self.error(f"{packed} bytes unpack to {total // MEGABYTE} MB: this is no document", "do not open it")

    def _compound(self, data: bytes) -> SourceError:
        if "EncryptedPackage".encode("utf-16-le") in data:
            return self.error("it is password-protected", "save it without a password")
        return self.error(f"an old binary office file (.doc, .wps), not a {self.kind}", "save it as .docx or .odt")


def _depth(root: Any) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _words(error: BaseException) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())[:80]}"
