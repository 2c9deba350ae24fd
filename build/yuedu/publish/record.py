"""The record of a published site: what each file of it was made from, kept in `.cache/published/`, one record for a site folder.

A record that is gone, damaged or of another kind says nothing, and everything is built.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from yuedu.publish.seen import Seen
from yuedu.store.files import write_atomically

FOLDER = ".cache/published"
KIND = 1
"""Of what a record says; another number, and those of before say nothing."""


@dataclass(frozen=True, slots=True)
class Made:
    """Of one source: what it was, the files made of it (path in the site), and what else its page looked at.

    `asked` are the files that its links name, each with the address that it had, None where there was none; `anchors` the
    places on other pages, or its own, that its links name: path of the page's source → anchor → the link as it is written.
    """

    source: Seen
    files: Mapping[str, Seen]
    asked: Mapping[str, str | None] = field(default_factory=dict)
    anchors: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """What every page is made from, each part by its hash, and what was made of each source."""

    shared: Mapping[str, str] = field(default_factory=dict)
    made: Mapping[str, Made] = field(default_factory=dict)


def path_of(root: Path, site: Path) -> Path:
    """Where the record of a site folder lies."""
    return root / FOLDER / f"{hashlib.sha256(str(site.resolve()).encode()).hexdigest()[:16]}.json"


def load(path: Path) -> Record:
    """The record as it was written; an empty one where there is none to be believed."""
    try:
        seal, _, body = path.read_bytes().partition(b"\n")
        if seal.decode() != hashlib.sha256(body).hexdigest():
            return Record()
        found = json.loads(body)
        if found["kind"] != KIND:
            return Record()
        return Record(found["shared"], {source: _made(*one) for source, one in found["made"].items()})
    except (OSError, ValueError, KeyError, TypeError):
        return Record()


def save(path: Path, site: Path, record: Record) -> None:
    """Write the record; those of sites that are no longer there go."""
    made = {s: [m.source, m.files, m.asked, m.anchors] for s, m in record.made.items()}
    found = {"kind": KIND, "site": str(site.resolve()), "shared": record.shared, "made": made}
    body = json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
    write_atomically(path, hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    for other in path.parent.glob("*.json"):
        if other != path and not _site_of(other).is_dir():
            other.unlink(missing_ok=True)


def _made(
    source: list[str | int],
    files: dict[str, list[str | int]],
    asked: dict[str, str | None],
    anchors: dict[str, dict[str, str]],
) -> Made:
    return Made(Seen(*source), {path: Seen(*seen) for path, seen in files.items()}, asked, anchors)  # type: ignore[arg-type]


def _site_of(path: Path) -> Path:
    """The folder that a record is of; one that does not exist where the record cannot be read."""
    try:
        return Path(json.loads(path.read_bytes().partition(b"\n")[2])["site"])
    except (OSError, ValueError, KeyError, TypeError):
        return path / "unreadable"
