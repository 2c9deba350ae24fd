"""`topics.yml` holds the topics; each document's `document.yml` files its parts under them, for the words it saw."""

from __future__ import annotations

import json

import pytest

from tests.editing.project import DOCUMENT, Project
from tests.editing.refusal import assert_refused

FILED = '    "1.p4": {topic: upkeep, words: 三是投入2.4亿元，改造}'
"""How the miniature files one passage."""


@pytest.mark.parametrize(
    ("path", "old", "new", "says", "remedy"),
    [
        pytest.param(
            "topics.yml",
            "- slug: upkeep",
            "- slug: lending  # here",
            ["'lending' stands twice"],
            "give each topic its own slug",
            id="one slug twice",
        ),
        pytest.param(
            "topics.yml",
            "- slug: upkeep",
            "- slug: unfiled  # here",
            ["'unfiled' is the address of a page"],
            "choose another",
            id="the topic of what is not filed",
        ),
        pytest.param(
            "topics.yml",
            "  related: [upkeep]",
            "  related: [upkeap]  # here",
            ["no topic 'upkeap'"],
            "did you mean upkeep?",
            id="a related topic that is not there",
        ),
        pytest.param(
            DOCUMENT,
            FILED,
            '    "1.p4": upkeap  # here',
            ["no topic 'upkeap'"],
            "did you mean upkeep?",
            id="a passage under a topic that is not there",
        ),
        pytest.param(
            DOCUMENT,
            '    "p1.s2": {topics: [upkeep]',
            '    "p1.s2": {topics: [upkeap]  # here\n     ',
            ["no topic 'upkeap'"],
            "did you mean upkeep?",
            id="a sentence that touches on a topic that is not there",
        ),
        pytest.param(
            DOCUMENT,
            FILED,
            '    "1.p4.s1": upkeep  # here',
            ["'1.p4.s1' is a sentence"],
            "list it under also",
            id="a sentence filed as a passage",
        ),
        pytest.param(
            DOCUMENT,
            FILED,
            '    "1.p4": {topic: upkeep, score: 2}  # here',
            ["less than or equal to 1"],
            "",
            id="a score that is none",
        ),
    ],
)
def test_what_cannot_stand(sound: Project, path: str, old: str, new: str, says: list[str], remedy: str) -> None:
    sound.edit(path, old, new)
    assert_refused(sound, path, says, remedy)


@pytest.mark.parametrize(
    ("new", "says", "expected"),
    [
        ('    "1.p9": upkeep', "note-2031 has no passage '1.p9'", ""),
        ('    "7": upkeep', "note-2031 has no section '7'", ""),
        ('    "1.p4": {topic: upkeep, words: 三是花钱}', "begin no passage of note-2031 any more", ""),
        ('    "p of the note": upkeep', "note-2031 has no passage", ""),
    ],
)
def test_a_filing_of_what_is_not_there_files_nothing_and_is_said(
    sound: Project, new: str, says: str, expected: str
) -> None:
    """The document is published all the same."""
    sound.edit(DOCUMENT, FILED, new)
    result = sound.run("build", "--json")
    findings = [json.loads(line) for line in result.stdout.splitlines()[:-1]]
    assert result.exit_code == 1
    found = next(f for f in findings if f["rule"] == "link.filing")
    line = sound.read(DOCUMENT).split("\n").index(new) + 1
    assert (found["place"], found["severity"]) == (f"{DOCUMENT}:{line}", "error")
    assert says in found["message"]
    assert sound.passage("note-2031.1.p4")["topics"] == ["unfiled"]


def test_a_filing_follows_its_words(sound: Project) -> None:
    """A paragraph in front takes the number that the passage had; the filing is not left pointing at it."""
    sound.edit_source("一、打牢", "各馆按月报告借阅情况，由镇馆汇总。\n一、打牢")
    result = sound.run("build", "--json")
    findings = [json.loads(line) for line in result.stdout.splitlines()[:-1]]
    moved = [f for f in findings if f["rule"] == "structure.filing"]
    assert [(f["severity"], f["found"], f["expected"]) for f in moved] == [("warning", "p2", "p3")]
    assert sound.passage("note-2031.p2")["topics"] == ["unfiled"]
    assert sound.passage("note-2031.p3")["topics"] == ["occasion"]


def test_a_section_s_topic_holds_for_what_is_in_it(built: Project) -> None:
    """`"2": upkeep` files both passages of the sections below it; a passage filed by itself stands apart."""
    assert built.passage("note-2031.2.1.p1")["topics"] == ["upkeep"]
    built.edit(DOCUMENT, '    "2": {', '    "2.2.p1": occasion\n    "2": {')
    assert built.run("build").exit_code == 0
    assert built.passage("note-2031.2.1.p1")["topics"] == ["upkeep"]
    assert built.passage("note-2031.2.2.p1")["topics"] == ["occasion"]
    page = built.read("docs/topics/upkeep/index.md")
    assert 'id="note-2031.2.2.p1" href="../../speeches/note-2031/#note-2031.2.2.p1"' in page, "an old link leads on"


def test_a_topic_may_wait_for_its_first_passage(sound: Project) -> None:
    topic = "- slug: empty\n  title: {en: Empty, zh: 空}\n  abstract: {en: Empty., zh: 空。}\n\n"
    sound.edit("topics.yml", "- slug: occasion", topic + "- slug: occasion")
    assert sound.run("build").exit_code == 0
    assert "Nothing stands here yet" in sound.read("docs/topics/empty/index.md")


def test_a_single_sentence_is_gathered_beside_its_passage_s_topic(built: Project) -> None:
    """`upkeep` shows sentence 2 of note-2031.p1 and nothing else of it."""
    assert built.passage("note-2031.p1")["topics"] == ["lending", "upkeep"]
    upkeep = next(t for t in built.digest()["topics"] if t["slug"] == "upkeep")
    assert upkeep["passages"][0] == "note-2031.p1.s2", "reading order, whatever the order of the file"
    page = built.read("docs/topics/upkeep/index.md")
    assert 'id="note-2031.p1.s2"' in page
    assert 'id="note-2031.p1"' not in page
    assert "12.5%" not in page
    assert "up 12.5%" not in page


@pytest.mark.parametrize(
    ("figures", "says", "remedy"),
    [
        ("[note-2031.p1.f13, note-2031.p1.f14]", ["no figure 'note-2031.p1.f14'"], "see data/figures.csv"),
        ("[note-2031.p1.f13, note-2031.p1.f13]", ["stands twice"], "remove one"),
        ("[note-2031.p1.f13, note-2031.p1.f24]", ["share no measure", "12.5%"], "one type and one currency"),
        ("[note-2031.p1.f13, note-2031.1.p1.f4]", ["no single measured value above zero"], "compare counts"),
        ("[note-2031.p1.f13]", ["at least 2"], ""),
    ],
)
def test_figures_that_cannot_share_an_axis(sound: Project, figures: str, says: list[str], remedy: str) -> None:
    words = f"\ncomparisons:\n- title: {{en: Loans, zh: 借阅}}\n  figures: {figures}  # here\n"
    sound.write("topics.yml", sound.read("topics.yml") + words)
    assert_refused(sound, "topics.yml", says, remedy)
