"""`topics.yml`: every passage has one primary topic, and everything named is there."""

from __future__ import annotations

import pytest

from tests.editing.project import Project
from tests.editing.refusal import assert_refused


@pytest.mark.parametrize(
    ("old", "new", "says", "remedy"),
    [
        pytest.param(
            "- slug: upkeep",
            "- slug: lending  # here",
            ["'lending' stands twice"],
            "give each topic its own slug",
            id="one slug twice",
        ),
        pytest.param(
            "  - note-2031.p2\n",
            "  - note-2031.p3  # here\n",
            ["no passage 'note-2031.p3'"],
            "did you mean note-2031.",
            id="a passage that is not there",
        ),
        pytest.param(
            "  - note-2031.p2\n",
            "  - p2 of the note  # here\n",
            ["not an id", "'p2 of the note'"],
            "write the id of a passage",
            id="what is no id at all",
        ),
        pytest.param(
            "  - note-2031.p2\n",
            "  - note-2031.2  # here\n",
            ["no passage 'note-2031.2'"],
            "did you mean note-2031.",
            id="a section in place of a passage",
        ),
        pytest.param(
            "  - note-2031.p1.s2\n",
            "  - note-2031.p1.s4  # here\n",
            ["no sentence 'note-2031.p1.s4'"],
            "note-2031.p1 has 3 sentences",
            id="a sentence that is not there",
        ),
        pytest.param(
            "  - note-2031.p1.s2\n",
            "  - note-2031.p1.f13  # here\n",
            ["no passage 'note-2031.p1.f13'"],
            "",
            id="a figure in place of a sentence",
        ),
        pytest.param(
            "  - note-2031.1.p4\n",
            "  - note-2031.1.p4.s1  # here\n",
            ["'note-2031.1.p4.s1' is a sentence"],
            "list it under also",
            id="a sentence as a primary passage",
        ),
        pytest.param(
            "  - note-2031.1.p4\n",
            "  - note-2031.1.p4\n  - note-2031.1.p3  # here\n",
            ["'note-2031.1.p3' has the primary topic 'lending' already"],
            "list it under also",
            id="two primary topics",
        ),
        pytest.param(
            "  related: [upkeep]",
            "  related: [upkeap]  # here",
            ["no topic 'upkeap'"],
            "did you mean upkeep?",
            id="a related topic that is not there",
        ),
        pytest.param(
            "- slug: occasion",
            "- slug: empty  # here\n  title: {en: Empty, zh: 空}\n  abstract: {en: Empty., zh: 空。}\n- slug: occasion",
            ["'empty' has no passages"],
            "name at least one, or remove it",
            id="a topic without passages",
        ),
    ],
)
def test_a_topic_that_cannot_stand(sound: Project, old: str, new: str, says: list[str], remedy: str) -> None:
    sound.edit("topics.yml", old, new)
    assert_refused(sound, "topics.yml", says, remedy)


def test_a_passage_without_a_topic_is_named_with_a_suggestion(sound: Project) -> None:
    """note-2031.1.p3 speaks of 借阅 only, as the passage put under `upkeep` here does."""
    sound.edit("topics.yml", "topics:", "topics:  # here")
    sound.edit("topics.yml", "  - note-2031.1.p3\n", "")
    sound.edit("topics.yml", "  - note-2031.1.p2\n", "")
    sound.edit("glossary.yml", "  zh: 统建\n", "  zh: 统建\n  aliases: [三件事, 改造]\n")
    assert_refused(sound, "topics.yml", ["2 passages without a topic: note-2031.1.p2, note-2031.1.p3"], "suggestions")
    remedy = sound.run("build").stderr.partition("remedy:")[2].splitlines()
    assert "note-2031.1.p2: lending (2 shared terms) or upkeep (1 shared terms)" in remedy[1]
    assert "note-2031.1.p3: no topic shares a term with it" in remedy[2]


def test_a_new_paragraph_of_the_text_is_not_forgotten(sound: Project) -> None:
    sound.edit("topics.yml", "topics:", "topics:  # here")
    sound.edit_source("二、加强保障\n", "各馆按月报告借阅情况，由镇馆汇总。\n二、加强保障\n")
    assert_refused(sound, "topics.yml", ["1 passages without a topic: note-2031.1.p5"], "lending (2 shared terms)")


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
