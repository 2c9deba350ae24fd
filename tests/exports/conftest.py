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
from yuedu.pages import data_files
from yuedu.parts.part import Part, part_of
from yuedu.store.sources import read_sources

__all__ = ["built", "cache", "mini", "sound"]


@dataclass(frozen=True)
class Exported:
    """A corpus, its digest, and what a build gives in docs/data/, by name."""

    corpus: Corpus
    digest: Digest
    parts: dict[str, Part]
    files: dict[str, bytes]


@pytest.fixture(scope="session", params=["real", "miniature"])
def exported(request: pytest.FixtureRequest, cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    root = ROOT if request.param == "real" else copy_mini(tmp_path_factory.mktemp("exported") / "mini", cache).root
    corpus = assemble(read_sources(root))
    digest = make_digest(corpus)
    parts = {s.meta.id: part_of(corpus, s.meta.id) for s in corpus.speeches}
    files = {path.removeprefix("data/"): text.encode() for path, text in data_files.files(corpus, parts)}
    return Exported(corpus, digest, parts, files)
