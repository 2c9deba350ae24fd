"""No page without bound: what does not fit one page stands on several, each entry on exactly one of them, and links lead on."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.at_size import DOCUMENTS, SMALL
from tests.site.page import Page

LINE = re.compile(r'<li><div class="yd-at"><a class="yd-ref" href="[^"]*#([^"]+)"')


@pytest.fixture(scope="module")
def digest(at_size: Path) -> Any:
    return json.loads((at_size / "docs/data/digest.json").read_text(encoding="utf-8"))


def lines(path: Path) -> list[str]:
    return LINE.findall(path.read_text(encoding="utf-8"))


def test_every_sentence_of_a_term_is_on_exactly_one_page_of_its_concordance(at_size: Path, digest: Any) -> None:
    divided = 0
    for term in digest["terms"]:
        home = at_size / "docs/glossary" / term["slug"]
        years = sorted(p for p in home.rglob("index.md") if p.parent != home)
        pages = years or [home / "index.md"]
        found = Counter(line for page in pages for line in lines(page))
        wanted = {f"{o['passage']}.s{o['sentence']}" for o in (*term["occurrences"], *term["also_at"])}
        assert {i for i in found if re.search(r"\.s\d+$", i)} == wanted, term["slug"]
        assert set(found.values()) <= {1}, term["slug"]
        assert all(len(lines(page)) <= SMALL["LINES"] for page in [*pages, home / "index.md"])
        divided += bool(years)
    assert divided > 10, "several terms are too long for a page"


def test_a_divided_term_opens_with_its_newest_documents(at_size: Path, digest: Any) -> None:
    dates = {d["id"]: d["date"] or "" for d in digest["documents"]}
    home = at_size / "docs/glossary/shuzizhengfu"
    shown = [dates[i.partition(".")[0]] for i in lines(home / "index.md")]
    assert shown == sorted(shown, reverse=True)
    assert shown[0] == max(dates[o["passage"].partition(".")[0]] for t in digest["terms"] if t["slug"] == "shuzizhengfu" for o in t["occurrences"])
    part = home / "2023/2/index.md"
    assert part.exists(), "a year that is too long has parts"
    links = Page(at_size / "site/glossary/shuzizhengfu/2023/index.html").links
    assert {"../../../glossary/shuzizhengfu/2026/", "../../../glossary/shuzizhengfu/2023/2/"} <= {*links}


def test_every_term_is_on_one_page_of_each_index(at_size: Path, digest: Any) -> None:
    terms = Counter(t["slug"] for t in digest["terms"])
    glossary = at_size / "docs/glossary"
    entry = re.compile(r'<li><a href="(?:\.\./)+glossary/([a-z0-9]+)/"><b')
    for pages in (glossary.glob("initial-*"), (glossary / "by-english").glob("*"), (glossary / "by-kind").glob("*")):
        texts = [p.read_text(encoding="utf-8") for folder in pages if folder.is_dir() for p in folder.rglob("index.md")]
        assert Counter(slug for text in texts for slug in entry.findall(text)) == terms
        assert all(len(entry.findall(text)) <= SMALL["TERMS_OF_A_LETTER"] for text in texts)


def test_old_anchors_of_the_indexes_hold(at_size: Path) -> None:
    site = at_size / "site/glossary"
    assert {"b", "s"} <= {*Page(site / "index.html").ids}
    assert {"body", "concept"} <= {*Page(site / "by-kind/index.html").ids}


def test_every_figure_is_on_the_pages_of_its_document_and_in_the_files_of_the_filter(at_size: Path, digest: Any) -> None:
    wanted: dict[str, set[str]] = {}
    for figure in digest["figures"]:
        wanted.setdefault(figure["id"].partition(".")[0], set()).add(figure["id"])
    folder = at_size / "docs/figures"
    for document, ids in wanted.items():
        pages = [p.read_text(encoding="utf-8") for p in (folder / document).rglob("index.md")]
        rows = Counter(i for page in pages for i in re.findall(r'<tr role="row" id="([^"]+)"', page))
        assert {*rows} == ids
        assert set(rows.values()) == {1}
        first = Page(at_size / "site/figures" / document / "index.html")
        assert ids <= {*first.ids}, "an address of a figure names the first page"
    listed = [p.read_text(encoding="utf-8") for p in (at_size / "docs/data/figures").glob("*/*.js")]
    files = [json.loads(text[text.index(",") + 1 : text.rindex(")")]) for text in listed]
    assert Counter(row[0] for rows in files for row in rows) == Counter(f["id"] for f in digest["figures"])


def test_the_timeline_of_many_documents_is_that_of_the_newest(at_size: Path, digest: Any) -> None:
    page = (at_size / "docs/figures/index.md").read_text(encoding="utf-8")
    told = page[page.index("{#timeline}") :]
    shown = re.findall(r'<time datetime="([^"]+)">.*?<a class="yd-ref" href="[^"#]*#([^".]+)', told)
    assert 0 < len(shown) <= SMALL["DATES"]
    assert [date for date, _ in shown] == sorted(date for date, _ in shown)
    dates = {d["id"]: d["date"] or "" for d in digest["documents"]}
    dated = {f["id"].partition(".")[0] for f in digest["figures"] if f["type"] == "date" and f["value"][:4].isdigit()}
    newest = sorted(dated, key=dates.__getitem__, reverse=True)
    told_of = {document for _, document in shown}
    assert told_of == {*newest[: len(told_of)]}
    assert all(f"figures/{document}/" in told for document in told_of)
    assert "figures/#timeline" in (at_size / "docs/topics/index.md").read_text(encoding="utf-8")


def test_the_texts_of_all_documents_are_listed_by_year(at_size: Path, digest: Any) -> None:
    data = at_size / "docs/data"
    listed = Counter(re.findall(r'<a href="\.\./\.\./data/([^"/]+)\.txt"', "".join(p.read_text() for p in data.glob("2*/**/index.md"))))
    assert listed == Counter(d["id"] for d in digest["documents"])
    assert len(listed) == 3 + DOCUMENTS
    assert len(re.findall(r"\.txt</a>", (data / "index.md").read_text())) == SMALL["TEXTS"]


def test_every_link_of_the_divided_pages_resolves(at_size: Path) -> None:
    site = at_size / "site"
    pages = {p.relative_to(site).as_posix().removesuffix("index.html"): Page(p) for p in site.rglob("index.html")}
    missing = []
    for address, page in pages.items():
        if address.partition("/")[0] not in ("glossary", "figures", "data", "systems"):
            continue
        for link in page.links:
            target = urlsplit(urljoin(f"http://site.test/{address}", link))
            path = unquote(target.path).lstrip("/")
            if target.netloc != "site.test":
                continue
            if path in pages:
                if target.fragment and unquote(target.fragment) not in pages[path].ids:
                    missing.append((address, link))
            elif not (site / path).is_file():
                missing.append((address, link))
    assert not missing


def test_a_divided_page_is_sound(at_size: Path) -> None:
    for path in (*(at_size / "site/glossary").rglob("index.html"), *(at_size / "site/figures").rglob("index.html")):
        page = Page(path)
        assert page.h1 == 1, path
        assert not page.unclosed, path
        assert len(page.ids) == len({*page.ids}), path
