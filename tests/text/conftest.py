"""The first corpus, read once for all tests of the text."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from yuedu.analysis.speeches import Seed, Speech, read_speeches
from yuedu.intake.encodings import decode
from yuedu.sources.collection import Collection
from yuedu.sources.yamlfile import parse_yaml
from yuedu.text.seed import ReadSeed, read_seed

from .reading import ROOT

FOLDER = ROOT / "seeds" / "guangdong-2023"


class FirstCorpus(NamedTuple):
    """The seed as received, what its editor declared, and what was read from both."""

    seed: Seed
    collection: Collection
    speeches: list[Speech]

    @property
    def text(self) -> str:
        return self.seed.decoded.text

    def read(self, text: str) -> ReadSeed:
        """Another text, with the declarations of this one."""
        begins = [d.begin() for d in self.collection.documents]
        return read_seed(text, begins, [c.correction() for c in self.collection.corrections], self.seed.path)


@pytest.fixture(scope="session")
def first() -> FirstCorpus:
    decoded = decode((FOLDER / "source.txt").read_bytes(), "source.txt")
    editing = parse_yaml((FOLDER / "document.yml").read_text(encoding="utf-8"), "document.yml")
    seed, collection = Seed("source.txt", decoded, editing), editing.shaped(Collection)
    return FirstCorpus(seed, collection, read_speeches(seed, collection))
