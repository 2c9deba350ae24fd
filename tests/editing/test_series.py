"""Series: an editor says which figures of several documents count the same thing; what was aimed at stands beside what was reported."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

import pytest

from tests.editing.many import add_documents
from tests.editing.project import Project
from tests.editing.refusal import assert_refused
from yuedu.pages import budget

REPORTS = {
    "report-1": ("2031-02-01", "一、去年\n\n全镇培训馆员280名。\n\n二、今年\n\n今年力争培训馆员300名左右。"),
    "report-3": ("2033-02-01", "一、去年\n\n2031年全镇培训馆员310名。\n\n二、今年\n\n力争培训馆员320名以上。"),
}
SERIES = """
series:
- slug: staff-trained
  title: {en: Librarians trained, zh: 培训馆员}
  note: {en: Since 2033 with volunteers., zh: 2033年起含志愿者。}
  figures: [report-3.2.p1.f6, report-1.1.p1.f6, report-1.2.p1.f8, report-3.1.p1.f11]
"""
PAGE = "docs/figures/series/staff-trained/index.md"


@pytest.fixture
def reports(sound: Project) -> Project:
    """Two reports of the town beside the miniature: an aim for 2031, and what was reported of it two years later."""
    for ident, (date, text) in REPORTS.items():
        source = f"{ident}的报告\n\n{text}\n"
        told = {
            "id": ident,
            "begins": source.split("\n")[0],
            "title": {"zh": f"{date[:4]}年报告", "en": f"Report of {date[:4]}"},
            "short": {"zh": f"{date[:4]}年报告", "en": f"Report {date[:4]}"},
            "date": date,
            "office": {"zh": "馆长"},
            "strands": {"1": "done", "2": "planned"},
            "topics": {"1": "upkeep", "2": "upkeep"},
        }
        sha256 = hashlib.sha256(source.encode()).hexdigest()
        sound.write(f"seeds/{ident}/source.txt", source)
        collection = {"source": {"file": "source.txt", "sha256": sha256}, "documents": [told]}
        sound.write(f"seeds/{ident}/document.yml", json.dumps(collection, ensure_ascii=False))
    return sound


@pytest.fixture
def declared(reports: Project) -> Project:
    """With a series of them."""
    reports.write("topics.yml", reports.read("topics.yml") + SERIES)
    result = reports.run("build")
    assert result.exit_code == 0, result.output
    return reports


def rows(page: str) -> list[list[str]]:
    table = page[page.index('<table class="yd-series"') :]
    found = re.findall(r"<tr>(.*?)</tr>", table[table.index("<tbody>") : table.index("</tbody>")])
    plain = [[re.sub(r"<[^>]*>", " ", c) for c in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in found]
    return [[re.sub(r"\s+", " ", c).strip() for c in row] for row in plain]


def test_an_aim_stands_beside_what_was_reported_of_its_period(declared: Project) -> None:
    by_period = {row[0]: row[1:] for row in rows(declared.read(PAGE))}
    periods = {f["id"]: f["period"] for f in declared.digest()["figures"]}
    assert periods["report-3.1.p1.f11"] == "2031"
    aim, reported = by_period["2031"]
    assert aim.startswith("about 300 300名左右")
    assert "310" in reported


def test_what_is_aimed_at_is_open_and_what_is_missing_is_said(declared: Project) -> None:
    page = declared.read(PAGE)
    drawing = page[page.index("<svg") : page.index("</svg>")]
    firm, hollow = drawing.count('class="yd-bar"'), drawing.count('class="yd-bar yd-hollow"')
    assert (firm, hollow) == (2, 2)
    assert "about" in drawing
    assert "300名左右" in drawing
    assert "Since 2033 with volunteers." in page
    assert "力争培训馆员<mark>320名以上</mark>" in page
    assert 'href="../../../speeches/report-3/#report-3.1.p1.s1"' in page


def test_a_year_of_which_nothing_is_said_is_named(reports: Project) -> None:
    """A period that an editor gives to the newest aim leaves a year without a figure."""
    reports.write("topics.yml", reports.read("topics.yml") + SERIES)
    path = "seeds/report-3/document.yml"
    told = {"figures": [{"figure": "report-3.2.p1.f6", "period": "2033", "reason": "told by the heading"}]}
    reports.write(path, json.dumps(json.loads(reports.read(path)) | told, ensure_ascii=False))
    assert reports.run("build").exit_code == 0
    assert "No figure here says that it is of 2032." in reports.read(PAGE)
    assert "无标明属2032年的数据。" in reports.read(PAGE)


def test_a_figure_leads_to_its_series_and_the_index_to_all(declared: Project) -> None:
    figures = declared.read("docs/figures/report-1/index.md")
    assert figures.count('href="../../figures/series/staff-trained/"') == 2
    assert "series/" not in declared.read("docs/figures/note-2031/index.md")
    assert 'href="../figures/series/"' in declared.read("docs/figures/index.md")
    index = declared.read("docs/figures/series/index.md")
    assert 'href="../../figures/series/staff-trained/"' in index
    assert "4 figures of 2 documents; the last: at least 320" in index


def test_the_data_hold_it_in_order_of_time(declared: Project) -> None:
    (record,) = declared.digest()["series"]
    assert record["url"] == "/figures/series/staff-trained/"
    assert record["figures"][-1] == "report-3.2.p1.f6"
    assert sorted(record["figures"]) == sorted(re.findall(r"report-\d\.\d\.p1\.f\d+", SERIES))


def test_an_index_is_divided(declared: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "DOCUMENTS", 1)
    more = SERIES.replace("\nseries:", "").replace("staff-trained", "staff-taught")
    declared.write("topics.yml", declared.read("topics.yml") + more)
    assert declared.run("build").exit_code == 0
    assert "staff-taught" in declared.read("docs/figures/series/2/index.md")
    assert "staff-taught" not in declared.read("docs/figures/series/index.md")


def test_a_page_that_goes_is_asked_after(declared: Project) -> None:
    declared.write("topics.yml", declared.read("topics.yml").replace(SERIES, ""))
    result = declared.run("build")
    assert result.exit_code == 2
    assert "/figures/series/" in result.output


@pytest.mark.parametrize(
    ("figures", "says", "remedy"),
    [
        ("[report-1.1.p1.f6, report-3.1.p1.f8]", ["no figure 'report-3.1.p1.f8'"], "see data/figures.csv"),
        ("[report-1.1.p1.f6, report-3.1.p1.f11, report-1.1.p1.f6]", ["stands twice"], "remove one"),
        ("[report-1.1.p1.f6, note-2031.p1.f24]", ["have not one unit", "12.5%"], "a series of each"),
        ("[report-1.1.p1.f6, note-2031.1.p1.f4]", ["no measured value"], "counts, amounts"),
        ("[report-1.1.p1.f6, report-1.2.p1.f8]", ["all figures of one are of report-1"], "two documents"),
        ("[report-1.1.p1.f6]", ["at least 2"], ""),
    ],
)
def test_figures_that_are_no_series(reports: Project, figures: str, says: list[str], remedy: str) -> None:
    words = f"\nseries:\n- slug: one\n  title: {{en: One, zh: 一}}\n  figures: {figures}  # here\n"
    reports.write("topics.yml", reports.read("topics.yml") + words)
    assert_refused(reports, "topics.yml", says, remedy)


@pytest.mark.parametrize("slug", ["staff-trained", "Staff", "2"])
def test_a_slug_that_cannot_be(declared: Project, slug: str) -> None:
    again = SERIES.replace("\nseries:", "").replace("staff-trained", f"{slug}  # here")
    declared.write("topics.yml", declared.read("topics.yml") + again)
    assert_refused(declared, "topics.yml", [], "")


def test_no_document_is_called_so(sound: Project) -> None:
    add_documents(sound, 1, 1)
    sound.edit("seeds/paper-01/document.yml", '"id": "paper-1"', '"id": "series"')
    result = sound.run("build")
    assert result.exit_code == 2
    assert "the address of a page of the site" in result.output


def proposed(project: Project, *options: str) -> list[dict[str, Any]]:
    """What the command proposes, as JSON, without its summary."""
    result = project.run("series", "--json", *options)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()][:-1]


def test_figures_that_seem_to_count_the_same_are_proposed(reports: Project) -> None:
    """Aims and reports of one office, in one unit, of the same words; nothing is written, no page shows it."""
    before = reports.tree()
    (one,) = [p for p in proposed(reports) if p["subject"] == "培训馆员"]
    found = [(f["id"], f["status"], f["value"]) for f in one["figures"] if f["id"].startswith("report-")]
    assert found == [
        ("report-1.1.p1.f6", "actual", "280"),
        ("report-1.2.p1.f8", "aim", "300"),
        ("report-3.1.p1.f11", "historical", "310"),
        ("report-3.2.p1.f6", "aim", "320"),
    ]
    assert "an aim, and what was reported" in one["reasons"]
    assert one["figures"][0]["sentence"].startswith("全镇培训馆员280名")
    assert reports.tree() == before


def test_what_it_says_to_write_waits_for_the_english_and_then_stands(reports: Project) -> None:
    (one,) = [p for p in proposed(reports) if p["subject"] == "培训馆员"]
    words = "\nseries:\n" + one["yaml"] + "\n"
    reports.write("topics.yml", reports.read("topics.yml") + words)
    refused = reports.run("build")
    assert refused.exit_code == 2
    assert "topics.yml:" in refused.stderr
    reports.edit("topics.yml", 'en: ""' if 'en: ""' in words else "en: ''", "en: Librarians trained")
    result = reports.run("build")
    assert result.exit_code == 0, result.output
    assert reports.digest()["series"][0]["title"] == {"zh": "培训馆员", "en": "Librarians trained"}
    assert [p for p in proposed(reports) if p["subject"] == "培训馆员"] == [], "it is declared"


def test_for_an_editor_each_has_its_reasons_its_sentences_and_its_yaml(reports: Project) -> None:
    result = reports.run("series")
    assert result.exit_code == 0
    assert "the same words, 培训馆员; one unit, 名; one scope, 馆长" in result.stdout
    assert "    310名\thistorical\t2031\t2031年全镇培训馆员310名。" in result.stdout
    assert "- slug: peixunguanyuan" in result.stdout


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("力争培训馆员320名以上", "力争减少馆员320名以上", id="a fall is no level"),
        pytest.param("力争培训馆员320名以上", "五年累计培训馆员320名以上", id="over five years"),
        pytest.param("力争培训馆员320名以上", "力争培训馆员320次以上", id="another unit"),
        pytest.param("力争培训馆员320名以上", "培训馆员、讲解员分别达到320名、200名", id="one of several"),
        pytest.param("力争培训馆员320名以上", "培训馆员从320名增加到400名", id="where a change began"),
        pytest.param("力争培训馆员320名以上", "力争培训志愿者320名以上", id="other words"),
    ],
)
def test_what_counts_otherwise_is_left_out(reports: Project, before: str, after: str) -> None:
    source = "seeds/report-3/source.txt"
    old = reports.tree()[source]
    reports.edit(source, before, after)
    reports.edit("seeds/report-3/document.yml", old, reports.tree()[source])
    figures = [f for p in proposed(reports) for f in p["figures"]]
    assert [f["sentence"] for f in figures if f["value"] == "320"] == []


def test_another_office_is_another_scope(reports: Project) -> None:
    reports.edit("seeds/report-3/document.yml", "馆长", "另一馆馆长")
    assert not any("report-3" in f["id"] for p in proposed(reports) for f in p["figures"])


def test_a_document_of_no_known_office_is_named(reports: Project) -> None:
    path = "seeds/report-3/document.yml"
    collection = json.loads(reports.read(path))
    del collection["documents"][0]["office"]
    reports.write(path, json.dumps(collection, ensure_ascii=False))
    result = reports.run("series")
    assert "report-3: left out, 2 figures: neither its office nor its issuer is known" in result.stderr


def test_two_series_of_one_subject_have_two_addresses(reports: Project) -> None:
    """A level and its rise; each is called what it is."""
    for number, value in (("1", "280"), ("3", "310")):
        source = f"seeds/report-{number}/source.txt"
        old = reports.tree()[source]
        reports.write(source, reports.read(source) + f"\n经费收入{value}万元，增长5%。\n")
        reports.edit(f"seeds/report-{number}/document.yml", old, reports.tree()[source])
    told = reports.run("series").stdout
    assert "- slug: jingfeishouru\n" in told
    assert "- slug: jingfeishouruzengzhang\n" in told
    assert "zh: 经费收入增长}" in told
