"""A tree of generated files against the disk: compare, and write only what differs, atomically."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Difference:
    """Paths relative to the root, as POSIX text: changed, missing on the disk, and on the disk without a source."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    orphaned: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.missing or self.orphaned)


class Waiting(Protocol):
    """Path → the bytes that are to be there, some of which wait in files of their own, and some are there already."""

    def __getitem__(self, path: str) -> bytes: ...

    def __contains__(self, path: object) -> bool: ...

    def __iter__(self) -> Iterator[str]: ...

    def stands(self, path: str) -> bool: ...

    def waiting(self, path: str) -> Path | None: ...


def compare(root: Path, expected: Waiting, owned: Iterable[str], left: tuple[str, ...] = ()) -> Difference:
    """Compare what is expected with the disk; every file in an `owned` folder is expected to be generated, but for those
    below what is `left`."""
    changed, missing = [], []
    for path in sorted(p for p in expected if not expected.stands(p)):
        try:
            if not _is(root / path, expected, path):
                changed.append(path)
        except FileNotFoundError:
            missing.append(path)
    found = {path for folder in owned for path in _below(root, folder)}
    orphaned = sorted(p for p in found if p not in expected and not p.startswith(left))
    return Difference(tuple(changed), tuple(missing), tuple(orphaned))


def _is(path: Path, expected: Waiting, name: str) -> bool:
    """Whether a file is what is expected; its size is asked first."""
    waits = expected.waiting(name)
    if waits:
        return path.stat().st_size == waits.stat().st_size and path.read_bytes() == waits.read_bytes()
    return path.read_bytes() == expected[name]


def _below(root: Path, folder: str) -> Iterator[str]:
    for where, _, files in os.walk(root / folder):
        at = Path(where).relative_to(root).as_posix()
        yield from (f"{at}/{file}" for file in files)


def bring_up_to_date(root: Path, expected: Waiting, difference: Difference) -> None:
    """Write what is changed or missing, then remove what is orphaned and the folders that it leaves empty."""
    for path in (*difference.changed, *difference.missing):
        if waits := expected.waiting(path):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            waits.chmod(0o644)
            waits.replace(root / path)
        else:
            write_atomically(root / path, expected[path])
    for path in difference.orphaned:
        (root / path).unlink(missing_ok=True)  # another build may do the same just now
        folder = (root / path).parent
        with suppress(OSError):
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
