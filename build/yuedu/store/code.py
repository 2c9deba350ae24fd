"""Which code makes something: a hash of the modules of some rooms, and the versions of the libraries they rest on.

By content and not by time, so that what one machine keeps another may use.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import yuedu

READS = ("errors.py", "findings.py", "text", "quantities", "sources", "glossary", "commitments", "analysis")
"""Rooms and modules by which a document is read."""
READS_WITH = ("jieba", "pydantic", "pypinyin", "pyyaml")
"""Libraries that a reading rests on."""


@cache
def code_of(rooms: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    """One hash; `rooms` are names below the package, `.` for all of it."""
    package = Path(yuedu.__path__[0])
    digest = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    for path in (p for room in rooms for p in _files(package / room)):
        digest.update(f"{path.relative_to(package).as_posix()}\0".encode() + path.read_bytes())
    digest.update(repr([(name, version_of(name)) for name in libraries]).encode())
    return digest.hexdigest()


def version_of(library: str) -> str | None:
    """The version that is installed; None where it is not."""
    try:
        return version(library)
    except PackageNotFoundError:
        return None


def _files(top: Path) -> Iterator[Path]:
    if top.is_file():
        yield top
    yield from sorted(p for p in top.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
