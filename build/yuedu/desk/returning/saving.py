"""An outside translator's file in, drafts in `summaries/` out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from yuedu.corpus.corpus import Corpus
from yuedu.desk.returning.drafts import Drafts, make_drafts
from yuedu.desk.returning.xliff import Returned, read_xliff
from yuedu.errors import UsageError
from yuedu.store.english import save
from yuedu.store.shelf import read_corpus


@dataclass(frozen=True, slots=True)
class Import:
    """What was read, what it was held against, and what became of it; `files` is what was written."""

    units: list[Returned]
    corpus: Corpus
    drafts: Drafts
    files: list[str]


def import_xliff(root: Path, path: Path, by: str, replace: bool) -> Import:
    """Read, compare and write. All texts are made before the first is written."""
    name = str(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UsageError(name, None, "no such file", "check the path") from None
    except IsADirectoryError:
        raise UsageError(name, None, "is a folder, not a file", "name a file in it") from None
    returned = read_xliff(data, name)
    corpus = read_corpus(root)
    drafts = make_drafts(returned, corpus, name, by, replace)
    files = save(root, drafts.written, order=list(corpus.texts))
    return Import(returned, corpus, drafts, files)
