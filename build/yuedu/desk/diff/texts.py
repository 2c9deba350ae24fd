"""The two texts of a comparison: documents of the project by id, or files of any format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from yuedu.corpus.wording import sentences_in, sentences_of
from yuedu.errors import UsageError
from yuedu.glossary.match import Matcher
from yuedu.quantities.model import Context
from yuedu.quantities.zh import read
from yuedu.store.shelf import read_corpus
from yuedu.store.sources import take_file
from yuedu.text.ids import DOCUMENT
from yuedu.text.metadata import metadata
from yuedu.text.seed import Begin, read_seed
from yuedu.wording.shape import Cut, Sentence


@dataclass(frozen=True, slots=True)
class Text:
    """What it was called, and its sentences in reading order: those of its passages, without headings and front matter."""

    name: str
    sentences: tuple[Sentence, ...]


def read_texts(root: Path, names: Sequence[str]) -> tuple[list[Text], Cut]:
    """The texts of ids and files, and what parts them into words. The project is read only where an id is asked for.

    What is a file is read as one. Raises `UsageError` for what is neither a file nor a document here, `SourceError` for a
    file that cannot be read.
    """
    files = {name: _file(name) for name in names if Path(name).is_file() or not _is_id(name)}
    ids = [name for name in names if name not in files]
    if not ids:
        return [files[name] for name in names], Matcher(()).tokens
    found, cut = _documents(root, ids)
    return [files.get(name) or found[name] for name in names], cut


def _is_id(name: str) -> bool:
    return re.fullmatch(DOCUMENT, name, re.ASCII) is not None


def _documents(root: Path, ids: Sequence[str]) -> tuple[dict[str, Text], Cut]:
    if not (root / "glossary.yml").is_file():
        raise UsageError(ids[0], None, "no such file, and no project here", "name a file, or a project by --project")
    corpus = read_corpus(root)
    speeches = {s.meta.id: s for s in corpus.speeches}
    found: dict[str, Text] = {}
    for ident in ids:
        if ident not in speeches:
            known = ", ".join(speeches) or "none yet"
            raise UsageError(ident, None, "neither a document here nor a file", f"documents here: {known}")
        found[ident] = Text(ident, tuple(sentences_of(corpus, ident)))
    return found, corpus.matcher.tokens


def _file(name: str) -> Text:
    _, taken = take_file(Path(name))
    tree = read_seed(taken.text, [Begin("text", "")], (), name).trees[0]
    date = metadata(tree).date
    context = Context(year=int(date.value[:4]) if date and date.value[:4].isdecimal() else None)
    sentences = [s for p in tree.passages for s in sentences_in(p, read(p.zh, context=context))]
    numbered = (replace(s, ident=n, place=s.place.partition(".")[2]) for n, s in enumerate(sentences, 1))
    return Text(name, tuple(numbered))
