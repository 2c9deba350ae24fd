"""On paper: the PDF of a topic, read back by another library; printing from the browser; the zip on the data page."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext
from pypdf import PdfReader

from tests.conftest import QUIET
from tests.site.page import Page
from yuedu.publish import archive, marks

BASE = QUIET["SITE_URL"]


@pytest.fixture(scope="module")
def published(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with one of its topics, and that printed by the command; then the zip."""
    target = tmp_path_factory.mktemp("paper") / "site"
    shutil.copytree(site, target, ignore=shutil.ignore_patterns("glossary", "systems", "search"))
    for topic in (target / "topics").iterdir():
        if topic.is_dir() and topic.name != "data-market":
            shutil.rmtree(topic)
    for module in ("pdf", "archive"):
        command = [sys.executable, "-m", f"yuedu.publish.{module}", str(target)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    return target


@pytest.fixture(scope="module")
def briefing(published: Path) -> PdfReader:
    return PdfReader(published / "topics" / "data-market" / "data-market.pdf")


def test_a_topic_prints_to_a4_in_both_languages(briefing: PdfReader) -> None:
    width, height = (float(v) for v in briefing.pages[0].mediabox[2:])
    assert (round(width), round(height)) in ((595, 842), (596, 842), (595, 841))
    text = "".join(page.extract_text() for page in briefing.pages)
    assert "turnover reaching RMB 510 million" in text.replace("\n", " ")
    assert "交易额分别达5.1亿" in text.replace("\n", "").replace(" ", "")
    assert 3 <= len(briefing.pages) <= 14
    assert f"1 / {len(briefing.pages)}" in briefing.pages[0].extract_text()
    assert (briefing.metadata or {}).get("/Title", "").startswith("The data factor market")
    assert [o["/Title"] for o in briefing.outline if isinstance(o, dict)], "the PDF has no outline"
    assert briefing.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_what_cannot_be_followed_on_paper_is_noted(briefing: PdfReader) -> None:
    end = "".join(page.extract_text() for page in briefing.pages[-2:])
    assert f"{BASE}speeches/yang-2023/#yang-2023.1.1.p2" in end.replace("\n", "")
    assert f"{BASE}topics/data-market/" in end
    assert "7 February 2023" in end and "省数字政府办〔2023〕1号" in end.replace("\n", "").replace(" ", "")
    links = {
        a.get_object()["/A"]["/URI"]
        for page in briefing.pages
        for a in page.get("/Annots", [])
        if "/URI" in a.get_object().get("/A", {})
    }
    assert links and all(link.startswith(("https://site.test/", "https://creativecommons.org/")) for link in links)


def test_the_page_links_to_its_pdf_once(published: Path) -> None:
    page = published / "topics" / "data-market" / "index.html"
    assert Page(page).links.count("data-market.pdf") == 1
    marks.fill(page, "yuedu:pdf", "<b>new</b>")
    marks.fill(page, "yuedu:pdf", "<b>newer</b>")
    text = page.read_text(encoding="utf-8")
    assert "<b>newer</b>" in text and "data-market.pdf" not in text and "<b>new</b>" not in text


def test_printing_leaves_the_page_as_it_was(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/topics/data-market/")
    before = page.locator(".md-content").inner_html()
    page.evaluate("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".yd-printed").count() == 1
    noted = page.locator(".yd-footnotes a").all_inner_texts()
    assert len(noted) == len(set(noted)) > 20
    numbers = {int(n) for n in page.locator("sup.yd-footnote").all_inner_texts()}
    assert numbers == set(range(1, len(noted) + 1))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    after = page.locator(".md-content").inner_html()
    assert after.replace(' open=""', "") == before  # the theme opens what is folded and leaves it open


def test_the_zip_opens_from_a_folder(published: Path, tmp_path: Path, context: BrowserContext) -> None:
    packed = published / "data" / archive.archive_name(published)
    with zipfile.ZipFile(packed) as opened:
        assert opened.testzip() is None
        names = opened.namelist()
        opened.extractall(tmp_path)
    assert "yuedu/topics/data-market/data-market.pdf" in names
    assert not [n for n in names if n.endswith((".zip", ".map"))]
    assert packed.name in Page(published / "data" / "index.html").links
    page = context.new_page()
    page.goto((tmp_path / "yuedu" / "topics" / "index.html").as_uri())
    page.locator('a[href$="data-market/index.html"]').first.click()
    assert page.locator("h1").inner_text().startswith("The data factor market")
    page.goto((tmp_path / "yuedu" / "data" / "index.html").as_uri())
    assert page.locator(f'a[href="{packed.name}"]').count() == 0


def test_the_same_site_gives_the_same_zip(published: Path, tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        archive.archive(published, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
