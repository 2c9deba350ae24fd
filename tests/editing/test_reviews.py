"""What a review vouches for, and what it does not: words edited since, warnings let stand, labels of figures."""

from __future__ import annotations

import hashlib

import pytest

from tests.editing.project import SUMMARIES, Project, block
from tests.editing.refusal import assert_refused

P1, P4 = "note-2031.p1", "note-2031.1.p4"
SPEECH = "docs/speeches/note-2031/index.md"
STRIVE = "and strive to finish by the end of the year."


def lines(project: Project) -> list[str]:
    """What a check says, without the summary."""
    return project.run("check").stdout.splitlines()[:-1]


def of(project: Project, ident: str, en: str) -> str:
    """What a dismissal is of, as the documentation has it."""
    zh = project.passage(ident)["zh"]
    return hashlib.sha256(f"{zh}\n{en}".encode()).hexdigest()[:16]


def dismiss(project: Project, after: str, rule: str, found: str, hash_: str) -> None:
    """A dismissal in the record that ends with `after`."""
    said = f"  dismissed:\n  - rule: {rule}\n    found: {found!r}\n    reason: a test\n    of: '{hash_}'\n"
    project.edit(SUMMARIES, after, after + said)


LABEL = "      en: spending on refitting the libraries\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (STRIVE, "and strive to end by the end of the year."),
        ("馆舍指图书馆的房屋。", "馆舍指图书馆的房子。"),
        ("en: spending on refitting the libraries", "en: money for the libraries"),
        ("reason: an official formula of thanks", "reason: thanks"),
        ("    from: [1, 2]\n  - text: 'Readers", "    from: [2]\n  - text: 'Readers"),
    ],
    ids=["English", "a note", "a label", "an omission's reason", "what a segment stands on"],
)
def test_whatever_a_reader_sees_is_a_draft_again_once_edited(sound: Project, old: str, new: str) -> None:
    sound.edit(SUMMARIES, old, new)
    result = sound.run("build")
    assert result.exit_code == 1
    (finding,) = result.stdout.splitlines()[:1]
    assert "error: state.edited: edited after review; review it again" in finding
    assert result.stdout.count("error:") == 1
    sound.edit("mkdocs.yml", "drafts: hide", "drafts: mark")
    sound.run("build")
    page = sound.read(SPEECH)
    assert "edited after review; review it again" in page, "not shown as a draft either: nobody meant it as one"


def test_a_review_of_what_now_stands_mends_it(sound: Project) -> None:
    sound.edit(SUMMARIES, STRIVE, "and strive to end by the end of the year.")
    sound.approve(P4)
    assert sound.run("build").exit_code == 0
    assert "strive to end" in block(sound.read(SPEECH), P4)


def test_layout_and_who_reviewed_are_no_words(sound: Project) -> None:
    """A comment, quotation marks, another reviewer: the same English."""
    sound.edit(
        SUMMARIES, "  - text: While lending grew, Shumutong", "  # went\n  - text: While lending grew, Shumutong"
    )
    assert sound.run("build").exit_code == 0


@pytest.mark.parametrize("approved", ["ABC", "f" * 63])
def test_an_approval_that_is_no_hash(sound: Project, approved: str) -> None:
    text = sound.read(SUMMARIES)
    line = next(line for line in text.split("\n") if line.startswith("  approved: "))
    sound.edit(SUMMARIES, line, f"  approved: {approved}  # here")
    assert_refused(sound, SUMMARIES, ["approved", approved], "")


def test_who_drafted_and_who_reviewed_when_stands_beside_the_english(built: Project) -> None:
    passage = block(built.read(SPEECH), P4)
    assert "reviewed 2031-03-02 · a model, an editor (person)" in passage
    assert "已审（人工）" in passage


def test_a_draft_says_who_drafted_it(sound: Project) -> None:
    sound.edit("mkdocs.yml", "drafts: hide", "drafts: mark")
    sound.run("build")
    assert "draft, not reviewed · a model" in block(sound.read(SPEECH), "note-2031.1.p1")


def test_labels_reach_the_figures(built: Project) -> None:
    counts = {f["id"]: f["counts"] for f in built.digest()["figures"]}
    assert counts[f"{P4}.f4"] == {"zh": "改造馆舍的投入", "en": "spending on refitting the libraries"}
    assert counts[f"{P1}.f40"] == {"zh": None, "en": None}
    assert "spending on refitting the libraries" in built.read("docs/data/figures.csv")


def test_labels_of_english_that_is_withheld_are_withheld_too(sound: Project) -> None:
    sound.edit(SUMMARIES, STRIVE, "and strive to end by the end of the year.")
    sound.run("build")
    counts = {f["id"]: f["counts"] for f in sound.digest()["figures"]}
    assert counts[f"{P4}.f4"] == {"zh": None, "en": None}


def test_an_editors_word_on_a_figure_stands(sound: Project) -> None:
    text = "\nfigures:\n- figure: note-2031.1.p4.f4\n  counts: {zh: 投入总额, en: total spent}\n  reason: plainer\n"
    sound.write("seeds/mini/document.yml", sound.read("seeds/mini/document.yml").rstrip() + text)
    assert sound.run("build").exit_code == 0
    counts = {f["id"]: f["counts"] for f in sound.digest()["figures"]}
    assert counts[f"{P4}.f4"] == {"zh": "投入总额", "en": "total spent"}


def test_a_label_of_no_figure(sound: Project) -> None:
    sound.edit(SUMMARIES, "    f4:\n", "    f5:\n")
    sound.approve(P4)
    found = lines(sound)
    assert any("error: link.figure: note-2031.1.p4 has no figure f5 (found 'f5', expected 'f4')" in x for x in found)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("en: loans by the town’s libraries", "en: 次 loans", "error: text.han: the label of f13: Han characters"),
        ("zh: 全镇图书馆借阅量", "zh: 书目通借阅量", "error: term.missing: the label of f13: 书目通 has none of its"),
        ("zh: 全镇图书馆借阅量", "zh: loans", "error: text.chinese: the label of f13 has no Chinese"),
    ],
)
def test_a_label_is_english_too(sound: Project, old: str, new: str, says: str) -> None:
    sound.edit(SUMMARIES, old, new)
    sound.approve(P1)
    assert any(says in line for line in lines(sound))


def test_a_note_may_quote_chinese_and_may_not_be_a_models_talk(sound: Project) -> None:
    sound.edit(SUMMARIES, "en: 馆舍 means the library buildings.", "en: As an AI I take 馆舍 for buildings.")
    sound.approve(P4)
    (finding,) = lines(sound)
    assert "error: text.chatter: a note: talk or markup" in finding


def test_a_measured_figure_without_a_label(sound: Project) -> None:
    sound.edit(SUMMARIES, "    f24:\n      zh: 借阅量同比增长\n      en: growth in loans on the year before\n", "")
    sound.approve(P1)
    (finding,) = lines(sound)
    assert "warning: text.label: no label says what the figure f24 counts" in finding


def test_a_dismissed_warning_is_silent_with_its_reason(built: Project) -> None:
    """The miniature has one."""
    assert lines(built) == []
    text = built.read(SUMMARIES)
    built.write(SUMMARIES, text[: text.index("  dismissed:")] + text[text.index("\nnote-2031.1.p1:") :])
    (finding,) = lines(built)
    assert "warning: text.label: no label says what the figure f40 counts" in finding


def test_a_dismissal_expires_with_the_english(sound: Project) -> None:
    sound.run("build")
    sound.edit(SUMMARIES, "Readers rate it well", "Readers like it")
    sound.approve(P1)
    warning, expired = lines(sound)
    assert "text.label" in warning
    assert "warning: state.dismissal: the dismissal of text.label (f40) was of other words, and has expired" in expired
    english = sound.passage(P1)["en"]["segments"]
    words = " ".join(s["text"] for s in english).replace("Readers rate it well", "Readers like it")
    assert f"expected '{of(sound, P1, words)}'" in expired


def test_a_dismissal_of_nothing(sound: Project) -> None:
    sound.run("build")
    en = " ".join(s["text"] for s in sound.passage(P4)["en"]["segments"])
    dismiss(sound, LABEL, "text.modality", "确保", of(sound, P4, en))
    (finding,) = lines(sound)
    assert "warning: state.dismissal: the dismissal of text.modality (确保) matches no warning: remove it" in finding


def test_a_warning_of_the_gate_and_its_dismissal(sound: Project) -> None:
    weak = "and finish by the end of the year."
    sound.edit(SUMMARIES, STRIVE, weak)
    sound.approve(P4)
    sound.run("build")
    (finding,) = lines(sound)
    assert "warning: text.modality: 力争 is an aim, and the English is not" in finding
    en = " ".join(s["text"] for s in sound.passage(P4)["en"]["segments"])
    dismiss(sound, LABEL, "text.modality", "力争", of(sound, P4, en))
    assert lines(sound) == []


def test_an_error_cannot_be_dismissed(sound: Project) -> None:
    sound.run("build")
    ident = "note-2031.2.2.p1"
    sound.edit(SUMMARIES, "check the Shumutong stacks", "check the stacks")
    sound.approve(ident)
    en = "Keep the stacks safe; check the stacks once a month."
    end = "check the stacks once a month.\n    from: [1, 2]\n"
    dismiss(sound, end, "term.missing", "书目通书库", of(sound, ident, en))
    found = lines(sound)
    assert any("error: term.missing: 书目通书库" in line for line in found)
    assert any("error: state.dismissal: term.missing (书目通书库) is an error, and only a warning" in x for x in found)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("of: e936fcdcb0b8317e", "of: e936  # here", ["of"]),
        ("    reason: the villages are", "    # here: the villages are", ["'reason' is missing"]),
        ("    found: f40\n", "    founds: f40  # here\n", ["unknown field 'founds'"]),
    ],
)
def test_a_dismissal_that_is_not_well_formed(sound: Project, old: str, new: str, says: list[str]) -> None:
    sound.edit(SUMMARIES, old, new)
    result = sound.run("build")
    assert result.exit_code == 2
    for words in says:
        assert words in result.stderr
    assert result.stderr.startswith(f"error: {SUMMARIES}:")


def test_english_that_the_gate_refuses_is_withheld_with_its_reason(sound: Project) -> None:
    """A rendering that is not the term base's: no reader takes it for reviewed."""
    sound.edit(SUMMARIES, "Shumutong went live", "Bookthrough went live")
    sound.approve(P1)
    result = sound.run("build")
    assert result.exit_code == 1
    assert "error: term.missing: 书目通 has none of its renderings in the English" in result.stdout
    passage = block(sound.read(SPEECH), P1)
    assert "English withheld: 书目通 has none of its renderings in the English" in passage
    assert "Bookthrough" not in "".join(data.decode() for data in sound.bytes("docs").values())
    assert sound.passage(P1)["en"] is None
