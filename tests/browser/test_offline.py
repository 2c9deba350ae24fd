"""The variant that is opened from a folder: links name files, search works, nothing is asked of any host."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.conftest import BIN, QUIET
from tests.site.page import pages_of
from yuedu.publish.offline import naming_files


@pytest.fixture(scope="module")
def folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("offline") / "site"
    command = [str(BIN / "mkdocs"), "build", "--strict", "--site-dir", str(target)]
    subprocess.run(command, cwd=root, env=QUIET, check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "yuedu.publish.offline", str(target)], cwd=root, check=True)
    return target


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../topics/">', '<a href="../topics/index.html">'),
        ('<a class="x" href="./">', '<a class="x" href="./index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href="../a/#p1.s2">', '<a href="../a/index.html#p1.s2">'),
        ('<a href="#here">', '<a href="#here">'),
        ('<a href="https://example.org/">', '<a href="https://example.org/">'),
        ('<a href="../data/digest.json">', '<a href="../data/digest.json">'),
    ],
)
def test_links_name_files(before: str, after: str) -> None:
    assert naming_files(before) == after
    assert naming_files(after) == after


def test_every_link_names_a_file_that_is_there(folder: Path) -> None:
    broken = []
    for url, page in pages_of(folder).items():
        if url == "/404.html":
            continue
        here = (folder / (url.strip("/") + "/index.html").lstrip("/")).as_uri()
        for link in page.links:
            target = urlsplit(urljoin(here, link))
            if target.scheme == "file" and not Path(unquote(target.path)).is_file():
                broken.append(f"{url} → {link}")
    assert broken == []


def test_it_is_read_and_searched_without_a_server(context: BrowserContext, folder: Path) -> None:
    troubles: list[str] = []
    page = context.new_page()
    page.on("request", lambda r: troubles.append(r.url) if r.url.startswith("http") else None)
    page.on("console", lambda m: troubles.append(m.text) if m.type == "error" else None)
    page.goto((folder / "index.html").as_uri())
    page.locator(".yd-doors a").first.click()
    page.wait_for_url("**/topics/index.html")
    page.locator(".yd-cards a").first.click()
    page.locator(".yd-ref").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    page.locator("header input.yd-q").click()
    page.locator("header input.yd-q").press_sequentially("Yuejizuo")
    expect(page.locator(".yd-suggestions .yd-hit[data-kind=passages]").first).to_contain_text("粤基座")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=Yuejizuo")
    page.locator(".yd-results .yd-hit[data-kind=passages]").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    assert troubles == []
