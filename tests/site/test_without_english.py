"""With no English at all the site still builds strictly, and every page reads whole in Chinese."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import build_site
from tests.site.page import pages_of

WITHOUT_HTTPX = "import sys; sys.modules['httpx'] = None; from yuedu.cli import main; main()"


@pytest.fixture(scope="module")
def bare(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project without summaries/, its pages made where httpx cannot be imported."""
    copy = tmp_path_factory.mktemp("bare") / "project"
    skip = shutil.ignore_patterns(".git", ".venv", "site", "site-*", ".cache", "__pycache__", "summaries", "tests", "bench")
    shutil.copytree(root, copy, ignore=skip)
    subprocess.run([sys.executable, "-c", WITHOUT_HTTPX, "build"], cwd=copy, check=True, capture_output=True)
    return copy


def test_it_builds_strictly_and_reads_whole_in_chinese(bare: Path, tmp_path: Path) -> None:
    log = build_site(bare, tmp_path / "site")
    assert "WARNING" not in log
    pages = pages_of(tmp_path / "site")
    digest = json.loads((tmp_path / "site" / "data" / "digest.json").read_text(encoding="utf-8"))
    for passage in digest["passages"]:
        assert passage["en"] is None
        page = pages[f"/speeches/{passage['document']}/"]
        assert passage["zh"] in page.text[passage["id"]]
        assert "No English yet" in page.text[passage["id"]]
    for section in digest["sections"]:
        if section["label"]:
            assert section["title"]["en"] is None
            assert section["title"]["zh"] in pages[f"/speeches/{section['document']}/"].text[section["id"]]


def test_publishing_does_not_import_httpx(root: Path) -> None:
    code = "import sys, yuedu.cli, yuedu.publish.plugin; sys.exit('httpx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
