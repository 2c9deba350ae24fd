"""A new digest to look at, and one to break."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editing.project import ROOT, Project, cache

__all__ = ["cache", "desk", "empty"]

NAME = "Jinyuan Library Papers 晋原图书馆文件"
COLOUR = "#8a3b12"
NOTICE = ROOT / "tests" / "fixtures" / "new" / "notice.txt"
"""A notice made up for these tests."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A folder in which nothing is yet."""
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


@pytest.fixture
def empty(desk: Project, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """An empty digest, as `yuedu new` leaves it."""
    result = desk.run("new", "papers", "--name", NAME, "--colour", COLOUR)
    assert result.exit_code == 0, result.output
    root = desk.root / "papers"
    (root / ".cache").symlink_to(cache, target_is_directory=True)
    monkeypatch.chdir(root)
    return Project(root)
