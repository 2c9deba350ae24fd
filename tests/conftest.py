"""What several tests share: the project, and the site that MkDocs makes of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
QUIET = {
    **os.environ,
    "NO_MKDOCS_2_WARNING": "1",
    "SOURCE_DATE_EPOCH": "1676764800",
    "SITE_URL": "https://site.test/yuedu/",
}


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder; tests read it and never write into it."""
    return ROOT


def build_site(project: Path, target: Path) -> str:
    """Build a project's site strictly into `target`; returns what MkDocs printed."""
    command = [str(BIN / "mkdocs"), "build", "--strict", "--site-dir", str(target)]
    done = subprocess.run(command, cwd=project, env=QUIET, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly once for all tests."""
    target = tmp_path_factory.mktemp("published") / "site"
    log = build_site(root, target)
    assert "WARNING" not in log, log
    return target


@pytest.fixture(scope="session")
def at_size(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose pages are all divided; its site is in `site`."""
    from tests.at_size import project_at_size

    target = tmp_path_factory.mktemp("at_size") / "project"
    project_at_size(target)
    build_site(target, target / "site")
    return target
