"""The site that MkDocs publishes: links, languages, hosts, and the promises of the contract."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import build_site
from tests.site.page import Page, broken_links, pages_of
from yuedu.store.ledger import Ledger

HOST = re.compile(r"(?:https?:)?//([^/\s\"')]+)")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    return pages_of(site)


@pytest.fixture(scope="module")
def digest(site: Path) -> dict:
    return json.loads((site / "data" / "digest.json").read_text(encoding="utf-8"))


def test_every_link_and_fragment_leads_somewhere(site: Path, pages: dict[str, Page]) -> None:
    assert broken_links(site, pages) == []


def test_links_are_relative_so_that_any_project_path_works(pages: dict[str, Page]) -> None:
    absolute = [f"{u} {x}" for u, p in pages.items() if u != "/404.html" for x in [*p.links, *p.resources] if x.startswith("/")]
    assert absolute == []


def test_no_page_asks_another_host(site: Path, pages: dict[str, Page]) -> None:
    foreign = [f"{url} {r}" for url, page in pages.items() for r in page.resources if HOST.match(r)]
    for style in site.rglob("*.css"):
        text = style.read_text(encoding="utf-8")
        foreign += [f"{style.name} {m}" for m in re.findall(r"(?:url\(|@import\s*)[\"']?(?:https?:)?//[^)\"';]+", text)]
    assert foreign == []


def test_every_page_says_what_it_is(pages: dict[str, Page]) -> None:
    wrong = []
    for url, page in pages.items():
        if page.h1 != 1:
            wrong.append(f"{url}: {page.h1} first headings")
        if not page.meta.get("description"):
            wrong.append(f"{url}: no description")
        if not page.lang:
            wrong.append(f"{url}: no language")
        if [t for t in page.unclosed if t not in ("html", "body")]:
            wrong.append(f"{url}: unclosed {page.unclosed}")
        steps = [(a, b) for a, b in zip(page.headings, page.headings[1:], strict=False) if b > a + 1]
        if steps:
            wrong.append(f"{url}: headings skip a level {steps}")
        twice = {i for i in page.ids if page.ids.count(i) > 1} - {"__palette_0", "__palette_1"}
        if twice:
            wrong.append(f"{url}: ids twice {sorted(twice)[:3]}")
    assert wrong == []


def test_passages_are_blocks_with_both_languages_marked(pages: dict[str, Page], digest: dict) -> None:
    for passage in digest["passages"]:
        path, _, fragment = passage["url"].partition("#")
        page = pages[path]
        assert fragment in page.ids
        assert "zh-Hans" in page.inside[passage["id"]]
        for number in range(1, len(passage["sentences"]) + 1):
            assert f"{passage['id']}.s{number}" in page.ids
        shown = "".join(page.text[f"{passage['id']}.s{n}"] for n in range(1, len(passage["sentences"]) + 1))
        assert shown == passage["zh"], "the page shows the passage character for character"


def test_topic_pages_hold_what_they_gather(pages: dict[str, Page], digest: dict) -> None:
    for topic in digest["topics"]:
        missing = set(topic["passages"]) - set(pages[topic["url"]].ids)
        assert missing == set(), topic["slug"]


def test_speech_pages_hold_headings_and_front_matter(pages: dict[str, Page], digest: dict) -> None:
    for part in digest["sections"] + digest["front_matter"]:
        page = pages[f"/speeches/{part['document']}/"]
        assert part["id"] in page.ids
        zh = part["zh"] if "zh" in part else part["title"]["zh"]
        assert not zh or zh in page.text[part["id"]]


def test_every_address_of_the_ledger_answers(root: Path, pages: dict[str, Page]) -> None:
    for address in sorted(Ledger(root).addresses):
        path, _, fragment = address.partition("#")
        assert path in pages, address
        assert not fragment or fragment in pages[path].ids, address


def test_the_markdown_of_each_page_is_at_its_address(root: Path, site: Path, pages: dict[str, Page]) -> None:
    for url in pages:
        if url != "/404.html":
            copy = site / url.lstrip("/") / "index.md"
            assert copy.read_bytes() == (root / "docs" / url.lstrip("/") / "index.md").read_bytes()


def test_cleaned_texts_are_published(site: Path, digest: dict) -> None:
    for document in digest["documents"]:
        text = (site / "data" / f"{document['id']}.txt").read_text(encoding="utf-8")
        for passage in (p for p in digest["passages"] if p["document"] == document["id"]):
            assert text[passage["source"]["start"] : passage["source"]["end"]] == passage["zh"]


def test_the_same_docs_give_the_same_site(root: Path, site: Path, tmp_path: Path) -> None:
    build_site(root, tmp_path / "again")
    first = {f.relative_to(site): f.read_bytes() for f in site.rglob("*") if f.is_file()}
    second = {f.relative_to(tmp_path / "again"): f.read_bytes() for f in (tmp_path / "again").rglob("*") if f.is_file()}
    assert sorted(first) == sorted(second)
    assert [str(p) for p in first if first[p] != second[p]] == []


def test_no_page_prints_a_value_that_is_not_there(root: Path) -> None:
    pages = [f for f in (root / "docs").rglob("*.md") if re.search(r">\s*(None|null|undefined|nan)\s*<", f.read_text(encoding="utf-8"))]
    assert pages == []
