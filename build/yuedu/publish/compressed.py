"""The last zip of a site, so that the next one compresses only what has changed since.

It is believed where it has the bytes that it had; what was made with another library is made anew.
"""

from __future__ import annotations

import copy
import hashlib
import json
import os
import shutil
import struct
import sys
import zipfile
import zlib
from pathlib import Path

from yuedu.publish import offline
from yuedu.publish.seen import Seen, is_as, look
from yuedu.store.files import write_atomically

LEVEL = 9
KIND = [hashlib.sha256(Path(offline.__file__).read_bytes()).hexdigest(), LEVEL, sys.version, zlib.ZLIB_RUNTIME_VERSION]
"""With what a zip was made: what is done to a page before, and what compresses it."""
_LENGTHS = struct.Struct("<26xHH")
"""In the header before a file: how long its name is, and what else stands there."""


class Kept:
    """The last zip of a site, and what the files in it were."""

    def __init__(self, folder: Path, site: Path) -> None:
        of = hashlib.sha256(str(site.resolve()).encode()).hexdigest()[:16]
        self.zip, self.record = folder / f"{of}.zip", folder / f"{of}.json"
        self.now: dict[str, Seen] = {}
        self.before: dict[str, Seen] = {}
        self.old: zipfile.ZipFile | None = None
        try:
            found = json.loads(self.record.read_bytes())
            if found["kind"] == KIND and is_as(self.zip, Seen(*found["zip"])):
                self.before = {name: Seen(*seen) for name, seen in found["files"].items()}
                self.old = zipfile.ZipFile(self.zip)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, zipfile.BadZipFile):
            self.before = {}

    def __enter__(self) -> Kept:
        return self

    def __exit__(self, *_: object) -> None:
        if self.old:
            self.old.close()

    def put(self, packed: zipfile.ZipFile, name: str, file: Path) -> bool:
        """Put a file into the new zip as it is compressed in the old one; False where it is not there as it is now."""
        before = self.before.get(name)
        now = look(file, before)
        if now is None:
            return False
        self.now[name] = now
        if self.old is None or before is None or now.sha256 != before.sha256 or name not in self.old.NameToInfo:
            return False
        assert packed.fp and self.old.fp
        entry = copy.copy(self.old.NameToInfo[name])
        self.old.fp.seek(entry.header_offset)
        self.old.fp.seek(sum(_LENGTHS.unpack(self.old.fp.read(_LENGTHS.size))), os.SEEK_CUR)
        packed.fp.seek(packed.start_dir)
        entry.header_offset = packed.fp.tell()
        packed.fp.write(entry.FileHeader())
        packed.fp.write(self.old.fp.read(entry.compress_size))
        packed.filelist.append(entry)
        packed.NameToInfo[name] = entry
        packed.start_dir = packed.fp.tell()
        return True

    def remember(self, made: Path) -> None:
        """Keep a new zip, and what was put into it."""
        self.zip.parent.mkdir(parents=True, exist_ok=True)
        self.record.unlink(missing_ok=True)
        self.zip.unlink(missing_ok=True)
        try:
            self.zip.hardlink_to(made)
        except OSError:  # another disk, or one that has no second names
            shutil.copyfile(made, self.zip)
        found = {"kind": KIND, "zip": look(self.zip), "files": self.now}
        write_atomically(self.record, json.dumps(found).encode())
