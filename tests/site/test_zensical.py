"""The second engine builds the same docs/ from the same mkdocs.yml: the same pages, the same ids."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.conftest import BIN, QUIET
from tests.site.page import broken_links, pages_of


def test_zensical_builds_the_same_pages_and_ids(root: Path, site: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    for name in ("docs", "overrides"):
        shutil.copytree(root / name, project / name)
    shutil.copy(root / "mkdocs.yml", project)
    done = subprocess.run([str(BIN / "zensical"), "build"], cwd=project, env=QUIET, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    theirs, ours = pages_of(project / "site"), pages_of(site)
    assert sorted(theirs) == sorted(ours)
    assert broken_links(project / "site", theirs) == []
    for url in ours:
        missing = {i for i in ours[url].ids if not i.startswith("__")} - set(theirs[url].ids)
        assert missing == set(), url
