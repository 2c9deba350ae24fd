"""A build after which nothing has changed does nothing, and says the same; whatever changes, everything is looked at."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

import yuedu.store.project
from tests.editing.project import DOCUMENT, SOURCE, SUMMARIES, Project

RECORD = ".cache/build.json"


class LookedAgain(Exception):
    """The sources are read."""


@pytest.fixture
def watched(sound: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project that was built; from now on a build that reads the sources raises."""
    sound.run("build")

    def reads(*_: object, **__: object) -> None:
        raise LookedAgain

    monkeypatch.setattr(yuedu.store.project, "build", reads)
    return sound


@pytest.mark.parametrize("options", [(), ("--json",)], ids=["text", "json"])
def test_it_says_the_same_and_reads_nothing(
    sound: Project, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    sound.run("build")
    (sound.root / RECORD).unlink()
    first, tree = sound.run("build", *options), sound.tree()
    monkeypatch.setattr(yuedu.store.project, "build", None)
    again = sound.run("build", *options)
    assert (again.exit_code, again.stdout, again.stderr) == (first.exit_code, first.stdout, first.stderr)
    assert sound.tree() == tree


def rewrite(path: str) -> Callable[[Project], None]:
    """The same file with a line more."""
    return lambda project: project.write(path, project.read(path) + "\n")


def touch(path: str) -> Callable[[Project], None]:
    """The same words, written anew."""
    return lambda project: project.write(path, project.read(path))


def same_size_and_time(project: Project) -> None:
    """Other words of the same size, and the old time put back."""
    file = project.root / "docs/data/figures.csv"
    times = file.stat()
    data = file.read_bytes()
    file.write_bytes(data[:-2] + bytes([data[-2] ^ 1]) + data[-1:])
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


CHANGES: dict[str, Callable[[Project], object]] = {
    "source": rewrite(SOURCE),
    "document.yml": rewrite(DOCUMENT),
    "summary": rewrite(SUMMARIES),
    "glossary": rewrite("glossary.yml"),
    "topics": rewrite("topics.yml"),
    "configuration": rewrite("mkdocs.yml"),
    "page": touch("docs/data/figures.csv"),
    "page behind the clock": same_size_and_time,
    "page gone": lambda p: (p.root / "docs/data/figures.csv").unlink(),
    "page more": lambda p: p.write("docs/topics/extra/index.md", "x"),
    "page by hand": lambda p: p.write("docs/own.md", "x"),
    "ledger": rewrite("seeds/ledger.txt"),
    "new seed": lambda p: p.write("seeds/other/document.yml", "x"),
    "record gone": lambda p: (p.root / RECORD).unlink(),
    "record damaged": lambda p: p.write(RECORD, p.read(RECORD)[:-20]),
    "record of another shape": lambda p: p.write(RECORD, "[1, 2]"),
    "record without findings": lambda p: p.write(
        RECORD, json.dumps({k: v for k, v in json.loads(p.read(RECORD)).items() if k != "findings"})
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_everything_is_looked_at(watched: Project, change: Callable[[Project], object]) -> None:
    change(watched)
    with pytest.raises(LookedAgain):
        watched.run("build")


def test_another_address_or_package_is_a_change(
    watched: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SITE_URL", "https://other.example/")
    with pytest.raises(LookedAgain):
        watched.run("build")
    monkeypatch.delenv("SITE_URL")
    assert watched.run("build").exit_code in (0, 1)
    monkeypatch.setattr("yuedu.store.unchanged.version", lambda name: "99")
    with pytest.raises(LookedAgain):
        watched.run("build")


def test_check_always_compares(watched: Project) -> None:
    with pytest.raises(LookedAgain):
        watched.run("build", "--check")


def test_a_source_that_changes_while_it_is_built_is_built_again(
    sound: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish = yuedu.store.project.publish

    def interrupted(root: Path, built: object) -> None:
        publish(root, built)  # type: ignore[arg-type]
        sound.write(SOURCE, sound.read(SOURCE).rstrip("\n") + "\n\n")

    monkeypatch.setattr(yuedu.store.project, "publish", interrupted)
    (sound.root / RECORD).unlink(missing_ok=True)
    sound.run("build")
    assert not (sound.root / RECORD).exists()
