"""Whether anything has changed since the last build; where nothing has, there is nothing to do.

A build is made from the sources, the package and its libraries, and the address in the environment. What it left is as it
was where every file has the size and the times that it had then, as version control tells too. Where anything differs, or
the record is gone or damaged, everything is looked at again.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import yuedu
from yuedu.findings import Finding
from yuedu.store.files import write_atomically
from yuedu.store.paths import LEDGER, LEDGERS

RECORD = ".cache/build.json"
SOURCES = ("seeds", "summaries", "glossary.yml", "topics.yml", "mkdocs.yml")
MADE = ("docs", "overrides", LEDGER, LEDGERS)
"""What a build writes, or reads beside its sources: pages by hand lie among those that are generated."""
LIBRARIES = [
    "jieba",
    "jinja2",
    "lxml",
    "markupsafe",
    "opencc",
    "pydantic",
    "pypinyin",
    "pyyaml",
    "rapidfuzz",
    "snowballstemmer",
    "svg.py",
]


@dataclass(frozen=True, slots=True)
class Last:
    """What the last build said: its findings, its counts, and how many files it made."""

    findings: tuple[Finding, ...]
    summary: Mapping[str, int]
    files: int


def inputs(root: Path) -> str:
    """A hash of everything that a build is made from; taken before it begins."""
    digest = hashlib.sha256()
    for path in _files(root, SOURCES):
        if path != LEDGER and not path.startswith(f"{LEDGERS}/"):
            digest.update(f"{path}\0{hashlib.sha256((root / path).read_bytes()).hexdigest()}\n".encode())
    code = Path(yuedu.__path__[0])
    for path, *times in _stats(code, (p for p in _files(code, (".",)) if "__pycache__" not in p)):
        digest.update(f"{path}\0{times}\n".encode())
    digest.update(repr((sys.version, os.environ.get("SITE_URL"), [_version(name) for name in LIBRARIES])).encode())
    return digest.hexdigest()


def last_build(root: Path) -> Last | None:
    """What the last build said, where nothing has changed since; else None."""
    try:
        record = json.loads((root / RECORD).read_text(encoding="utf-8"))
        if record["inputs"] != inputs(root) or record["made"] != _made(root):
            return None
        findings = tuple(_finding(f) for f in record["findings"])
        return Last(findings, {k: int(v) for k, v in record["summary"].items()}, int(record["files"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def remember(root: Path, before: str, last: Last) -> None:
    """Record a build that was made from `before`; not where a source was changed while it ran."""
    if inputs(root) != before:
        return
    record = {
        **{"inputs": before, "made": _made(root), "summary": dict(last.summary), "files": last.files},
        "findings": [f.as_json() for f in last.findings],
    }
    write_atomically(root / RECORD, json.dumps(record, ensure_ascii=False).encode())


def _finding(record: Mapping[str, Any]) -> Finding:
    fields: dict[str, Any] = {k: v for k, v in record.items() if k != "spans"}
    fields |= {side: tuple(span) for side, span in record.get("spans", {}).items()}
    return Finding(**fields)


def _made(root: Path) -> list[list[Any]]:
    return [list(one) for one in _stats(root, _files(root, MADE))]


def _files(root: Path, names: Iterable[str]) -> Iterator[str]:
    """The files below, as POSIX paths, in order."""
    for name in names:
        top = root / name
        if top.is_file():
            yield name
        for folder, folders, files in os.walk(top):
            folders.sort()
            where = Path(folder).relative_to(root).as_posix()
            yield from (f"{where}/{file}" for file in sorted(files))


def _stats(root: Path, paths: Iterable[str]) -> Iterator[tuple[str, int, int, int]]:
    """Size, and the times at which content and entry were last changed, in nanoseconds."""
    for path in paths:
        found = (root / path).stat()
        yield path, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
