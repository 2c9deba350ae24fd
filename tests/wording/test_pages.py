"""The pages of what became of the wording, as a build writes them for two reports of which one follows the other."""

from __future__ import annotations

import csv
import hashlib
import json
import re

import pytest

from tests.editing.project import Project
from tests.wording.test_diff import EARLIER, LATER, rows

PAGE = "docs/changes/report-2031..report-2032/index.md"
TEXT = "docs/changes/report-2031..report-2032/1/index.md"


def add(project: Project, ident: str, text: str, date: str, **more: object) -> None:
    lines = [line for line in text.splitlines() if line]
    source = "\n\n".join(lines) + "\n"
    title = {"zh": lines[0], "en": f"Report of {date[:4]}"}
    document = {"id": ident, "begins": lines[0], "short": title, "title": title, "date": date}
    collection = {
        "source": {"file": "source.txt", "sha256": hashlib.sha256(source.encode()).hexdigest()},
        "documents": [document | {"topics": {"1": "lending", "2": "lending"}} | more],
    }
    project.write(f"seeds/{ident}/source.txt", source)
    project.write(f"seeds/{ident}/document.yml", json.dumps(collection, ensure_ascii=False))


@pytest.fixture
def reports(sound: Project) -> Project:
    add(sound, "report-2031", EARLIER, "2031-01-20")
    add(sound, "report-2032", LATER, "2032-01-20", follows="report-2031")
    result = sound.run("build")
    assert result.exit_code == 0, result.output
    return sound


def test_the_first_page_says_what_can_be_quoted(reports: Project) -> None:
    page = reports.read(PAGE)
    assert "Of the 7 sentences of Report of 2032" in page
    assert "3 stand word for word" in page and "3 in other words; 1 is not in it" in page
    assert "The directing word of the second is stronger in 2, weaker in 0." in page
    assert re.search(r'探索 → 全面实施</b> <span class="yd-force"[^>]*><span lang="en">stronger', page)
    assert "1.53亿人次 → 1.81亿人次（+2800万）" in page and "153 million → 181 million (+28 million)" in page


def test_the_text_stands_in_the_order_of_the_second_with_what_is_gone_in_its_place(reports: Project) -> None:
    found = re.findall(r'data-kind="(\w+)"(?: data-force="\w+")? id="([^"]+)"', reports.read(TEXT))
    assert found == [
        ("reworded", "report-2032.1.p1.s1"),
        ("reworded", "report-2032.1.p1.s2"),
        ("gone", "report-2031.1.p1.s3"),
        ("moved", "report-2032.2.p1.s1"),
        ("reworded", "report-2032.2.p1.s2"),
        ("split", "report-2032.2.p1.s3"),
        ("new", "report-2032.2.p1.s5"),
    ]
    assert "<del>力争</del>" in reports.read(TEXT) and "<ins>确保</ins>" in reports.read(TEXT)


def test_the_files_hold_what_the_command_says(reports: Project) -> None:
    said, summary = rows(reports.run("diff", "report-2031", "report-2032", "--json"))
    published = json.loads(reports.read("docs/data/changes/report-2031..report-2032.json"))
    assert published["rows"] == said and published["summary"] == summary
    assert published["pair"] == {"a": "report-2031", "b": "report-2032", "by": "follows"}
    text = reports.read("docs/data/changes/report-2031..report-2032.csv")
    table = list(csv.DictReader(text.removeprefix("\ufeff").splitlines()))
    assert [(r["kind"], r["force"]) for r in table] == [(r["kind"], r["force"] or "") for r in said]
    listed = reports.digest()["changes"]
    assert [(c["a"], c["b"], c["url"]) for c in listed] == [
        ("report-2031", "report-2032", "/changes/report-2031..report-2032/")
    ]


def test_each_passage_says_quietly_where_its_words_stand(reports: Project) -> None:
    later = reports.read("docs/speeches/report-2032/index.md")
    assert later.count('class="yd-small yd-again"') == 2
    assert (
        'In other words in</span> <span lang="zh-Hans">改写另见</span> <a class="yd-ref" href="../../speeches/report-2031/#report-2031.1.p1"'
        in later
    )
    assert "Wording compared with" in later and 'href="../../changes/report-2031..report-2032/"' in later
    assert "yd-again" not in reports.read("docs/speeches/note-2031/index.md")


def test_a_passage_that_is_all_new_or_all_gone_says_so_only_of_a_text_that_follows(sound: Project) -> None:
    add(sound, "report-2031", EARLIER.replace("去年全区", "另有修缮资金全部到位。\n去年全区"), "2031-01-20")
    add(sound, "report-2032", LATER + "举办朗诵比赛。\n", "2032-01-20", follows="report-2031")
    assert sound.run("build").exit_code == 0
    assert "New: no sentence of this is near any in" in sound.read("docs/speeches/report-2032/index.md")
    assert "No sentence of this is near any in" in sound.read("docs/speeches/report-2031/index.md")
    named = "\nchanges:\n- {a: report-2031, b: report-2032}\n"
    path = "seeds/report-2032/document.yml"
    sound.write(path, sound.read(path).replace(', "follows": "report-2031"', ""))
    sound.write("topics.yml", sound.read("topics.yml") + named)
    assert sound.run("build").exit_code == 0
    assert "near any in" not in sound.read("docs/speeches/report-2032/index.md")
    page = sound.read(PAGE)
    assert "Not in Report of 2031" in page and ">New<" not in page


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ('"follows": "report-2031"', '"follows": "report-2030"', "seeds/report-2032/document.yml:1", "follows 'report-2030', and there is no such document"),
        ('"follows": "report-2031"', '"follows": "report-2032"', "seeds/report-2032/document.yml:1", "report-2032 → report-2032"),
    ],
)  # fmt: skip
def test_who_follows_what_is_not_there_or_itself_is_told(
    reports: Project, old: str, new: str, place: str, message: str
) -> None:
    path = "seeds/report-2032/document.yml"
    reports.write(path, reports.read(path).replace(old, new))
    result = reports.run("build")
    assert result.exit_code == 2 and place in result.output and message in result.output, result.output


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ("- {a: report-2031, b: report-1999}", "there is no document 'report-1999' to compare"),
        ("- {a: report-2031, b: report-2031}", "report-2031 is compared with itself"),
        ("- {a: report-2031, b: note-2031}\n- {a: note-2031, b: report-2031}", "are compared twice"),
    ],
)
def test_a_comparison_that_cannot_be_made_is_told_with_its_line(reports: Project, changes: str, message: str) -> None:
    before = reports.read("topics.yml")
    reports.write("topics.yml", f"{before}\nchanges:\n{changes}\n")
    result = reports.run("build")
    lines = before.count("\n") + 3
    assert result.exit_code == 2 and message in result.output, result.output
    assert re.search(rf"topics\.yml:{lines}|topics\.yml:{lines + 1}", result.output), result.output
