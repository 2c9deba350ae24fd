"""Drafts into `summaries/`, one batch at a time while a run goes on; the key from its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from yuedu.checks.gate import gated
from yuedu.corpus.corpus import Corpus
from yuedu.errors import UsageError
from yuedu.sources.summaries import Summary
from yuedu.sources.synopses import FILE as SYNOPSES
from yuedu.sources.synopses import Synopsis
from yuedu.store.english import ChangedError, save, save_synopses
from yuedu.store.shelf import read_corpus
from yuedu.store.sources import read_yaml

LOCK = ".cache/drafting.lock"


def read_gated(root: Path) -> Corpus:
    """The corpus as it stands, judged."""
    return gated(read_corpus(root))


def read_key_file(path: Path) -> str:
    """The text of a file that holds a key alone."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UsageError(str(path), None, "no such file", "check the path of --key-file") from None
    except (IsADirectoryError, UnicodeDecodeError):
        raise UsageError(str(path), None, "this is no text file", "put the key alone into a text file") from None
    if not text.strip():
        raise UsageError(str(path), None, "the file is empty", "put the key alone into it")
    return text


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Nobody else drafts into this project meanwhile; the system lets go of the lock whatever becomes of the process."""
    (root / LOCK).parent.mkdir(exist_ok=True)
    try:
        with FileLock(root / LOCK, timeout=0):
            yield
    except Timeout:
        message = "another `yuedu draft` is at work in this project"
        raise UsageError(LOCK, None, message, "wait until it is done, or stop it") from None


class DraftStore:
    """Writes drafts, and never over what someone else wrote since the run began."""

    def __init__(self, root: Path, corpus: Corpus) -> None:
        self._root, self._order = root, list(corpus.texts)
        self._english = {ident: there.summary for ident, there in corpus.english.items()}
        self._synopses = {name: there.synopsis for name, there in corpus.synopses.all.items()}

    def save(self, drafts: Mapping[str, Summary | Synopsis]) -> list[str]:
        """Write each draft; returns the ids whose English has changed meanwhile and was left as it is."""
        try:
            self._save(drafts)
        except ChangedError:
            if len(drafts) == 1:
                return [*drafts]
            return [left for ident, draft in drafts.items() for left in self.save({ident: draft})]
        return []

    def places(self, ids: list[str]) -> dict[str, str]:
        """`file:line` of each id that is in a file now."""
        found: dict[str, str] = {}
        for path in sorted((self._root / "summaries").glob("*.yml")):
            file = read_yaml(path, path.relative_to(self._root).as_posix())
            keys = {i: tuple(i.split(".", 1)) if file.path == SYNOPSES else (i,) for i in ids}
            found |= {ident: file.place(*where) for ident, where in keys.items() if where in file.lines}
        return found

    def _save(self, drafts: Mapping[str, Summary | Synopsis]) -> None:
        texts = {i: d for i, d in drafts.items() if isinstance(d, Summary)}
        synopses = {i: d for i, d in drafts.items() if isinstance(d, Synopsis)}
        if texts:
            save(self._root, texts, order=self._order, seen={i: self._english.get(i) for i in texts})
        if synopses:
            save_synopses(self._root, synopses, seen={i: self._synopses.get(i) for i in synopses})
