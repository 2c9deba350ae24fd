"""The real corpus and the miniature, each with the files made from it; both are read and never written into."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.editing.project import ROOT, built, cache, copy_mini, mini, sound
from yuedu.corpus.assembly import assemble
from yuedu.corpus.corpus import Corpus
from yuedu.digest.make import make_digest
from yuedu.digest.shape import Digest
from yuedu.pages.data_files import PART_FILES, collection_files
from yuedu.parts.part import Part, part_of
from yuedu.parts.whole import whole_files
from yuedu.store.sources import read_sources

__all__ = ["built", "cache", "mini", "sound"]


@dataclass(frozen=True)
class Exported:
    """A corpus, its digest, and what a build gives in docs/data/, by name."""

    corpus: Corpus
    digest: Digest
    parts: dict[str, Part]
    files: dict[str, bytes]


def written(corpus: Corpus, parts: dict[str, Part]) -> dict[str, str]:
    """Path under docs/ → text of every file of data."""
    makes = whole_files(corpus, parts) | collection_files(corpus)
    of_parts = {where.format(i): getattr(p, name) for i, p in parts.items() for name, where in PART_FILES.items()}
    return of_parts | {path: make() for path, make in makes.items()}


@pytest.fixture(scope="session", params=["real", "miniature"])
def exported(request: pytest.FixtureRequest, cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    root = ROOT if request.param == "real" else copy_mini(tmp_path_factory.mktemp("exported") / "mini", cache).root
    corpus = assemble(read_sources(root))
    digest = make_digest(corpus)
    parts = {s.meta.id: part_of(corpus, s.meta.id) for s in corpus.speeches}
    files = {path.removeprefix("data/"): text.encode() for path, text in written(corpus, parts).items()}
    return Exported(corpus, digest, parts, files)
