"""An outside translator's file in, drafts in `summaries/` out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from yuedu.corpus import Corpus, assemble
from yuedu.errors import EditorError, UsageError
from yuedu.exports.drafts import Drafts, make_drafts
from yuedu.exports.records import set_records
from yuedu.exports.returned import Returned, read_xliff
from yuedu.store.files import write_atomically
from yuedu.store.sources import read_sources
from yuedu.summaries import Summary
from yuedu.text.ids import parse_id


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
    corpus = assemble(read_sources(root))
    drafts = make_drafts(returned, corpus, name, by, replace)
    texts = {file: _text(root, file, new, corpus) for file, new in _by_file(drafts.written, corpus).items()}
    for file, text in texts.items():
        write_atomically(root / file, text)
    return Import(returned, corpus, drafts, sorted(texts))


def _by_file(written: dict[str, Summary], corpus: Corpus) -> dict[str, dict[str, Summary]]:
    """Each draft in the file where its passage has English already, or else in that of its document."""
    files: dict[str, dict[str, Summary]] = defaultdict(dict)
    for ident, summary in written.items():
        there = corpus.english.get(ident)
        file = there.place.rpartition(":")[0] if there else f"summaries/{parse_id(ident).document}.yml"
        files[file][ident] = summary
    return files


def _text(root: Path, file: str, new: dict[str, Summary], corpus: Corpus) -> bytes:
    path = root / file
    try:
        text = path.read_bytes().decode() if path.exists() else ""
    except UnicodeDecodeError as error:
        raise EditorError(file, None, f"byte {error.start} is not UTF-8", "save the file as UTF-8") from None
    parts = [p.id for s in corpus.speeches for p in s.tree.parts]
    return set_records(text, file, new, {p: n for n, p in enumerate(parts)}, corpus.passages.keys()).encode()
