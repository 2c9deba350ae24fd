"""The search of many documents, which lie in several segments: the same answers, the newest asked first."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import serve
from tests.browser.test_search import QUERIES, found
from yuedu.digest.make import make_digest
from yuedu.search import index
from yuedu.store.project import build


@pytest.fixture(scope="module")
def folder(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with a segment for each document, each of another year; the filter has them year by year."""
    there = tmp_path_factory.mktemp("segments") / "site"
    shutil.copytree(site, there)
    shutil.rmtree(there / "data" / "search")
    corpus = build(root, searched=False).corpus
    digest = make_digest(corpus)
    dated = [d.model_copy(update={"date": f"{2023 - n}{(d.date or '')[4:]}"}) for n, d in enumerate(digest.documents)]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(index, "LISTED", 2)
        for path, text in index.whole(digest.model_copy(update={"documents": dated}), corpus.matcher, most=1):
            (there / path).parent.mkdir(parents=True, exist_ok=True)
            (there / path).write_text(text, encoding="utf-8")
    return there


@pytest.fixture(scope="module")
def segmented(folder: Path) -> Iterator[str]:
    yield from serve(folder)


@pytest.fixture(scope="module")
def pages(browser: Browser, address: str, segmented: str) -> Iterator[tuple[Page, Page]]:
    """The same site with one segment and with several."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page(), context.new_page()
    for page, where in zip(opened, (address, segmented), strict=True):
        page.goto(f"{where}/about/")
        page.evaluate("yuedu.search('a')")
    yield opened
    context.close()


def test_what_stands_first_stands_first(pages: tuple[Page, Page]) -> None:
    rows = [line.split("\t") for line in QUERIES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    other = []
    for _, query, _ in rows:
        one, many = (found(page, query) for page in pages)
        if [r["id"] for r in one[:1]] != [r["id"] for r in many[:1]]:
            other.append(query)
    assert len(other) <= len(rows) * 0.03, other


@pytest.mark.parametrize("query", ["数据要素", "1.81亿", "粤基座", "chief data officer", "yuejizuo", "佛山 数据交易"])
def test_the_answer_is_the_same(pages: tuple[Page, Page], query: str) -> None:
    one, many = ({(r["id"], r["tier"]) for r in found(page, query) if r["tier"] == 0} for page in pages)
    assert many <= one and len(many) >= min(len(one), 10)


def test_what_was_not_asked_is_counted(pages: tuple[Page, Page]) -> None:
    asked = """q => yuedu.search(q, {most: 10}).then(a => Promise.all([a.results.length + a.more, a.rest ? a.rest() : 0, !!a.rest]))"""
    one, many = (page.evaluate(asked, "数据") for page in pages)
    assert many[2] and not one[2]
    assert many[0] + many[1] == one[0]


def test_a_filter_asks_the_segment_that_has_it(context: BrowserContext, segmented: str) -> None:
    for filters in ({"year": "2022"}, {"doc": "wang-2023"}):
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda r, asked=asked: asked.append(r.url))
        page.goto(f"{segmented}/about/")
        page.evaluate("yuedu.search('')")
        ids = [str(r["id"]) for r in found(page, "数据要素", **filters)]
        assert ids and all(i.startswith("wang-2023") for i in ids)
        folders = {m[1] for u in asked if (m := re.search(r"/data/search/([^/]+)/", u))}
        assert folders == {"2022"}
        page.close()


def test_the_newest_are_asked_first(context: BrowserContext, segmented: str) -> None:
    page = context.new_page()
    page.goto(f"{segmented}/about/")
    years = page.evaluate("yuedu.search('').then(() => yuedu.engine.segments().map(s => s.years || []))")
    assert years == [[], ["2023"], ["2022"], ["2021"]]


def test_the_page_of_results_counts_and_filters(context: BrowserContext, segmented: str) -> None:
    page = context.new_page()
    page.goto(f"{segmented}/search/?q=数据")
    expect(page.locator(".yd-count")).to_contain_text("or more")
    expect(page.locator(".yd-count")).not_to_contain_text("or more")
    expect(page.locator("select[name=doc]")).to_be_disabled()
    page.locator("select[name=year]").select_option("2022")
    page.locator("select[name=doc]").select_option("wang-2023")
    expect(page.locator(".yd-hit[data-kind=passages]").first).to_have_attribute("data-id", re.compile("^wang-2023"))
    page.locator("select[name=year]").select_option("2021")
    expect(page.locator("select[name=doc]")).to_have_value("")
    page.goto(f"{segmented}/search/?q=数据&doc=wang-2023")
    expect(page.locator("select[name=doc]")).to_have_value("wang-2023")
    expect(page.locator(".yd-hit[data-kind=passages]").first).to_have_attribute("data-id", re.compile("^wang-2023"))


def test_it_works_from_a_folder(context: BrowserContext, folder: Path) -> None:
    page = context.new_page()
    page.goto((folder / "about" / "index.html").as_uri())
    answer = page.evaluate("yuedu.search('数据要素').then(a => JSON.stringify(a.results.map(r => r.unit.id)))")
    assert json.loads(answer)[0] == "shujuyaosu"
