"""What an editor or a source writes is text on a page: never markup, never a template, never a heading's attributes."""

from __future__ import annotations

import csv
import re
from html import unescape

import markdown
import pytest

from tests.editing.project import SUMMARIES, Project
from yuedu.exports.tables import as_text
from yuedu.sources.yamlfile import parse_yaml

EVIL = "<script>alert(1)</script> {{ 7*7 }} {% raw %} *a* _b_ [c](d) `e` & {#f} {: .g } \\h"
ENGLISH = "a < b {{ c*d }} {% raw %} *a* _b_ [c](d) `e` & {#f} {: .g } \\h."
"""The same for English, which the gate lets hold no tags."""
EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
"""Those of the site that read a page's text."""


def yaml(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def html(page: str) -> str:
    """A page's body as the site's Markdown gives it."""
    return markdown.markdown(page.split("---\n", 2)[2], extensions=EXTENSIONS)


def words(fragment: str) -> str:
    """The text of HTML, its entities resolved."""
    return unescape(re.sub(r"<[^>]*>", "", fragment))


@pytest.fixture
def evil(sound: Project) -> Project:
    """The same words as a title, an abstract, a definition, a rendering, a note, a heading and English."""
    sound.edit("topics.yml", "title: {en: Occasion, zh: 会议}", f"title: {{en: {yaml(EVIL)}, zh: 会议}}")
    sound.edit("topics.yml", "{en: The close., zh", f"{{en: {yaml(EVIL)}, zh")
    sound.edit("glossary.yml", "en: Giving books out to readers for a time.", f"en: {yaml(EVIL)}")
    sound.edit("glossary.yml", "    preferred: lending", f"    preferred: {yaml(EVIL)}")
    sound.edit("seeds/mini/document.yml", "en: Speech at the 2031 library conference of a town", f"en: {yaml(EVIL)}")
    sound.edit("seeds/mini/document.yml", "  en: The text does not say who checks.", f"  en: {yaml(EVIL)}")
    sound.edit(SUMMARIES, "text: Firm up the basis of lending", f"text: {yaml('borrowing ' + ENGLISH)}")
    sound.edit(SUMMARIES, "text: 'Comrades, let us work together.'", f"text: {yaml(ENGLISH)}")
    for ident in ("note-2031.1", "note-2031.p2"):
        sound.approve(ident)
    result = sound.run("build")
    assert result.exit_code == 0, result.output
    return sound


OWN = '<script type="application/json" class="yd-sources">'
"""What a page itself says of its documents, for its citations: data, in which no element can end or begin."""

LINKED = '<script type="application/ld+json">'
"""What it says of itself to machines, likewise."""

PAGES = [
    "speeches/note-2031/index.md",
    "speeches/index.md",
    "topics/occasion/index.md",
    "topics/index.md",
    "topics/lending/index.md",
    "glossary/jieyue/index.md",
    "glossary/index.md",
]


@pytest.mark.parametrize("page", PAGES)
def test_no_page_holds_what_was_written_as_markup(evil: Project, page: str) -> None:
    text = evil.read(f"docs/{page}")
    body = text.split("---\n", 2)[2]
    assert body.count(OWN) <= 1
    assert body.count(LINKED) <= 1
    assert "<script" not in body.replace(OWN, "").replace(LINKED, "")
    assert "{{ 7*7 }}" in words(text) or "7*7" in words(html(text)), "as text, not computed"
    shown = html(text)
    assert "<script" not in shown.replace(OWN, "").replace(LINKED, "")
    assert "49" not in words(shown)
    assert 'href="d"' not in shown
    assert "<em>" not in shown
    assert "<code>" not in shown
    assert 'id="f"' not in shown
    assert 'class="g"' not in shown


@pytest.mark.parametrize("page", PAGES)
def test_a_reader_sees_the_very_words(evil: Project, page: str) -> None:
    assert EVIL in words(html(evil.read(f"docs/{page}")))


def test_a_heading_keeps_its_id(evil: Project) -> None:
    """Though braces stand in its words."""
    shown = html(evil.read("docs/speeches/note-2031/index.md"))
    assert re.search(r'<h1 id="note-2031\.title">', shown)
    heading = re.search(r'<h2 id="note-2031\.1">(.*?)</h2>', shown)
    assert heading
    assert ENGLISH in words(heading[1])


def test_the_title_of_a_page_is_whole(evil: Project) -> None:
    """In its front matter, which is YAML, as HTML."""
    front = parse_yaml(evil.read("docs/topics/occasion/index.md").split("---\n")[1], "front matter").value
    assert unescape(front["title"]) == f"{EVIL} 会议"


def test_words_make_no_address(evil: Project) -> None:
    assert not [line for line in evil.read("seeds/ledger.txt").splitlines() if line.endswith("#f")]


def test_the_data_hold_the_very_words(evil: Project) -> None:
    topics = {t["slug"]: t for t in evil.digest()["topics"]}
    assert topics["occasion"]["title"]["en"] == EVIL
    assert evil.passage("note-2031.p2")["en"]["segments"][0]["text"] == ENGLISH


def test_a_source_that_holds_markup(sound: Project) -> None:
    """In a heading and in a passage of the text itself."""
    sound.edit_source("一、打牢借阅服务基础", "一、打牢<b>{{x}}[借阅](y)_服务_基础 {#z}")
    sound.edit_source("要守牢书库安全。", "要守牢<img src=x onerror=alert(1)>{{ 7*7 }}&amp;[书库](y)安全。")
    text = sound.read(SUMMARIES)
    start, end = text.index("note-2031.1:\n"), text.index("note-2031.2:\n")
    text = text[:start] + text[end:]
    start, end = text.index("note-2031.2.2.p1:\n"), text.index("note-2031.p2:\n")
    sound.write(SUMMARIES, text[:start] + text[end:])
    result = sound.run("build")
    assert result.exit_code == 0, result.output
    shown = html(sound.read("docs/speeches/note-2031/index.md"))
    heading = re.search(r'<h2 id="note-2031\.1">(.*?)</h2>', shown)
    assert heading
    assert "打牢<b>{{x}}[借阅](y)_服务_基础{#z}" in words(heading[1])
    assert "<img" not in shown
    assert "要守牢<imgsrc=xonerror=alert(1)>" in words(shown).replace(" ", "")
    assert "&amp;[书库](y)安全。" in words(shown), "an entity in the source is its letters"
    assert sound.passage("note-2031.2.2.p1")["zh"].startswith("要守牢<img")


def test_llms_txt_keeps_one_link_a_line(evil: Project) -> None:
    """A title does not end its own link."""
    from_markdown = markdown.markdown(evil.read("docs/llms.txt"))
    assert "<script" not in from_markdown
    assert 'href="topics/occasion/"' in from_markdown
    assert 'href="d"' not in from_markdown


QUOTED = "\"><script>alert(1)</script> R&D 'it'"


def test_the_head_of_a_page_holds_words_alone(sound: Project) -> None:
    """The theme puts a page's title and description into its head as the front matter has them."""
    sound.edit("topics.yml", "title: {en: Occasion, zh: 会议}", f"title: {{en: {yaml(QUOTED)}, zh: 会议}}")
    sound.edit("glossary.yml", "en: Giving books out to readers for a time.", f"en: {yaml(QUOTED)}")
    built = sound.run("build")
    assert built.exit_code == 0, built.output
    seen = 0
    for path, data in sound.bytes("docs").items():
        if not path.endswith(".md") or not data.startswith(b"---\n"):
            continue
        head = parse_yaml(data.decode().split("---\n", 2)[1], path).value
        for name in ("title", "description"):
            value = str(head.get(name, ""))
            assert not set('<>"') & {*value}, f"{path}: {name}: {value}"
            seen += QUOTED in unescape(value)
    assert seen >= 2


def test_no_cell_of_a_table_is_a_formula(sound: Project) -> None:
    sound.edit(
        "glossary.yml", "en: Giving books out to readers for a time.", "en: '=HYPERLINK(\"https://example.org\")'"
    )
    assert sound.run("build").exit_code == 0
    text = sound.read("docs/data/glossary.csv").removeprefix("\ufeff")
    cells = [cell for row in csv.reader(text.splitlines()) for cell in row]
    assert '\'=HYPERLINK("https://example.org")' in cells
    assert not [c for c in cells if c[:1] in "=@\t\r" and c]
    assert next(t for t in sound.digest()["terms"] if t["slug"] == "jieyue")["definition"]["en"].startswith(
        "=HYPERLINK"
    )


@pytest.mark.parametrize(
    ("cell", "shown"),
    [("-5", "-5"), ("+1.5", "+1.5"), ("-5%", "'-5%"), ("@x", "'@x"), ("a=b", "a=b"), (None, None), (7, 7)],
)
def test_a_number_is_no_formula(cell: object, shown: object) -> None:
    assert as_text(cell) == shown
