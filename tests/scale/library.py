"""A library of several documents and years, on a measure so small that every kind of page is divided."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.at_size import SMALL
from tests.editing.many import add_documents, make_small
from tests.editing.project import DOCUMENT, STALE, Project, copy_mini
from yuedu.pages import budget
from yuedu.pages.site import GENERATED

PAPERS = 6
OF_PAPER = "summaries/papers.yml"
DECLARED = """
frameworks:
- zh: 三件事
  en: Three things
  at: note-2031.1.p1
  parts:
  - {zh: 统建书目通, en: build Shumutong, at: note-2031.1.p2}

cities:
  title: {zh: 各村, en: The villages}
  basis: {zh: 的依据：常识, en: "basis: common knowledge"}
  stated_at: note-2031.p1
  stated: 12个村
  cities:
  - {zh: 东村, en: East Village}
  - {zh: 西村, en: West Village}
"""
COMPARED = """
comparisons:
- title: {en: Books to be added, zh: 新增图书}
  figures: [paper-1.1.p1.f22, paper-1.1.p2.f22]

changes:
- {a: paper-4, b: paper-5}
"""
COUNTED = [
    {
        "figure": f"paper-1.1.p{n}.f22",
        "counts": {"zh": f"第{n}项图书", "en": f"books of item {n}"},
        "reason": "told apart",
    }
    for n in (1, 2, 3)
]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unused here: each library has a cache of its own, which is what these tests are about."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one page holds is made small."""
    set_small(monkeypatch)


def set_small(monkeypatch: pytest.MonkeyPatch) -> None:
    make_small(monkeypatch, room=6000, listed=300)
    for name, value in SMALL.items():
        monkeypatch.setattr(budget, name, min(value, 4))


@pytest.fixture
def library(tmp_path: Path, small: None) -> Project:
    """Not built yet, and nothing kept of it."""
    return make_library(tmp_path / "library")


@pytest.fixture
def built(library: Project) -> Iterator[Project]:
    """The library, built."""
    good(library)
    yield library


def make_library(root: Path) -> Project:
    """The miniature with papers of four years, what an editor lays out beside them, and English for one of them."""
    project = copy_mini(root, root.parent)
    (root / ".cache").unlink()
    (root / STALE).unlink()
    add_documents(project, 1, PAPERS)
    project.write("docs/about/index.md", "# About\n\n本站由编者整理。\n")
    project.write(
        "docs/index.md",
        "# Library\n\n<!-- digest: written by `yuedu build` from summaries/synopses.yml -->\n<!-- /digest -->\n",
    )
    project.write(DOCUMENT, project.read(DOCUMENT) + DECLARED)
    project.write("topics.yml", project.read("topics.yml") + COMPARED)
    for n in (2, 3):
        document(project, n, follows=f"paper-{n - 1}")
    path = "seeds/paper-01/document.yml"
    project.write(path, json.dumps(json.loads(project.read(path)) | {"figures": COUNTED}, ensure_ascii=False))
    append(project, "seeds/paper-03", "东村和西村的读者用书目通借书。")
    english(
        project,
        "paper-2.1.p1",
        "The libraries must provide the first lending service of batch 2. Strive to add 21 books.",
    )
    return project


def english(project: Project, ident: str, text: str, state: str = "draft") -> None:
    """English for a passage that has two sentences, as a draft that no page shows or as one that was reviewed."""
    batch, item = re.match(r"paper-(\d+)\.1\.p(\d+)", ident).groups()  # type: ignore[union-attr]
    zh = f"各馆要办好第{batch}批第{item}项借阅服务。力争新增图书{batch}{item}册。"
    entry = f"{ident}:\n  source: {hashlib.sha256(zh.encode()).hexdigest()}\n  state: {state}\n  drafted_by: a model\n"
    if state == "reviewed":
        entry += "  reviewed_by: an editor\n  reviewer_kind: person\n  reviewed_on: 2031-05-02\n"
        entry += f"  approved: {'0' * 64}\n"
    entry += f"  segments:\n  - text: {json.dumps(text)}\n    from: [1, 2]\n"
    before = project.read(OF_PAPER) if (project.root / OF_PAPER).exists() else ""
    kept = re.sub(rf"(?m)^{re.escape(ident)}:\n(?:  .*\n)+\n?", "", before)
    project.write(OF_PAPER, f"{kept}{entry}\n")
    if state == "reviewed":
        project.approve(ident, OF_PAPER)


def append(project: Project, folder: str, words: str) -> None:
    """A sentence more at the end of a seed, with its new hash."""
    source(project, folder, lambda text: text.rstrip("\n") + words + "\n")


def source(project: Project, folder: str, change: Callable[[str], str]) -> None:
    """Another text of a seed, with its new hash."""
    before = project.read(f"{folder}/source.txt")
    after = change(before)
    assert after != before
    project.write(f"{folder}/source.txt", after)
    hashes = (hashlib.sha256(text.encode()).hexdigest() for text in (before, after))
    project.edit(f"{folder}/document.yml", *hashes)


def document(project: Project, number: int, **fields: Any) -> None:
    """Other fields of a paper's document; None takes one out."""
    path = f"seeds/paper-{number:02}/document.yml"
    collection = json.loads(project.read(path))
    told = collection["documents"][0] | fields
    collection["documents"][0] = {name: value for name, value in told.items() if value is not None}
    project.write(path, json.dumps(collection, ensure_ascii=False))


def build(project: Project, *options: str) -> Result:
    """Build a project, wherever it stands."""
    return project.run("--project", project.root, "build", *options)


def good(project: Project, *options: str) -> Result:
    """The same; nothing blocks it."""
    result = build(project, *options)
    assert result.exit_code == 0, result.output
    return result


def generated(project: Project) -> dict[str, bytes]:
    """All that a build answers for: docs/ and the ledger."""
    seeds = {path: data for path, data in project.bytes("seeds").items() if path.startswith("seeds/ledger")}
    return project.bytes("docs") | project.bytes("overrides") | seeds


def from_nothing(project: Project, target: Path) -> Project:
    """A copy with the same sources and the same ledger, of which nothing is kept and nothing was made."""
    for file in target.rglob("*"):  # folders stay: making them takes longer than a page
        if file.is_file():
            file.unlink()
    made = shutil.ignore_patterns(*GENERATED, "assets", "overrides", ".cache")
    shutil.copytree(project.root, target, ignore=made, dirs_exist_ok=True)
    return Project(target)


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that are not alike."""
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


def times(project: Project) -> dict[str, tuple[int, int]]:
    """Generated file → inode and time of writing."""
    files = (f for f in (project.root / "docs").rglob("*") if f.is_file())
    return {f.relative_to(project.root).as_posix(): (f.stat().st_ino, f.stat().st_mtime_ns) for f in files}
