"""What pages and feeds say to machines: JSON-LD of each page, the feed of topics, the Markdown beside each page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from rdflib import Graph

from tests.editing.project import Project
from yuedu.publish.markdown_copies import copy_markdown

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def graph(project: Project, page: str) -> list[dict[str, Any]]:
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', project.read(f"docs/{page}"))
    return json.loads(block)["@graph"]


def test_a_speech_is_a_report(built: Project) -> None:
    (report,) = graph(built, "speeches/note-2031/index.md")
    assert report["@type"] == "Report"
    assert report["author"]["name"][0] == {"@language": "zh-Hans", "@value": "某某"}
    assert report["dateCreated"] == "2031-03-01"
    assert report["reportNumber"] == "某图〔2031〕1号"


def test_a_term_is_a_defined_term(built: Project) -> None:
    (term,) = graph(built, "glossary/jieyue/index.md")
    assert term["@type"] == "DefinedTerm"
    assert {"@language": "en", "@value": "lending"} in term["name"]
    assert "rental" not in json.dumps(term), "what is to be avoided is no name"


def test_a_topic_quotes_only_english_that_a_reader_sees(built: Project) -> None:
    page, quotation = graph(built, "topics/lending/index.md")
    assert page["hasPart"] == [{"@id": quotation["@id"]}]
    assert quotation["@type"] == "Quotation"
    assert quotation["text"][0]["@value"] == built.passage("note-2031.p1")["zh"]
    shown = built.passage("note-2031.p1")["en"]
    assert [t["@language"] for t in quotation["text"]] == ["zh-Hans", *(["en"] if shown else [])]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # RDFLib, of its own parser
@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning")
def test_it_is_linked_data(built: Project) -> None:
    """Read by another library, its context given here: nothing is asked of the network."""
    for page in ("speeches/note-2031", "topics/lending", "glossary/jieyue"):
        data = {"@context": {"@vocab": "https://schema.org/"}, "@graph": graph(built, f"{page}/index.md")}
        read = Graph().parse(data=json.dumps(data), format="json-ld", publicID=f"https://site.test/{page}/")
        assert len(read) > 3
        assert all("site.test" in str(s) or not str(s).startswith("http") for s in read.subjects())


def test_the_feed_is_dated_by_reviews(built: Project) -> None:
    feed = etree.fromstring(built.read("docs/data/topics.atom").encode())
    entries = feed.findall("a:entry", ATOM)
    assert [e.findtext("a:id", None, ATOM) for e in entries] == [
        f"urn:miniature:topics:{t['slug']}" for t in built.digest()["topics"]
    ]
    by_topic = {t["slug"]: t for t in built.digest()["topics"]}
    for entry in entries:
        slug = (entry.findtext("a:id", None, ATOM) or "").rpartition(":")[2]
        reviews = [
            p["en"]["reviewed_on"]
            for p in built.digest()["passages"]
            if slug in p["topics"] and p["en"] and p["en"]["reviewed_on"]
        ]
        synopsis = by_topic[slug]["synopsis"]
        reviews += [synopsis["reviewed_on"]] if synopsis and synopsis["reviewed_on"] else []
        assert entry.findtext("a:updated", None, ATOM) == f"{max(reviews)}T00:00:00Z"
    assert feed.findtext("a:updated", None, ATOM) == max(e.findtext("a:updated", "", ATOM) for e in entries)


def test_without_english_the_feed_is_dated_by_the_documents(sound: Project) -> None:
    for file in (sound.root / "summaries").iterdir():
        file.unlink()
    assert sound.run("build").exit_code == 0
    feed = etree.fromstring(sound.read("docs/data/topics.atom").encode())
    assert feed.findtext("a:updated", None, ATOM) == "2031-03-01T00:00:00Z"


def test_links_of_the_feed_lead_to_pages(built: Project) -> None:
    feed = etree.fromstring(built.read("docs/data/topics.atom").encode())
    for link in feed.iter(f"{{{ATOM['a']}}}link"):
        path = built.root / "docs/data" / link.get("href")
        assert path.is_file() or (path / "index.md").resolve().is_file(), link.get("href")


def test_the_markdown_is_copied_to_where_the_page_is(built: Project, tmp_path: Path) -> None:
    copies = copy_markdown(built.root / "docs", tmp_path / "site")
    assert tmp_path / "site/topics/lending/index.md" in copies
    for copy in copies:
        assert copy.read_bytes() == (built.root / "docs" / copy.relative_to(tmp_path / "site")).read_bytes()


@pytest.mark.parametrize(
    "page", ["topics/lending/", "speeches/note-2031/", "topics/commitments/", "data/commitments.csv"]
)
def test_llms_txt_names_it(built: Project, page: str) -> None:
    assert f"({page})" in built.read("docs/llms.txt")
