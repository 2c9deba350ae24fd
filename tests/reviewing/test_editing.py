"""Editing in $EDITOR: what the sheet shows, what comes back, and that no word that was written is lost."""

from __future__ import annotations

import pytest

from tests.editing.project import SUMMARIES
from tests.reviewing.desk import HEADING, MONEY, POINT, Desk
from yuedu.sources.reviews import sha256
from yuedu.sources.summaries import Segment
from yuedu.store.english import save

KEPT = f".cache/review/{POINT}.yml"
ONLY = (POINT, "--by", "Li Na", "--kind", "person")
HAN = "Attend to three 事 above all."
MENDED = "Attend to three things above all."


@pytest.fixture(autouse=True)
def nothing_kept(desk: Desk) -> None:
    """The cache is shared by all tests: no edit of another one is left in it."""
    (desk.project.root / KEPT).unlink(missing_ok=True)


def test_an_edit_is_saved_and_judged_anew(desk: Desk) -> None:
    desk.editor((HAN, MENDED))
    result = desk.review("e", "a", options=ONLY)
    record = desk.record(POINT)
    assert (record.state, record.text, record.drafted_by) == ("reviewed", MENDED, "a model"), result.output
    assert "1 accepted, 1 edited" in result.output
    assert not (desk.project.root / KEPT).exists()


def test_the_sheet_shows_the_chinese_and_the_findings(desk: Desk) -> None:
    desk.editor((HAN, MENDED))
    desk.review("e", "q", options=ONLY)
    (sheet,) = desk.sheets
    assert f"# [1] {desk.corpus().texts[POINT]}\n" in sheet
    assert "# error: text.han: Han characters in the English (事)\n" in sheet
    assert sheet.endswith(f"segments:\n- text: {HAN}\n  from: [1]\n")


def test_an_edit_resets_the_review(desk: Desk) -> None:
    desk.editor(("Firm up", "Strengthen"))
    desk.review("a", "b", "e", "q")
    record = desk.record(HEADING)
    assert (record.state, record.text) == ("draft", "Strengthen the basis of lending")
    assert (record.reviewed_by, record.reviewer_kind, record.reviewed_on, record.approved) == (None,) * 4


def test_labels_and_notes_can_be_edited(desk: Desk) -> None:
    corpus = desk.corpus()
    key = next(k for k, m in corpus.targets[MONEY].figures.items() if m and k not in desk.record(MONEY).figures)
    added = f"figures:\n  {key}:\n    zh: 投入\n    en: spending\nnotes:\n- zh: 馆舍\n  en: the buildings\nsegments:\n"
    figures = desk.record(MONEY).figures
    assert not figures
    desk.editor(("segments:\n", added))
    desk.review("e", "a", options=(MONEY, "--by", "Li", "--kind", "person"))
    record = desk.record(MONEY)
    assert record.state == "reviewed"
    assert (record.figures[key].en, record.notes[0].en) == ("spending", "the buildings")


def test_stale_english_that_is_edited_is_for_the_chinese_of_now(desk: Desk) -> None:
    desk.project.edit_source("重点抓好三件事", "重点抓三件事")
    desk.editor((HAN, MENDED))
    result = desk.review("e", "a", options=ONLY)
    record = desk.record(POINT)
    assert (record.state, record.source) == ("reviewed", sha256(desk.corpus().texts[POINT])), result.output


@pytest.mark.parametrize(
    ("nonsense", "says"),
    [
        ("segments:\n- text: 'no end\n", "malformed YAML"),
        ("segments: []\n", "segments"),
        ("segments:\n- text: Words.\n", "the field 'from' is missing"),
        ("segments:\n- text: ''\n  from: [1]\n", "segments.0.text"),
        ("segments:\n- text: Words.\n  from: [9]\n", "there is no Chinese sentence 9"),
        ("segments:\n- text: Words.\n  from: [one]\n", "segments.0.from"),
        ("segments:\n- text: Words.\n  form: [1]\n", "write 'from'"),
        ("state: reviewed\nsegments:\n- text: Words.\n  from: [1]\n", "'state' cannot be edited here"),
        ("just words\n", "the English is written as fields"),
        ("omitted: []\n", "the field 'segments' is missing"),
        ("segments:\n- text: A \x07 bell\n  from: [1]\n", "malformed YAML"),
    ],
)
def test_nonsense_comes_back_with_the_error(desk: Desk, nonsense: str, says: str) -> None:
    """The editor opens again on the same text, the error above it; then the mended text is taken."""
    desk.editor((None, f"# mine\n{nonsense}"), (None, f"segments:\n- text: {MENDED}\n  from: [1]\n"))
    result = desk.review("e", "y", "q", options=ONLY)
    assert says in result.output
    _, second = desk.sheets
    head, _, rest = second.partition("# mine\n")
    assert rest == nonsense
    assert says in head
    assert all(line.startswith("#! ") for line in head.splitlines())
    assert desk.record(POINT).text == MENDED


def test_the_error_names_the_line_in_the_file_that_opens(desk: Desk) -> None:
    broken = "segments:\n- text: Words.\n  from: [1]\n- text: More.\n  from: [9]\n"
    desk.editor((None, broken), (None, "#! old\n" + broken), (None, broken))
    desk.review("e", "y", "y", "n", "q", options=ONLY)
    for sheet in desk.sheets[1:]:
        lines = sheet.split("\n")
        assert lines[0].startswith("#! line ")
        line = int(lines[0].removeprefix("#! line ").partition(":")[0])
        assert lines[line - 1] == "  from: [9]"
        assert "#! old" not in sheet


def test_what_is_not_mended_now_is_kept_for_later(desk: Desk) -> None:
    before = desk.project.read(SUMMARIES)
    desk.editor((None, "segments: my long work\n"))
    result = desk.review("e", "n", "q", options=ONLY)
    assert f"What you wrote is in {KEPT}." in result.output
    assert desk.project.read(SUMMARIES) == before
    assert desk.project.read(KEPT).endswith("segments: my long work\n")
    desk.editor(("segments: my long work", f"segments: [{{text: {MENDED}, from: [1]}}]"))
    result = desk.review("e", "y", "q", options=ONLY)
    assert "An edit that was not saved" in result.output
    assert desk.record(POINT).text == MENDED


def test_a_kept_edit_can_be_thrown_away(desk: Desk) -> None:
    desk.editor((None, "segments: my long work\n"), (HAN, MENDED))
    desk.review("e", "n", "e", "n", "q", options=ONLY)
    assert desk.record(POINT).text == MENDED


@pytest.mark.parametrize("text", ["", "# only comments\n"])
def test_deleting_everything_leaves_it_as_it_was(desk: Desk, text: str) -> None:
    before = desk.project.read(SUMMARIES)
    desk.editor((None, text))
    assert "Left as it was." in desk.review("e", "q", options=ONLY).output
    assert desk.project.read(SUMMARIES) == before
    assert not (desk.project.root / KEPT).exists()


def test_saving_the_sheet_unchanged_keeps_a_review(desk: Desk) -> None:
    desk.review("a", "q")
    before = desk.project.read(SUMMARIES)
    desk.editor(("Firm up", "Firm up"))
    assert "Left as it was." in desk.review("e", "q", options=(HEADING, "--state", "all")).output
    assert desk.project.read(SUMMARIES) == before


def test_an_editor_that_fails(desk: Desk) -> None:
    before = desk.project.read(SUMMARIES)
    desk.editor((3, None))
    result = desk.review("e", "n", "q", options=ONLY)
    assert "EDITOR" in result.output
    assert "set EDITOR to the command of your editor" in result.output
    assert desk.project.read(SUMMARIES) == before


def test_an_editor_that_is_not_there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor-anywhere")
    result = desk.review("e", "n", "q", options=ONLY)
    assert "set EDITOR to the command of your editor" in result.output


class TestChangedUnderneath:
    """Somebody else writes the same English while it is on the screen."""

    def change(self, desk: Desk, monkeypatch: pytest.MonkeyPatch, ident: str, text: str) -> None:
        """The first answer is given only after the file has changed."""
        from yuedu.desk.terminal.answers import Answers

        original = Answers.key

        def key(self: Answers, prompt: str) -> str:
            monkeypatch.setattr(Answers, "key", original)
            there = desk.record(ident)
            save(
                desk.project.root,
                {ident: there.model_copy(update={"segments": [Segment(text=text, stands_on=[1])]})},
            )
            return original(self, prompt)

        monkeypatch.setattr(Answers, "key", key)

    def test_accepting_what_is_no_longer_there_is_refused(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.change(desk, monkeypatch, HEADING, "Somebody's better words")
        result = desk.review("a", "q", options=(HEADING, "--by", "Li", "--kind", "person"))
        assert "has changed since it was read" in result.output
        assert result.output.count("Somebody's better words") == 1, "shown at once"
        record = desk.record(HEADING)
        assert (record.state, record.text) == ("draft", "Somebody's better words")

    def test_an_edit_of_it_is_kept_in_a_named_file(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.change(desk, monkeypatch, POINT, "Somebody's better words.")
        desk.editor((HAN, MENDED))
        result = desk.review("e", "q", options=ONLY)
        assert f"What you wrote is in {KEPT}." in result.output
        assert MENDED in desk.project.read(KEPT)
        assert desk.record(POINT).text == "Somebody's better words."

    def test_another_text_of_the_same_file_does_not_matter(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.change(desk, monkeypatch, MONEY, "Third, spend 240 million.")
        desk.review("a", "q")
        assert desk.record(HEADING).state == "reviewed"
        assert desk.record(MONEY).text == "Third, spend 240 million."

    def test_a_file_that_became_nonsense_is_left_alone(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.change(desk, monkeypatch, MONEY, "Words.")
        original = desk.project.read

        from yuedu.desk.review import session

        saved = session.save

        def broken(*args: object, **more: object) -> object:
            desk.project.write(SUMMARIES, "{ nonsense\n")
            return saved(*args, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(session, "save", broken)
        result = desk.review("a", "q")
        assert "malformed YAML" in result.output
        assert result.exit_code == 0
        assert original(SUMMARIES) == "{ nonsense\n"
