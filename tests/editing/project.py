"""A copy of the miniature project (`tests/fixtures/mini/`) to break, mend and build through the command line."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from yuedu.cli import main

ROOT = Path(__file__).parents[2]
MINI = ROOT / "tests" / "fixtures" / "mini"
EXPECTED = "expected"
"""The folder of MINI that holds what a build of it gives."""

SOURCE = "seeds/mini/source.txt"
DOCUMENT = "seeds/mini/document.yml"
SUMMARIES = "summaries/note-2031.yml"
STALE = "summaries/stale.yml"
SYNOPSES = "summaries/synopses.yml"


@dataclass(frozen=True)
class Project:
    """A project's folder, which is also the current one."""

    root: Path

    def run(self, *arguments: str | Path) -> Result:
        """Run `yuedu` here. What is not caught in the command fails the test."""
        return CliRunner().invoke(main, [str(a) for a in arguments], prog_name="yuedu", catch_exceptions=False)

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace words that stand in the file exactly once."""
        text = self.read(path)
        assert text.count(old) == 1, f"{path} holds {old!r} {text.count(old)} times"
        self.write(path, text.replace(old, new))

    def approve(self, ident: str, path: str = SUMMARIES) -> None:
        """Record a review of a text's English as it now stands: the hash of all that a reader sees of it."""
        entry = yaml.load(self.read(path), yaml.BaseLoader)[ident]
        numbers = [{"text": s["text"], "from": [int(n) for n in s["from"]]} for s in entry["segments"]]
        omitted = [{**o, "sentence": int(o["sentence"])} for o in entry.get("omitted", [])]
        seen = {"segments": numbers, "omitted": omitted}
        notes = [{**n, "about": [int(x) for x in n["about"]]} if n.get("about") else n for n in entry.get("notes", [])]
        seen |= {"notes": notes, "figures": entry.get("figures", {})}
        said = json.dumps(seen, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        self.edit(path, entry["approved"], hashlib.sha256(said.encode()).hexdigest())

    def edit_source(self, old: str, new: str) -> None:
        """Change the seed, and record its new hash."""
        before = self._source_hash()
        self.edit(SOURCE, old, new)
        self.edit(DOCUMENT, before, self._source_hash())

    def replace_source(self, data: bytes) -> None:
        """Another seed altogether, its hash recorded."""
        before = self._source_hash()
        self.write(SOURCE, data)
        self.edit(DOCUMENT, before, self._source_hash())

    def _source_hash(self) -> str:
        return hashlib.sha256((self.root / SOURCE).read_bytes()).hexdigest()

    def tree(self) -> dict[str, str]:
        """Every file but the cache → the hash of its bytes."""
        return {path: hashlib.sha256(data).hexdigest() for path, data in self.bytes().items()}

    def bytes(self, under: str = ".") -> dict[str, bytes]:
        """Every file but the cache, by its path in the project."""
        files = (f for f in sorted((self.root / under).rglob("*")) if f.is_file())
        inside = {f.relative_to(self.root).as_posix(): f for f in files}
        return {path: f.read_bytes() for path, f in inside.items() if not path.startswith(".cache/")}

    def digest(self) -> Any:
        return json.loads(self.read("docs/data/digest.json"))

    def passage(self, ident: str) -> Any:
        """A passage of the published digest."""
        return next(p for p in self.digest()["passages"] if p["id"] == ident)


def copy_mini(root: Path, cache: Path) -> Project:
    """A fresh copy, with a cache that all copies share: jieba's dictionary is compiled into it once."""
    shutil.copytree(MINI, root, ignore=shutil.ignore_patterns(EXPECTED))
    (root / ".cache").symlink_to(cache, target_is_directory=True)
    return Project(root)


def block(page: str, ident: str) -> str:
    """The passage with this id as it stands on a page."""
    start = page.index(f'<section class="yd-passage" id="{ident}">')
    return page[start : page.index("</section>", start)]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache that all copies share."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def mini(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The miniature as its editor left it: one English text is stale, so that a build of it exits with 1."""
    project = copy_mini(tmp_path / "mini", cache)
    monkeypatch.chdir(project.root)
    return project


@pytest.fixture
def sound(mini: Project) -> Project:
    """The miniature without its stale English: a build of it exits with 0."""
    (mini.root / STALE).unlink()
    return mini


@pytest.fixture
def built(sound: Project) -> Iterator[Project]:
    """The sound miniature, built."""
    result = sound.run("build")
    assert result.exit_code == 0, result.output
    yield sound
