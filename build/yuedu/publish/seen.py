"""What a file was when it was last looked at: its bytes by their hash, and its times, which spare most files the reading."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple


class Seen(NamedTuple):
    """The hash of a file's bytes, and how it lay on the disk: size, times of content and entry in nanoseconds, number."""

    sha256: str
    size: int
    changed: int
    moved: int
    number: int


def look(path: Path, before: Seen | None = None) -> Seen | None:
    """What a file is now, None where there is none. Only a file that does not lie as it did `before` is read."""
    try:
        lies = path.stat()
        lying = (lies.st_size, lies.st_mtime_ns, lies.st_ctime_ns, lies.st_ino)
        if before is not None and before[1:] == lying:
            return before
        with path.open("rb") as file:
            return Seen(hashlib.file_digest(file, "sha256").hexdigest(), *lying)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None


def is_as(path: Path, before: Seen) -> Seen | None:
    """What a file is now, where it holds the bytes that it held before; else None."""
    now = look(path, before)
    return now if now is not None and now.sha256 == before.sha256 else None
