"""A new seed on the disk: the file as received, and its `document.yml`; nothing that is there is touched."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import Any

from yuedu.desk.add.likeness import Known, nearest
from yuedu.errors import UsageError
from yuedu.intake.taken import Taken
from yuedu.sources.collection import Collection
from yuedu.sources.yamlfile import parse_yaml
from yuedu.store.sources import read_seeds
from yuedu.text.clean import clean
from yuedu.text.seed import read_seed


def taken(root: Path) -> set[str]:
    """Every id that a document or a folder of seeds has."""
    seeds = read_seeds(root)
    declared = {d.id for s in seeds for d in s.editing.shaped(Collection).documents}
    return declared | {f.name for f in (root / "seeds").glob("*") if f.is_dir()}


def check_new(root: Path, source: Path, ident: str, read: Taken, *, anyway: bool) -> None:
    """Raises `UsageError` for an id that is taken, for bytes that are a seed already, and, unless `anyway`, for nearly the
    words of a document that is there."""
    if (root / "seeds" / ident).exists():
        raise UsageError(f"seeds/{ident}", None, "this collection exists already", "give another --id")
    known: list[Known] = []
    for seed in read_seeds(root):
        collection = seed.editing.shaped(Collection)
        if any(d.id == ident for d in collection.documents):
            message = f"a document here has the id {ident!r} already"
            raise UsageError(seed.editing.path, None, message, "give another --id")
        folder = seed.path.rpartition("/")[0]
        if seed.sha256 == read.sha256:
            raise UsageError(str(source), None, f"this text is a seed already: {folder}", "edit its document.yml")
        if not anyway:
            begins = [d.begin() for d in collection.documents]
            trees = read_seed(seed.decoded.text, begins, [c.correction() for c in collection.corrections]).trees
            known += [Known(t.document, t.text) for t in trees] + [Known(folder, "\n".join(t.text for t in trees))]
    near = None if anyway else nearest(clean(read.text).text, known)
    if near:
        message = f"these are nearly the words of {near[0]}: {near[1]:.0%} of the shorter text stands in the other"
        raise UsageError(str(source), None, message, "leave it out, or add it --anyway")


TEXT = "text.txt"
"""The text that a converter made of the source, in UTF-8, beside it."""


def as_stored(data: bytes, read: Taken) -> tuple[dict[str, bytes], dict[str, Any]]:
    """The files of a seed, and what its document.yml says of them.

    The file is kept as received. The text made of it stands beside it, and ids rest on that text for ever.
    """
    if not read.converter:
        return {"source.txt": data}, {"file": "source.txt", "sha256": read.sha256}
    name = f"source.{read.format}"
    text = read.text.encode()
    source = {
        **{"file": name, "sha256": read.sha256, "text": TEXT, "text_sha256": hashlib.sha256(text).hexdigest()},
        **{"converter": read.converter, **({"notes": list(read.notes)} if read.notes else {})},
    }
    return {name: data, TEXT: text}, source


def store(root: Path, ident: str, files: dict[str, bytes]) -> Path:
    """A new folder under seeds/ with these files, all of them or none."""
    text = files["document.yml"].decode()
    parse_yaml(text, f"seeds/{ident}/document.yml").shaped(Collection)
    folder = root / "seeds" / ident
    folder.parent.mkdir(exist_ok=True)
    (root / ".cache").mkdir(exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=root / ".cache", prefix=f"add-{ident}."))
    try:
        for name, data in files.items():
            (made / name).write_bytes(data)
        made.chmod(0o755)
        made.rename(folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return folder
