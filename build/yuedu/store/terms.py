"""The strings of a corpus that no one has decided about, and the decisions written into `glossary.yml`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from yuedu.corpus.assembly import assemble
from yuedu.errors import UsageError
from yuedu.glossary import additions
from yuedu.glossary.candidates import Candidate, candidates
from yuedu.glossary.load import load_begun, load_not_terms
from yuedu.glossary.match import Matcher
from yuedu.glossary.names import series_marks
from yuedu.store.files import write_atomically
from yuedu.store.sources import read_sources, read_text
from yuedu.text.tree import FrontLine, Section, Tree

FILE = "glossary.yml"


def undecided(root: Path, document: str | None = None) -> list[Candidate]:
    """Candidates of one document, or of all together, that are neither in the term base nor on its list of what is no term.

    Raises `UsageError` for a document that is not there.
    """
    sources = read_sources(root)
    corpus = assemble(sources)
    ids = [s.meta.id for s in corpus.speeches]
    if document is not None and document not in ids:
        raise UsageError(document, None, "no such document", f"use one of {', '.join(ids) or 'those you add'}")
    begun = load_begun(sources.glossary)
    matcher = Matcher((*corpus.terms, *begun), sources.cache_dir) if begun else corpus.matcher
    texts = {p: zh for s in corpus.speeches if document in (None, s.meta.id) for p, zh in _texts(s.tree)}
    hits = {**corpus.hits, **corpus.heading_hits}
    if begun:
        hits = {part: matcher.find(zh) for part, zh in texts.items()}
    known = {f for t in (*corpus.terms, *begun) for f in t.forms} | set(load_not_terms(sources.glossary))
    tokens = {part: matcher.tokens(zh) for part, zh in texts.items()}
    return candidates(texts, hits, tokens, known, series_marks(corpus.terms))


def take(root: Path, candidate: Candidate) -> None:
    """Write a record for a candidate, to be completed. Raises `EditorError` where the string is decided about already."""
    _change(root, lambda text: additions.take(text, FILE, candidate))


def drop(root: Path, string: str, reason: str) -> None:
    """Put a string on `not_terms`. Raises `EditorError` where it is decided about already."""
    _change(root, lambda text: additions.drop(text, FILE, string, reason))


def _texts(tree: Tree) -> Iterator[tuple[str, str]]:
    """Every part in reading order."""
    for part in tree.parts:
        if isinstance(part, FrontLine) and part.role == "furniture":
            continue
        zh = part.title if isinstance(part, Section) else part.zh
        if zh:
            yield part.id, zh


def _change(root: Path, change: Callable[[str], str]) -> None:
    with _writing(root):
        write_atomically(root / FILE, change(read_text(root / FILE, FILE)).encode())


@contextmanager
def _writing(root: Path) -> Iterator[None]:
    """One writer at a time: the others wait."""
    (root / ".cache").mkdir(exist_ok=True)
    with FileLock(root / ".cache" / "glossary.lock"):
        yield
