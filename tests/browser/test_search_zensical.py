"""The same search under the second engine: its box, its page, and nothing of the engine's own index."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import serve
from tests.conftest import BIN, QUIET


@pytest.fixture(scope="module")
def second(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    project = tmp_path_factory.mktemp("second") / "project"
    project.mkdir()
    for name in ("docs", "overrides"):
        shutil.copytree(root / name, project / name)
    shutil.copy(root / "mkdocs.yml", project)
    subprocess.run([str(BIN / "zensical"), "build"], cwd=project, env=QUIET, check=True, capture_output=True)
    yield from serve(project / "site")


def test_the_box_and_the_page_work(context: BrowserContext, second: str) -> None:
    page = context.new_page()
    asked: list[str] = []
    troubles: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.on("pageerror", lambda e: troubles.append(str(e)))
    page.goto(f"{second}/topics/")
    page.wait_for_load_state("networkidle")
    assert not [u for u in asked if "search.json" in u or "workers/search" in u or "/data/search/" in u]
    page.keyboard.press("/")
    page.keyboard.type("数据要素")
    expect(page.locator(".yd-hit").first).to_have_attribute("data-id", "shujuyaosu")
    expect(page.locator("[data-md-component=search] dialog, dialog[open]")).to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator(".yd-results .yd-hit").first).to_have_attribute("data-id", "shujuyaosu")
    page.locator(".yd-results .yd-hit[data-kind=passages]").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    assert troubles == []
