"""The shelf of a project: each seed read once, and kept until its files, a term in it or the code that reads it change.

1. What is kept of a seed lies in one file of `.cache/analyses/`, named by the hash of all the seed's files and of the code:
   first what is small (its cards, and what of the term base it rests on), then the analyses, each part with its own hash.
2. A file that is damaged or gone is made anew, at once or when the document is opened.
3. The same file is made in any process on any machine: `read_apart` takes bytes and gives bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from sys import intern
from typing import Any

from yuedu.analysis.analysis import Analysis, TermBase, analyse
from yuedu.analysis.basis import Basis, basis_of, hash_of, holds, table_of
from yuedu.analysis.shelf import SeedCard, seed_card
from yuedu.corpus.assembly import join, term_base
from yuedu.corpus.corpus import Corpus
from yuedu.errors import UsageError
from yuedu.glossary.load import load_glossary
from yuedu.glossary.match import Matcher
from yuedu.sources.yamlfile import YamlFile, parse_yaml
from yuedu.store.code import READS, READS_WITH, code_of
from yuedu.store.files import write_atomically
from yuedu.store.kept import forget_older, keep, kept, pack, unpack
from yuedu.store.sources import read_folder, read_sources, read_text, read_yaml, seed_folders, seed_of
from yuedu.store.work import Work

FOLDER, TABLES = ".cache/analyses", ".cache/tables"
TOGETHER = 8
"""Seeds that one call of another process reads."""
VERSIONS = 4
"""How many states of a seed are kept, for who goes back and forth between branches."""

Files = Mapping[str, bytes]
Head = tuple[SeedCard, Basis]


def read_corpus(root: Path, work: Work | None = None) -> Corpus:
    """The project at `root`, assembled; raises `YueduError` for what cannot be built at all."""
    sources = read_sources(root, seeds=False)
    base = term_base(sources)
    return join(KeptShelf(root, base, work or Work()), sources, base)


class KeptShelf:
    """The seeds of the project at `root`; reading those that are not kept is given to `work`."""

    def __init__(self, root: Path, base: TermBase, work: Work) -> None:
        self._root, self._base = root, base
        self._terms = {t.slug: t for t in base.terms}
        self._table = table_of(base.terms)
        self._whole = hash_of(self._table)
        self._last: tuple[Path, tuple[Analysis, ...]] | None = None
        self._paths = {where: self._path(where, read_folder(root, where)) for where in seed_folders(root)}
        found = {where: self._head(path) for where, path in self._paths.items()}
        missing = [where for where, head in found.items() if head is None]
        found |= zip(missing, self._read(missing, work), strict=True)
        heads = {where: head for where, head in found.items() if head}
        self.seeds: Sequence[SeedCard] = [card for card, _ in heads.values()]
        self._homes = {c.meta.id: (where, n) for where, (s, _) in heads.items() for n, c in enumerate(s.cards)}
        self._stands = {where: hash_of(basis.stands) for where, (_, basis) in heads.items()}
        keep(root / TABLES / self._whole, self._table)

    def fetch(self, document: str) -> Analysis:
        """A document's analysis, read anew where what was kept is gone or damaged."""
        where, n = self._homes[document]
        path = self._paths[where]
        if self._last is None or self._last[0] != path:
            body = _body(path)
            if body is None:
                entry = entry_of(where, read_folder(self._root, where), self._base, self._table)
                write_atomically(path, entry)
                body = _parts(entry)[1]
            self._last = path, body
        return self._last[1][n]

    def editing(self, path: str) -> YamlFile:
        return read_yaml(self._root / path, path)

    def stamp(self, document: str) -> str:
        where, n = self._homes[document]
        return f"{self._paths[where].name} {self._stands[where]} {n}"

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_last": None}

    def _path(self, where: str, files: Files) -> Path:
        digest = hashlib.sha256(code_of(READS, READS_WITH).encode())
        for name, data in files.items():
            digest.update(f"{where}/{name}\0{hashlib.sha256(data).hexdigest()}\n".encode())
        return self._root / FOLDER / f"{where.rpartition('/')[2]}.{digest.hexdigest()[:32]}"

    def _head(self, path: Path) -> Head | None:
        """What is kept of a seed in short, if it holds with the term base as it is now."""
        try:
            data = path.read_bytes()
            card, basis = unpack(_cut(data)[0])
        except (OSError, ValueError, TypeError):
            return None
        if not (isinstance(card, SeedCard) and isinstance(basis, Basis)):
            return None
        if basis.table != self._whole:
            before, body = kept(self._root / TABLES / basis.table), _body(path)
            if not isinstance(before, dict) or body is None or not holds(basis, body, before, self._table, self._terms):
                return None
            write_atomically(path, _joined((card, Basis(self._whole, basis.stands)), _cut(data)[1]))
        return _interned(card), Basis(self._whole, basis.stands)

    def _read(self, missing: Sequence[str], work: Work) -> Iterator[Head]:
        """Read these seeds, some at a time, and keep what comes of each."""
        entries = self._apart(missing, work) if work.apart else self._here(missing)
        for where, entry in work.shown("reading", zip(missing, entries, strict=True), len(missing)):
            path = self._paths[where]
            write_atomically(path, entry)
            forget_older(path, VERSIONS)
            yield _parts(entry)[0]

    def _here(self, missing: Sequence[str]) -> Iterator[bytes]:
        for where in missing:
            yield entry_of(where, read_folder(self._root, where), self._base, self._table)

    def _apart(self, missing: Sequence[str], work: Work) -> Iterator[bytes]:
        text = read_text(self._root / "glossary.yml", "glossary.yml")
        waiting = iter(missing)
        batches = iter(lambda: tuple(islice(waiting, TOGETHER)), ())
        code = code_of(READS, READS_WITH)
        jobs = ((code, text, tuple((where, read_folder(self._root, where)) for where in batch)) for batch in batches)
        for made in work.map(read_apart, jobs):
            yield from made


def _interned(seed: SeedCard) -> SeedCard:
    """With the slugs of terms as words that all cards share: there are as many as documents times terms."""
    cards = (
        replace(
            card,
            said={intern(slug): places for slug, places in card.said.items()},
            headed={intern(slug): parts for slug, parts in card.headed.items()},
        )
        for card in seed.cards
    )
    return replace(seed, cards=tuple(cards))


def read_apart(job: tuple[str, str, Sequence[tuple[str, Files]]]) -> list[bytes]:
    """What is to be kept of some seeds: the hash of the code that asks, the text of the glossary, and each seed's folder with
    its files. Raises `UsageError` where the code here is another: what it made would be kept under the wrong name."""
    code, glossary, seeds = job
    if code != code_of(READS, READS_WITH):
        remedy = "install the same versions of Python, Yuedu and its libraries there (requirements.lock)"
        raise UsageError("--executor", None, "a worker has another version of Yuedu or of what it reads with", remedy)
    base, table = _base(glossary)
    return [entry_of(where, files, base, table) for where, files in seeds]


def entry_of(where: str, files: Files, base: TermBase, table: Mapping[str, str]) -> bytes:
    """What is to be kept of one seed; raises `YueduError` for one that cannot be read."""
    seed = seed_of(where, files)
    analyses = tuple(analyse(seed, base))
    basis = basis_of(analyses, base.terms, table, hash_of(table))
    return _joined((seed_card(seed, analyses), basis), pack(analyses))


@lru_cache(maxsize=1)
def _base(text: str) -> tuple[TermBase, dict[str, str]]:
    """The term base of a process that reads for another, made once."""
    file = parse_yaml(text, "glossary.yml")
    terms = load_glossary(file)
    return TermBase(file, terms, Matcher(terms)), table_of(terms)


def _joined(head: Head, body: bytes) -> bytes:
    packed = pack(head)
    return f"{len(packed)}\n".encode() + packed + body


def _cut(entry: bytes) -> tuple[bytes, bytes]:
    length, _, rest = entry.partition(b"\n")
    size = int(length)
    return rest[:size], rest[size:]


def _parts(entry: bytes) -> tuple[Head, tuple[Analysis, ...]]:
    head, body = _cut(entry)
    return unpack(head), unpack(body)


def _body(path: Path) -> tuple[Analysis, ...] | None:
    try:
        found = unpack(_cut(path.read_bytes())[1])
    except (OSError, ValueError):
        return None
    return found if isinstance(found, tuple) and all(isinstance(a, Analysis) for a in found) else None
