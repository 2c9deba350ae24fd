"""A tree of generated files against the disk: compare, and write only what differs, atomically."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Difference:
    """Paths relative to the root, as POSIX text: changed, missing on the disk, and on the disk without a source."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    orphaned: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.missing or self.orphaned)


def compare(root: Path, expected: Mapping[str, bytes], owned: Iterable[str]) -> Difference:
    """Compare what is expected with the disk; every file in an `owned` folder is expected to be generated."""
    changed, missing = [], []
    for path, data in sorted(expected.items()):
        try:
            if (root / path).read_bytes() != data:
                changed.append(path)
        except FileNotFoundError:
            missing.append(path)
    found = {f.relative_to(root).as_posix() for o in owned for f in (root / o).rglob("*") if f.is_file()}
    return Difference(tuple(changed), tuple(missing), tuple(sorted(found - set(expected))))


def bring_up_to_date(root: Path, expected: Mapping[str, bytes], difference: Difference) -> None:
    """Write what is changed or missing, then remove what is orphaned and the folders that it leaves empty."""
    for path in (*difference.changed, *difference.missing):
        write_atomically(root / path, expected[path])
    for path in difference.orphaned:
        (root / path).unlink()
        folder = (root / path).parent
        while folder != root and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def write_atomically(path: Path, data: bytes) -> None:
    """A reader sees the old file or the new one, never half of either."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
