"""Topics side by side: counts, shares of the text, what related topics have in common, and the way on."""

from __future__ import annotations

import re

import pytest

from tests.editing.project import DOCUMENT, Project
from tests.editing.refusal import assert_refused
from yuedu.sources.topics import RESERVED


def text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)).strip()


def rows(page: str, cls: str) -> list[str]:
    table = page[page.index(f'<table class="{cls}"') :]
    body = table[table.index("<tbody>") : table.index("</tbody>")]
    return re.findall(r"<tr.*?</tr>", body)


def test_a_topic_counts_its_passages_by_what_they_do(built: Project) -> None:
    (row,) = rows(built.read("docs/topics/upkeep/index.md"), "yd-comparison")
    assert '<a href="#asked-note-2031"><span lang="en">1 passage</span>' in row
    assert '<a href="#planned-note-2031"><span lang="en">2 passages</span>' in row
    page = built.read("docs/topics/upkeep/index.md")
    for anchor in re.findall(r'<td role="cell" class="yd-\w+">.*?href="#([^"]+)"', row):
        assert f"{{#{anchor}" in page or f'id="{anchor}"' in page
    assert 'href="../../topics/commitments/?topic=upkeep"' in page


def test_bodies_are_those_of_the_topic_s_sentences(sound: Project) -> None:
    """As a body, 馆员 stands in the speech's 2.1 only, which is under upkeep."""
    sound.edit("glossary.yml", "  zh: 馆员\n  kind: concept", "  zh: 馆员\n  kind: body")
    assert sound.run("build").exit_code == 0
    assert "librarians" in rows(sound.read("docs/topics/upkeep/index.md"), "yd-comparison")[0]
    assert "librarians" not in rows(sound.read("docs/topics/lending/index.md"), "yd-comparison")[0]


def test_figures_are_those_that_measure(built: Project) -> None:
    page = built.read("docs/topics/upkeep/index.md")
    shown = len(rows(page, "yd-figures"))
    assert f'<a href="#figures">{shown}</a>' in rows(page, "yd-comparison")[0]


def test_a_topic_of_the_occasion_alone_is_not_compared(built: Project) -> None:
    assert "yd-comparison" not in built.read("docs/topics/occasion/index.md")


def test_shares_are_of_the_speaker_s_characters(built: Project) -> None:
    """What the matrix says, counted again from the published data."""
    digest = built.digest()
    whole = sum(len(p["zh"]) for p in digest["passages"])
    by_id = {p["id"]: p for p in digest["passages"]}
    page = built.read("docs/topics/compare/index.md")
    assert "share of all characters of that speaker" in page
    for topic, row in zip(digest["topics"], rows(page, "yd-matrix"), strict=True):
        counted = 0
        for ident in topic["passages"]:
            passage, _, number = ident.partition(".s")
            spans = by_id[passage]["sentences"]
            counted += sum(s["end"] - s["start"] for s in ([spans[int(number) - 1]] if number else spans))
        first = re.findall(r"<td role=\"cell\".*?</td>", row)[0]
        assert text(first).endswith(f"{counted / whole:.0%}"), topic["slug"]


def test_the_deepest_cell_is_the_fullest(built: Project) -> None:
    cells = re.findall(r'--yd-depth:(\d+)%"><a[^>]*>.*?(\d+)%</a>', built.read("docs/topics/compare/index.md"))
    depths = [(int(share), int(depth)) for depth, share in cells]
    assert max(depths)[1] == 40
    assert [d for _, d in sorted(depths)] == sorted(d for _, d in depths)


def test_related_topics_say_what_they_share(built: Project) -> None:
    """note-2031.p1 is under one, its second sentence, which holds 书目通, under the other too."""
    assert "shares 1 passage, 1 term " in text(built.read("docs/topics/lending/index.md"))


def test_the_way_on(built: Project) -> None:
    first = built.read("docs/topics/lending/index.md")
    assert '<a rel="next" href="../../topics/upkeep/">' in first
    assert 'rel="prev"' not in first
    assert '<a rel="prev" href="../../topics/upkeep/">' in built.read("docs/topics/occasion/index.md")
    assert "yd-steps" not in built.read("docs/speeches/note-2031/index.md"), "the only document of its seed"


@pytest.mark.parametrize("slug", RESERVED)
def test_a_topic_cannot_take_the_address_of_a_page(sound: Project, slug: str) -> None:
    sound.edit("topics.yml", "- slug: occasion", f"- slug: {slug}  # here")
    assert_refused(sound, "topics.yml", [f"the slug '{slug}' is the address of a page"], "choose another")


CITIES = """
cities:
  title: {{zh: 各镇, en: The towns}}
  basis: {{zh: 背景, en: background}}
  stated_at: note-2031.p1
  stated: {stated}
  cities:
  - {{zh: 全镇, en: The town}}
  - {{zh: 群众, en: Qunzhong, not_in: [{hidden}]}}
  - {{zh: 邻镇, en: Next town}}
"""


def test_cities_are_linked_where_they_are_named(sound: Project) -> None:
    sound.write(DOCUMENT, sound.read(DOCUMENT) + CITIES.format(stated="12个村", hidden="群众评价"))
    assert sound.run("build").exit_code == 0
    page = sound.read("docs/topics/cities/index.md")
    assert '<a href="#the-town"><span lang="en">The town</span> <span lang="zh-Hans">全镇</span> <b>1</b></a>' in page
    assert '<span><span lang="en">Next town</span> <span lang="zh-Hans">邻镇</span> <b>0</b></span>' in page
    assert '<span><span lang="en">Qunzhong</span>' in page, "only inside the longer name"
    assert "<mark>全镇</mark>" in page
    assert '<b lang="zh-Hans">12个村</b>' in page
    assert "background" in page


@pytest.mark.parametrize(
    ("stated", "hidden", "says"),
    [
        pytest.param("13个村  # here", "群众评价", "does not hold the words '13个村'", id="a number not in the text"),
        pytest.param("12个村", "群众团体", "stands nowhere in the text", id="a longer name not in the text"),
        pytest.param("12个村", "评价良好", "does not hold '群众'", id="a longer name without the city"),
    ],
)
def test_cities_that_cannot_stand(sound: Project, stated: str, hidden: str, says: str) -> None:
    listed = CITIES.format(stated=stated, hidden=hidden)
    if "# here" not in listed:
        listed = listed.replace("]}", "]}  # here")
    sound.write(DOCUMENT, sound.read(DOCUMENT) + listed)
    assert_refused(sound, DOCUMENT, [says], "copy the")


FRAMEWORK = """
frameworks:
- zh: 三件事
  en: Three things
  at: note-2031.1.p1
  parts:
  - zh: {words}
    en: build Shumutong
    at: {at}
    parts:
    - {{zh: 推进系统建设, en: build the system, at: note-2031.1.p2}}
"""


def test_a_framework_is_a_nested_list_of_links(sound: Project) -> None:
    sound.write(DOCUMENT, sound.read(DOCUMENT) + FRAMEWORK.format(words="统建书目通", at="note-2031.1.p2"))
    assert sound.run("build").exit_code == 0
    page = sound.read("docs/topics/frameworks/index.md")
    link = '<a href="../../speeches/note-2031/#note-2031.1.p2">'
    assert f'<ul><li>{link}<span lang="en">build Shumutong</span> <span lang="zh-Hans">统建书目通</span></a>' in page
    assert f'<ul><li>{link}<span lang="en">build the system</span>' in page


@pytest.mark.parametrize(
    ("words", "at", "says"),
    [
        ("分建书目通  # here", "note-2031.1.p2", "does not hold the words '分建书目通'"),
        ("统建书目通", "note-2031.9  # here", "no passage or heading 'note-2031.9'"),
    ],
)
def test_a_framework_quotes_the_text(sound: Project, words: str, at: str, says: str) -> None:
    sound.write(DOCUMENT, sound.read(DOCUMENT) + FRAMEWORK.format(words=words, at=at))
    assert_refused(sound, DOCUMENT, [says], "")


def test_the_timeline_holds_no_date_without_a_year(built: Project) -> None:
    page = built.read("docs/figures/index.md")
    digest = built.digest()
    known = [f for f in digest["figures"] if f["type"] == "date" and re.match(r"\d{4}", f["value"])]
    assert len(re.findall("<time ", page)) == len(known)


def test_a_dated_fact_stands_under_its_year(sound: Project) -> None:
    sound.edit_source("书目通上线运行", "书目通于2030年5月上线运行")
    sound.edit("glossary.yml", "figures: [note-2031.p1.f40]", "figures: [note-2031.p1.f48]")
    result = sound.run("build")
    page = sound.read("docs/figures/index.md")
    assert "### 2030 {#timeline-2030}" in page, result.output
    assert '<time datetime="2030-05">2030-05</time>' in page
