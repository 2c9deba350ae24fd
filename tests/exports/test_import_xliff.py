"""The way back: drafts and nothing but drafts, in their place, everything else in the files as it was."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.editing.project import STALE, SUMMARIES, Project
from tests.exports.returning import BACK, assert_held, english_of, fill
from yuedu.corpus.assembly import assemble
from yuedu.exports.xliff import xliff
from yuedu.store.sources import read_sources

OPEN = ["note-2031.1.p1", "note-2031.1.p2", "note-2031.1.p3", "note-2031.2.1.p1"]
"""Passages of the sound miniature without English that a reader sees, each of one sentence; the first has a draft."""


def records(project: Project, file: str = SUMMARIES) -> dict[str, Any]:
    return dict(yaml.safe_load(project.read(file)))


def test_the_round_trip(built: Project) -> None:
    """Export, fill in, import, build: the drafts are there, and hidden."""
    before, pages = records(built), built.bytes("docs")
    fill(built)
    result = built.run("import-xliff", BACK, "--by", "Chen Yi")
    assert result.exit_code == 0, result.output
    assert "4 written as drafts, 3 unchanged, 0 not translated, 1 left as they are" in result.stdout
    after = records(built)
    for ident in OPEN:
        record = after.pop(ident)
        before.pop(ident, None)
        assert (record["state"], record["drafted_by"]) == ("draft", "Chen Yi")
        assert record["segments"] == [{"text": english_of(f"{ident}.s1"), "from": [1]}]
        assert {*record} == {"source", "state", "drafted_by", "segments"}
    assert after == before
    assert built.run("build").exit_code == 0
    assert built.bytes("docs") == pages
    built.edit("mkdocs.yml", "drafts: hide", "drafts: mark")
    assert built.run("build").exit_code == 0
    for ident in OPEN:
        english = built.passage(ident)["en"]
        assert (english["state"], english["segments"][0]["text"]) == ("draft", english_of(f"{ident}.s1"))


def test_importing_twice_changes_nothing(built: Project) -> None:
    fill(built)
    built.run("import-xliff", BACK)
    once = built.bytes()
    assert b"drafted_by: outside translator\n" in once[SUMMARIES]
    result = built.run("import-xliff", BACK, "--by", "Someone Else")
    assert "0 written as drafts, 7 unchanged" in result.stdout
    assert built.bytes() == once


def test_what_comes_back_as_it_went_changes_nothing(built: Project) -> None:
    before = built.bytes()
    result = built.run("import-xliff", "docs/data/passages.xlf", "--replace")
    assert (result.exit_code, built.bytes()) == (0, before)
    assert "0 written as drafts, 4 unchanged, 4 not translated, 0 left as they are" in result.stdout


def test_drafts_stand_in_reading_order_and_the_rest_keeps_its_bytes(built: Project) -> None:
    before = built.read(SUMMARIES)
    fill(built)
    built.run("import-xliff", BACK)
    after = built.read(SUMMARIES)
    passages = [line.rstrip(":") for line in after.split("\n") if line.startswith("note-") and ".p" in line]
    order = [p["id"] for p in built.digest()["passages"]]
    assert passages == order
    blocks = after.split("\n\n")
    assert [b for b in before.split("\n\n") if b not in blocks] == [
        b for b in before.split("\n\n") if "note-2031.1.p1:" in b
    ]
    assert "\n\n\n" not in after
    assert "# Many to many: the first two sentences share segments.\nnote-2031.p1:" in after


def test_the_layout_is_that_of_an_editor(built: Project) -> None:
    """Words that YAML would take for something else stand in quotation marks; the real files read the same."""
    words = {
        f"{ident}.s1": text for ident, text in zip(OPEN, ["Note: this", "'Quoted'", "12", "# no comment"], strict=True)
    }
    fill(built, words.get)
    assert built.run("import-xliff", BACK).exit_code == 0
    text = built.read(SUMMARIES)
    for written in ("- text: 'Note: this'", "- text: '''Quoted'''", "- text: '12'", "- text: '# no comment'"):
        assert f"  {written}\n    from: [1]\n" in text
    assert_held(built.run("build"))


def test_a_new_file_for_a_document_without_one(built: Project) -> None:
    (built.root / SUMMARIES).unlink()
    built.run("build")
    fill(built)
    result = built.run("import-xliff", BACK)
    assert "8 written as drafts" in result.stdout
    text = built.read(SUMMARIES)
    assert text.startswith("note-2031.p1:\n  source: ")
    assert text.endswith("    from: [2]\n")
    assert [*records(built)] == [p["id"] for p in built.digest()["passages"]]
    assert_held(built.run("check"))


def test_a_file_with_carriage_returns_keeps_them(built: Project) -> None:
    built.write(SUMMARIES, built.read(SUMMARIES).replace("\n", "\r\n"))
    fill(built)
    assert built.run("import-xliff", BACK).exit_code == 0
    data = built.bytes()[SUMMARIES]
    assert data.count(b"\n") == data.count(b"\r\n")


def test_stale_english_is_replaced_where_it_stands(mini: Project) -> None:
    mini.run("build")
    fill(mini)
    assert mini.run("import-xliff", BACK).exit_code == 0
    assert mini.read(STALE).startswith("# Made for words that have changed since")
    assert records(mini, STALE)["note-2031.1.p2"]["state"] == "draft"
    assert "note-2031.1.p2" not in records(mini)
    assert mini.run("build").exit_code == 0


def test_reviewed_english_is_kept_unless_it_is_to_be_replaced(built: Project) -> None:
    fill(built, lambda i: "Other words." if i.startswith(("note-2031.1.p4", "note-2031.p1")) else None, everything=True)
    before = built.bytes()
    result = built.run("import-xliff", BACK)
    assert result.exit_code == 0
    assert result.stdout.count("state.reviewed") == 2
    assert built.bytes() == before
    notes = records(built)["note-2031.1.p4"]["notes"]
    result = built.run("import-xliff", BACK, "--replace")
    assert "2 written as drafts" in result.stdout
    after = records(built)
    replaced = after["note-2031.1.p4"]
    assert (replaced["state"], replaced["notes"], "reviewed_by" in replaced) == ("draft", notes, False)
    assert after["note-2031.p1"]["segments"] == [{"text": "Other words.", "from": [1, 2, 3]}]
    assert_held(built.run("build"))
    assert built.passage("note-2031.1.p4")["en"] is None


def test_what_is_left_out_stays_left_out(built: Project) -> None:
    """The last passage leaves its second sentence out with a reason: no target is wanted for it, and one may come."""
    close = {"note-2031.p2.s1": "Comrades, let us all work."}
    fill(built, close.get, everything=True)
    assert built.run("import-xliff", BACK, "--replace").exit_code == 0
    record = records(built)["note-2031.p2"]
    assert record["omitted"] == [{"sentence": 2, "reason": "an official formula of thanks"}]
    built.run("build")
    fill(built, {**close, "note-2031.p2.s2": "Thank you all."}.get)
    assert built.run("import-xliff", BACK).exit_code == 0
    record = records(built)["note-2031.p2"]
    assert "omitted" not in record
    assert [s["from"] for s in record["segments"]] == [[1], [2]]


def test_the_real_corpus_goes_and_comes_back(root: Path, tmp_path: Path) -> None:
    """Every passage of a copy of the project gets a draft; the headings' English keeps its bytes."""
    for name in ("seeds", "summaries"):
        shutil.copytree(root / name, tmp_path / name)
    for name in ("glossary.yml", "topics.yml", "mkdocs.yml"):
        shutil.copy(root / name, tmp_path / name)
    project = Project(tmp_path)
    before = assemble(read_sources(tmp_path))
    project.write("docs/data/passages.xlf", xliff(before, before.speeches))
    fill(project)
    old = {file: project.read(file).split("\n\n") for file in project.bytes("summaries")}
    result = project.run("--project", tmp_path, "import-xliff", tmp_path / BACK)
    assert result.exit_code == 0, result.output
    after = assemble(read_sources(tmp_path))
    assert [f for f in after.findings if f.severity == "error"] == []
    assert {*after.passages} <= {*after.english}
    for file, blocks in old.items():
        new = {block.strip() for block in project.read(file).split("\n\n")}
        assert [b for b in blocks if b.strip() not in new] == []


XLIFF2 = """<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh-Hans" trgLang="en">
 <file id="note-2031"><unit id="note-2031.1.p3.s1">
  <segment><source>二是完善借阅规则，</source><target>Second, improve <pc id="1">the rules</pc> of lending </target></segment>
  <ignorable><source> </source></ignorable>
  <segment><source>让借阅更方便。</source><target>to make it easier.</target></segment>
 </unit></file>
</xliff>
"""


def test_xliff_2(built: Project) -> None:
    built.write(BACK, XLIFF2.replace("<ignorable><source> </source></ignorable>", ""))
    assert built.run("import-xliff", BACK).exit_code == 0
    assert records(built)["note-2031.1.p3"]["segments"] == [
        {"text": "Second, improve the rules of lending to make it easier.", "from": [1]}
    ]


def test_codes_and_marks_in_a_target(built: Project) -> None:
    """What tools add inside a target: marks and spans hold words, codes do not; white space is one space."""
    fill(built)
    target = '<mrk mtype="seg" mid="1">Attend\n  <g id="1">to</g> <ph id="2">\\n</ph>all</mrk><!-- so --> three.'
    built.edit(BACK, english_of("note-2031.1.p1.s1"), target)
    assert built.run("import-xliff", BACK).exit_code == 0
    assert records(built)["note-2031.1.p1"]["segments"][0]["text"] == "Attend to all three."


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_the_summary_of_the_run(built: Project, form: tuple[str, ...]) -> None:
    fill(built)
    last = built.run("import-xliff", BACK, *form).stdout
    if form:
        summary = json.loads(last.splitlines()[-1])["summary"]
        assert summary == {"read": 9, "quantities": 5, "errors": 0, "warnings": 1}
    else:
        assert f"wrote {SUMMARIES}" in last
