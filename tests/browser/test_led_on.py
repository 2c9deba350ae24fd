"""A link to a passage holds when its topic has outgrown the page that showed it: served under a path, or opened from a folder."""

from __future__ import annotations

import gzip
import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import serve
from tests.conftest import BIN, QUIET, ROOT, build_site
from tests.site.page import broken_links, pages_of

OLD = "/topics/governance/"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this project with six whole reports more: its topics and commitments are more than a page each."""
    spec = importlib.util.spec_from_file_location("recombined", ROOT / "bench" / "recombined.py")
    assert spec and spec.loader
    recombined = importlib.util.module_from_spec(spec)
    sys.modules["recombined"] = recombined
    spec.loader.exec_module(recombined)
    project = tmp_path_factory.mktemp("large") / "project"
    recombined.make(project, 6)
    subprocess.run([str(BIN / "yuedu"), "build"], cwd=project, env=QUIET, check=True, capture_output=True)
    build_site(project, project / "site")
    return project / "site"


@pytest.fixture(scope="module")
def served(large: Path) -> Iterator[str]:
    yield from serve(large)


def arrived(page: Page, address: str) -> None:
    expect(page).to_have_url(address)
    expect(page.locator(":target")).to_be_in_viewport()


def test_no_page_of_these_kinds_weighs_more_than_it_may(large: Path) -> None:
    heavy = {}
    for kind in ("topics", "speeches", "speakers", "offices"):
        for file in (large / kind).rglob("index.html"):
            limit = 100_000 if kind == "speeches" and file.parent.parent == large / kind else 60_000
            weight = len(gzip.compress(file.read_bytes(), 6))
            if weight > limit:
                heavy[file.relative_to(large).as_posix()] = weight
    assert heavy == {}


def test_every_link_of_a_large_project_leads_somewhere(large: Path) -> None:
    assert (large / "topics/governance/2023/index.html").is_file()
    assert broken_links(large, pages_of(large)) == []


@pytest.mark.parametrize(
    ("fragment", "home"),
    [
        ("recombined-5.8.4.p4", "/speeches/recombined-5/#recombined-5.8.4.p4"),
        ("wang-2023.2.1.p2.s3", "/speeches/wang-2023/#wang-2023.2.1.p2.s3"),
        ("yang-2023.1.1.p1.f12", None),
        ("asked-yang-2023", "/speeches/yang-2023/"),
    ],
)
def test_a_fragment_that_is_elsewhere_leads_on(
    context: BrowserContext, served: str, large: Path, fragment: str, home: str | None
) -> None:
    if home is None:
        figures = (large / "figures/yang-2023/index.html").read_text(encoding="utf-8")
        fragment = figures.split('id="yang-2023.')[1].split('"')[0]
        fragment = f"yang-2023.{fragment}"
        home = f"/figures/yang-2023/#{fragment}"
    page = context.new_page()
    page.goto(f"{served}{OLD}?read=zh#{fragment}")
    path, mark, rest = home.partition("#")
    expect(page).to_have_url(f"{served}{path}?read=zh{mark}{rest}")


def test_a_fragment_that_is_here_stays(context: BrowserContext, served: str, large: Path) -> None:
    html = (large / "topics/governance/index.html").read_text(encoding="utf-8")
    here = html.split('<section class="yd-passage" id="')[1].split('"')[0]
    page = context.new_page()
    page.goto(f"{served}{OLD}#{here}")
    arrived(page, f"{served}{OLD}#{here}")
    page.goto(f"{served}{OLD}#years")
    expect(page).to_have_url(f"{served}{OLD}#years")


def test_it_leads_on_from_a_folder_too(context: BrowserContext, large: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(large, folder)
    subprocess.run([sys.executable, "-m", "yuedu.publish.offline", str(folder)], cwd=ROOT, env=QUIET, check=True)
    page = context.new_page()
    page.goto(f"{(folder / 'topics/governance/index.html').as_uri()}#wang-2023.2.1.p2.s3")
    arrived(page, f"{(folder / 'speeches/wang-2023/index.html').as_uri()}#wang-2023.2.1.p2.s3")


def test_the_choice_of_a_topic_goes_along_to_the_other_documents(context: BrowserContext, served: str) -> None:
    page = context.new_page()
    page.goto(f"{served}{OLD}")
    page.locator('a[href$="commitments/?topic=governance"]').click()
    page.locator(".yd-years a", has_text="2023").click()
    page.locator(".yd-carry a", has_text="Yang").click()
    expect(page).to_have_url(f"{served}/topics/commitments/yang-2023/?topic=governance")
    rows = page.locator(".yd-commitments tbody tr:visible")
    assert 0 < rows.count() < page.locator(".yd-commitments tbody tr").count()
    for row in rows.all():
        assert "governance" in (row.get_attribute("data-topic") or "").split()
