"""One document's record in its `document.yml`, changed in place: what says the same keeps its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock

from yuedu.analysis.speeches import read_speeches
from yuedu.errors import UsageError
from yuedu.sources.collection import Collection
from yuedu.sources.document import Document
from yuedu.sources.yamledit import Layout, rewrite
from yuedu.sources.yamlfile import parse_yaml
from yuedu.store.files import write_atomically
from yuedu.store.sources import read_seeds, read_text
from yuedu.text.tree import Tree

LAYOUT = Layout(lambda where: tuple(Document.model_fields), lambda where: False)


@dataclass(frozen=True, slots=True)
class Change:
    """A file as it was and as it is now."""

    path: str
    before: str
    after: str


def change_document(root: Path, document: str, change: Callable[[dict[str, Any], Tree], dict[str, Any]]) -> Change:
    """Write the record that `change` makes of a document's, with the tree of its text.

    Raises `UsageError` for a document that is not there, `EditorError` for a file that cannot be edited in place and for a
    record that could not be read back; nothing is written then.
    """
    with _writing(root):
        path, n, tree = _home(root, document)
        text = read_text(root / path, path)
        file = parse_yaml(text, path)
        documents = [change(d, tree) if m == n else d for m, d in enumerate(file.value["documents"])]
        after = rewrite(text, file, {**file.value, "documents": documents}, LAYOUT)
        parse_yaml(after, path).shaped(Collection)
        write_atomically(root / path, after.encode())
        return Change(path, text, after)


def undo(root: Path, change: Change) -> None:
    """Put a file back; raises `UsageError` where somebody else has written it since."""
    with _writing(root):
        if read_text(root / change.path, change.path) != change.after:
            message = "the file has changed since; nothing was undone"
            raise UsageError(change.path, None, message, "edit it by hand")
        write_atomically(root / change.path, change.before.encode())


def _home(root: Path, document: str) -> tuple[str, int, Tree]:
    """The file that declares a document, its place in the list, and its tree."""
    known = []
    for seed in read_seeds(root):
        collection = seed.editing.shaped(Collection)
        for n, declared in enumerate(collection.documents):
            known.append(declared.id)
            if declared.id == document:
                return seed.editing.path, n, read_speeches(seed, collection)[n].tree
    raise UsageError(document, None, "no such document", f"use one of {', '.join(known) or 'those you add'}")


@contextmanager
def _writing(root: Path) -> Iterator[None]:
    """One writer at a time: the others wait."""
    (root / ".cache").mkdir(exist_ok=True)
    with FileLock(root / ".cache" / "documents.lock"):
        yield
