"""What a reader sees of English that is not there, is a draft, is reviewed or is stale."""

from __future__ import annotations

import shutil

from tests.editing.project import STALE, SUMMARIES, Project, block

SPEECH = "docs/speeches/note-2031/index.md"
DRAFT = "Attend to three things above all."
NONE_YET = "No English yet"


def marked(project: Project) -> Project:
    project.edit("mkdocs.yml", "drafts: hide", "drafts: mark")
    return project


def as_draft(project: Project, ident: str) -> None:
    """Make the reviewed English of an id a draft again."""
    text = project.read(SUMMARIES)
    start = text.index(f"{ident}:\n")
    project.write(SUMMARIES, text[:start] + text[start:].replace("state: reviewed", "state: draft", 1))


def test_hidden_drafts_are_nowhere(built: Project) -> None:
    """Not on a page, not in the data: a passage with a draft reads as one with nothing yet."""
    assert all(DRAFT.encode() not in data for data in built.bytes("docs").values())
    assert all(b"Strengthen support" not in data for data in built.bytes("docs").values())
    assert NONE_YET in block(built.read(SPEECH), "note-2031.1.p1")
    assert built.passage("note-2031.1.p1")["en"] is None


def test_marked_drafts_say_that_they_are_drafts(sound: Project) -> None:
    assert marked(sound).run("build").exit_code == 0
    passage = block(sound.read(SPEECH), "note-2031.1.p1")
    assert DRAFT in passage
    assert "draft, not reviewed" in passage
    assert "yd-reviewed" not in passage
    assert DRAFT in block(sound.read("docs/topics/lending/index.md"), "note-2031.1.p1")
    english = sound.passage("note-2031.1.p1")["en"]
    assert (english["state"], english["reviewed_by"]) == ("draft", None)


def test_a_draft_heading_is_marked(sound: Project) -> None:
    """A heading is English like any other: shown as a draft where drafts are marked."""
    marked(sound).run("build")
    page = sound.read(SPEECH)
    assert "draft, not reviewed" in page[page.index("Strengthen support") : page.index("{#note-2031.2.1}")]


def test_a_draft_in_a_concordance_is_marked(sound: Project) -> None:
    """A line quoted on a term's page never poses as reviewed."""
    as_draft(sound, "note-2031.2.2.p1")
    marked(sound).run("build")
    page = sound.read("docs/glossary/shumutongshuku/index.md")
    example, _, concordance = page.partition("{#concordance}")
    for place in (example, concordance):
        quoted, _, _ = place.partition("Keep the stacks safe")
        assert quoted != place
        assert "draft, not reviewed" in quoted.rpartition("yd-ref")[2] + place[len(quoted) :].split("\n")[0]


def test_a_draft_heading_beside_a_passage_is_marked(sound: Project) -> None:
    """A topic page names the section: a reviewed passage does not lend its mark to a draft heading."""
    as_draft(sound, "note-2031.1")
    marked(sound).run("build")
    passage = block(sound.read("docs/topics/upkeep/index.md"), "note-2031.1.p4")
    where, _, state = passage.partition("yd-reviewed")
    assert "Firm up the basis of lending" in where
    assert "draft, not reviewed" in where
    assert state


def test_reviewed_english_shows_what_it_stands_on(built: Project) -> None:
    passage = block(built.read(SPEECH), "note-2031.p1")
    assert "yd-reviewed" in passage
    assert 'data-s="1 2" style="order:1">While lending grew' in passage
    assert 'data-s="2 3" style="order:3">Readers rate it well' in passage
    english = built.passage("note-2031.p1")["en"]
    assert [s["from"] for s in english["segments"]] == [[1], [1, 2], [2, 3]]
    assert (english["state"], english["reviewed_by"], english["reviewer_kind"]) == ("reviewed", "an editor", "person")


def test_an_omitted_sentence_keeps_its_reason(built: Project) -> None:
    english = built.passage("note-2031.p2")["en"]
    assert english["omitted"] == [{"sentence": 2, "reason": "an official formula of thanks"}]


def test_stale_english_is_withheld_with_its_reason(mini: Project) -> None:
    """The tree is written, the reason stands where the English would, and the run exits with 1."""
    result = mini.run("build")
    assert result.exit_code == 1
    line = mini.read(STALE).split("\n").index("note-2031.1.p2:") + 1
    assert f"{STALE}:{line}: error: state.stale: the Chinese has changed" in result.stdout
    for page in (SPEECH, "docs/topics/lending/index.md"):
        passage = block(mini.read(page), "note-2031.1.p2")
        assert "English withheld: the Chinese has changed since this English was made" in passage
        assert "英文暂不显示" in passage
    assert all(b"First, build Shumutong." not in data for data in mini.bytes("docs").values())
    assert mini.passage("note-2031.1.p2")["en"] is None


def test_stale_english_is_withheld_where_drafts_are_marked_too(mini: Project) -> None:
    marked(mini).run("build")
    assert all(b"First, build Shumutong." not in data for data in mini.bytes("docs").values())


def test_changing_a_character_makes_english_stale(sound: Project) -> None:
    assert sound.run("build").exit_code == 0
    sound.edit_source("书库安全。书目通", "书库的安全。书目通")
    result = sound.run("build")
    assert result.exit_code == 1
    assert "state.stale" in result.stdout
    assert sound.passage("note-2031.2.2.p1")["en"] is None
    assert sound.passage("note-2031.p1")["en"] is not None, "one passage only"


def test_stale_english_of_a_heading_is_withheld_with_its_reason(sound: Project) -> None:
    """The same promise holds for headings."""
    text = sound.read(SUMMARIES)
    start = text.index("source: ", text.index("note-2031.2.1:")) + len("source: ")
    sound.write(SUMMARIES, text[:start] + "f" * 64 + text[start + 64 :])
    assert sound.run("build").exit_code == 1
    page = sound.read(SPEECH)
    assert "Staff the libraries well" not in page
    around = page[page.index("（一）") : page.index('id="note-2031.2.1.p1"')]
    assert "withheld" in around


def test_without_summaries_everything_reads_in_chinese(sound: Project) -> None:
    shutil.rmtree(sound.root / "summaries")
    result = sound.run("build")
    assert result.exit_code == 0
    page = sound.read(SPEECH)
    passages = sound.digest()["passages"]
    assert len(passages) == 8
    for passage in passages:
        assert passage["en"] is None
        assert NONE_YET in block(page, passage["id"])
    assert page.count('class="yd-en"') == 0
    assert all(section["title"]["en"] is None for section in sound.digest()["sections"])


def test_summaries_change_no_address(built: Project) -> None:
    """English comes and goes; links stay."""
    before = built.read("seeds/ledger.txt")
    shutil.rmtree(built.root / "summaries")
    assert built.run("build").exit_code == 0
    assert built.read("seeds/ledger.txt") == before
