"""Drafts into `summaries/`, one batch at a time while a run goes on; the key from its file."""

from __future__ import annotations

import fcntl
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from yuedu.checks.gate import gated
from yuedu.corpus import Corpus, assemble
from yuedu.draft.key import Key
from yuedu.draft.texts import place_of
from yuedu.errors import EditorError, UsageError
from yuedu.exports.records import set_records
from yuedu.exports.synopsis_records import set_synopses
from yuedu.store.files import write_atomically
from yuedu.store.sources import read_sources, read_yaml
from yuedu.summaries import Summary
from yuedu.synopses import FILE as SYNOPSES
from yuedu.synopses import Synopsis
from yuedu.yamlfile import YamlFile, parse_yaml

LOCK = ".cache/drafting.lock"


def read_corpus(root: Path) -> Corpus:
    """The corpus as it stands, judged."""
    return gated(assemble(read_sources(root)))


def read_key(path: Path) -> Key:
    """A key alone in a file."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UsageError(str(path), None, "no such file", "check the path of --key-file") from None
    except (IsADirectoryError, UnicodeDecodeError):
        raise UsageError(str(path), None, "this is no text file", "put the key alone into a text file") from None
    if not text.strip():
        raise UsageError(str(path), None, "the file is empty", "put the key alone into it")
    return Key(text, str(path))


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Nobody else drafts into this project meanwhile; the system lets go of the lock whatever becomes of the process."""
    (root / LOCK).parent.mkdir(exist_ok=True)
    with (root / LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            message = "another `yuedu draft` is at work in this project"
            raise UsageError(str(root / LOCK), None, message, "wait until it is done, or stop it") from None
        yield


class DraftStore:
    """Writes drafts, and never over what someone else wrote since the run began."""

    def __init__(self, root: Path, corpus: Corpus) -> None:
        self._root, self._corpus = root, corpus
        parts = [p.id for s in corpus.speeches for p in s.tree.parts]
        self._order = {p: n for n, p in enumerate(parts)}
        self._before: dict[tuple[str, str], Any] = {}
        for path in sorted((root / "summaries").glob("*.yml")):
            name = path.relative_to(root).as_posix()
            self._before |= {(name, ident): value for ident, value in _entries(read_yaml(path, name)).items()}

    def save(self, drafts: Mapping[str, Summary | Synopsis]) -> list[str]:
        """Write each draft; returns the ids whose English has changed meanwhile and was left as it is."""
        files: dict[str, dict[str, Any]] = defaultdict(dict)
        for ident, draft in drafts.items():
            files[SYNOPSES if isinstance(draft, Synopsis) else place_of(self._corpus, ident)][ident] = draft
        return [ident for name, new in files.items() for ident in self._save(name, new)]

    def places(self, ids: list[str]) -> dict[str, str]:
        """`file:line` of each id that is in a file now."""
        found: dict[str, str] = {}
        for path in sorted((self._root / "summaries").glob("*.yml")):
            file = read_yaml(path, path.relative_to(self._root).as_posix())
            entries = _entries(file)
            keys = {i: tuple(i.split(".", 1)) if file.path == SYNOPSES else (i,) for i in ids if i in entries}
            found |= {ident: file.place(*where) for ident, where in keys.items()}
        return found

    def _save(self, name: str, new: Mapping[str, Any]) -> list[str]:
        path = self._root / name
        try:
            text = path.read_bytes().decode() if path.exists() else ""
        except UnicodeDecodeError as error:
            raise EditorError(name, None, f"byte {error.start} is not UTF-8", "save the file as UTF-8") from None
        there = _entries(parse_yaml(text, name))
        left = [i for i in new if there.get(i) != self._before.get((name, i))]
        mine = {i: draft for i, draft in new.items() if i not in left}
        if mine and name == SYNOPSES:
            write_atomically(path, set_synopses(text, name, mine).encode())
        elif mine:
            made = set_records(text, name, mine, self._order, self._corpus.passages.keys())
            write_atomically(path, made.encode())
        return left


def _entries(file: YamlFile) -> dict[str, Any]:
    """The records of a file by id; those of the synopses by the names that findings call them."""
    value = file.value if isinstance(file.value, dict) else {}
    if file.path != SYNOPSES:
        return value
    groups = {g: v for g, v in value.items() if isinstance(v, dict)}
    return {f"{g}.{k}": v for g in ("topics", "documents") for k, v in groups.get(g, {}).items()}
