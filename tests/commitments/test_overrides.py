"""`commitments:` of `document.yml`: an editor puts the rule right, and quotes nothing that is not there."""

from __future__ import annotations

import pytest

from tests.editing.project import DOCUMENT, Project
from tests.editing.refusal import assert_refused

REASON = "  reason: {zh: 试, en: a test}\n"


def put_right(project: Project, entry: str) -> None:
    project.write(DOCUMENT, project.read(DOCUMENT) + f"\ncommitments:\n{entry}{REASON}")


def committed(project: Project) -> dict:
    result = project.run("build")
    assert result.exit_code == 0, result.output
    return {c["sentence"]: c for c in project.digest()["commitments"]}


def test_what_the_rule_finds_in_the_miniature(built: Project) -> None:
    found = {c["sentence"]: c for c in built.digest()["commitments"]}
    points = ["note-2031.1.p2.s1", "note-2031.1.p3.s1", "note-2031.1.p4.s1"]
    assert sorted(found) == [*points, "note-2031.2.1.p1.s1", "note-2031.2.2.p1.s1"], "重点抓好三件事 only announces"
    told = found["note-2031.2.1.p1.s1"]
    assert [(a["zh"], a["en"], a["slug"]) for a in told["who"]] == [("各馆", "all libraries", None)]
    assert told["when"] == {"zh": ["今年"], "period": "2031"}
    assert told["words"][0]["force"] == "directive"
    assert told["topics"] == ["upkeep"]
    last = found["note-2031.1.p4.s1"]
    assert [w["zh"] for w in last["words"]] == ["投入", "力争"]
    assert last["when"]["zh"] == ["年底前"]
    assert last["en"].startswith("Third, invest")


def test_an_editor_removes_one(sound: Project) -> None:
    put_right(sound, "- sentence: note-2031.1.p3.s1\n  not_a_commitment: true\n")
    assert "note-2031.1.p3.s1" not in committed(sound)


def test_an_editor_says_who_and_when(sound: Project) -> None:
    put_right(
        sound,
        "- sentence: note-2031.1.p4.s1\n  word: 改造\n  who:\n  - {zh: 馆舍, en: the buildings}\n  when: []\n",
    )
    changed = committed(sound)["note-2031.1.p4.s1"]
    assert [(w["zh"], w["force"]) for w in changed["words"]] == [("改造", "bare")]
    assert [a["zh"] for a in changed["who"]] == ["馆舍"]
    assert changed["when"] is None
    assert changed["corrected"] == {"zh": "试", "en": "a test"}
    page = sound.read("docs/topics/commitments/index.md")
    assert "<mark>改造</mark>" in page
    assert "Put right by the editor: a test" in page


def test_an_editor_adds_one_that_the_rule_does_not_find(sound: Project) -> None:
    put_right(sound, "- sentence: note-2031.p2.s1\n  word: 让\n")
    assert committed(sound)["note-2031.p2.s1"]["words"][0]["zh"] == "让"


@pytest.mark.parametrize(
    ("entry", "says", "remedy"),
    [
        pytest.param(
            "- sentence: note-2031.1.p9.s1  # here\n  not_a_commitment: true\n",
            ["no sentence 'note-2031.1.p9.s1'"],
            "data/digest.json",
            id="a passage that is not there",
        ),
        pytest.param(
            "- sentence: note-2031.1.p3.s7  # here\n  not_a_commitment: true\n",
            ["no sentence 'note-2031.1.p3.s7'"],
            "note-2031.1.p3 has 1 sentences",
            id="a sentence that is not there",
        ),
        pytest.param(
            "- sentence: note-2031.1.p3  # here\n  not_a_commitment: true\n",
            ["no sentence 'note-2031.1.p3'"],
            "has 1 sentences",
            id="a passage in place of a sentence",
        ),
        pytest.param(
            "- sentence: the third  # here\n  not_a_commitment: true\n",
            ["not an id"],
            "write the id of a sentence",
            id="what is no id",
        ),
        pytest.param(
            "- sentence: note-2031.1.p3.s1\n  word: 必须  # here\n",
            ["note-2031.1.p3.s1 does not hold the words '必须'"],
            "copy the words",
            id="a word that is not in the sentence",
        ),
        pytest.param(
            "- sentence: note-2031.1.p3.s1\n  who:  # here\n  - {zh: 各馆, en: all libraries}\n",
            ["does not hold the words '各馆'"],
            "copy the words",
            id="somebody whom the sentence does not name",
        ),
        pytest.param(
            "- sentence: note-2031.1.p3.s1\n  when: [年内]  # here\n",
            ["does not hold the words '年内'"],
            "copy the words",
            id="a time that the sentence does not state",
        ),
        pytest.param(
            "- sentence: note-2031.1.p3.s1\n  period: '2031'  # here\n  word: 完善\n",
            ["a period without the words"],
            "quote them under `when`",
            id="a period that nothing states",
        ),
        pytest.param(
            "- sentence: note-2031.p1.s1  # here\n  not_a_commitment: true\n",
            ["the rule finds no commitment in 'note-2031.p1.s1'"],
            "remove the entry",
            id="what is none anyway",
        ),
        pytest.param(
            "- sentence: note-2031.1.p3.s1  # here\n",
            ["nothing is put right"],
            "give not_a_commitment",
            id="an entry that changes nothing",
        ),
        pytest.param(
            "- sentence: note-2031.1.p3.s1\n  not_a_commitment: true  # here\n  word: 完善\n",
            ["is no commitment, and yet"],
            "leave the other fields out",
            id="no commitment with a word",
        ),
        pytest.param(
            "- sentence: note-2031.1.p3.s1\n  word: 完善\n"
            + REASON
            + "- sentence: note-2031.1.p3.s1  # here\n  word: 完善\n",
            ["is put right twice"],
            "make one entry",
            id="the same sentence twice",
        ),
    ],
)
def test_an_override_that_cannot_stand(sound: Project, entry: str, says: list[str], remedy: str) -> None:
    put_right(sound, entry)
    assert_refused(sound, DOCUMENT, says, remedy)
