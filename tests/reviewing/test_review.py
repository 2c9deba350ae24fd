"""`yuedu review`: each key, what it writes, and that the files are the only memory."""

from __future__ import annotations

import json
import re
import time
from datetime import date
from pathlib import Path

import pytest

from tests.editing.project import SUMMARIES
from tests.reviewing.desk import HEADING, MONEY, POINT, RULES, Desk, real_project_of_drafts
from yuedu.corpus.synopses import source_of
from yuedu.desk.review import session
from yuedu.sources.reviews import pair_hash
from yuedu.sources.synopses import Sentence, Synopsis
from yuedu.store.english import load_synopsis, save_synopses

ON = "2031-02-27"
"""The day that SOURCE_DATE_EPOCH names in these tests."""


class TestAccept:
    def test_accepting_writes_the_review(self, desk: Desk) -> None:
        before = desk.project.read(SUMMARIES)
        result = desk.review("a", "q")
        assert result.exit_code == 0, result.output
        record = desk.record(HEADING)
        assert (record.state, record.reviewed_by, record.reviewer_kind) == ("reviewed", "Li Na", "person")
        assert (record.reviewed_on, record.approved) == (ON, record.approval)
        assert desk.corpus().english[HEADING].state == "reviewed"
        review = f"  state: reviewed\n  drafted_by: a model\n  reviewed_by: Li Na\n  reviewer_kind: person\n  reviewed_on: {ON}\n  approved: {record.approval}\n"
        old = before[before.index(f"{HEADING}:\n") :]
        old = old[: old.index("  segments:")]
        new = old.replace("  state: draft\n  drafted_by: a model\n", review)
        assert desk.project.read(SUMMARIES) == before.replace(old, new)
        assert "1 accepted, 0 edited, 0 rejected, 0 dismissed; 3 left" in result.output

    def test_an_error_blocks_and_says_why(self, desk: Desk) -> None:
        before = desk.project.read(SUMMARIES)
        result = desk.review("accept", "q", options=(POINT, "--by", "Li", "--kind", "model"))
        assert "Not accepted" in result.output
        assert "x1 text.han: Han characters in the English" in result.output
        assert desk.project.read(SUMMARIES) == before

    def test_a_warning_blocks_until_it_is_dismissed(self, desk: Desk) -> None:
        result = desk.review("a", "q", options=(MONEY, "--by", "Li", "--kind", "person"))
        assert "Not accepted" in result.output
        assert "!1 text.label" in result.output
        assert desk.record(MONEY).state == "draft"

    def test_what_was_edited_since_its_review_is_reviewed_again(self, desk: Desk) -> None:
        desk.review("a", "q")
        desk.project.edit(SUMMARIES, "Firm up the basis", "Strengthen the basis")
        assert desk.corpus().english[HEADING].state == "draft"
        result = desk.review("a", "q", options=(HEADING, "--by", "Wu", "--kind", "model"))
        assert "state.edited" in result.output
        assert desk.corpus().english[HEADING].state == "reviewed"
        assert desk.record(HEADING).reviewed_by == "Wu"

    def test_stale_english_is_not_accepted(self, desk: Desk) -> None:
        desk.project.edit_source("打牢借阅服务基础", "打牢服务基础")
        result = desk.review("a", "q", options=(HEADING, "--by", "Li", "--kind", "person"))
        assert "state.stale: the Chinese has changed since this English was made" in result.output
        assert desk.record(HEADING).state == "draft"


class TestReviewer:
    def test_the_name_is_asked_for_once(self, desk: Desk) -> None:
        result = desk.review("a", "Zhang San", "person", "s", "a", options=())
        assert result.output.count("Your name") == 1
        assert [desk.record(i).reviewed_by for i in (HEADING, RULES)] == ["Zhang San", "Zhang San"]

    def test_the_name_that_git_knows_is_offered_and_confirmed(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desk.project.write("gitconfig", "[user]\n\tname = Wang Wu\n")
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(desk.project.root / "gitconfig"))
        result = desk.review("a", "", "p", "q", options=())
        assert "(Enter for Wang Wu)" in result.output
        assert desk.record(HEADING).reviewed_by == "Wang Wu"

    def test_the_environment_names_the_reviewer(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("YUEDU_REVIEWER", "Zhao Liu")
        desk.review("a", "m", "q", options=())
        record = desk.record(HEADING)
        assert (record.reviewed_by, record.reviewer_kind) == ("Zhao Liu", "model")

    @pytest.mark.parametrize(
        ("answers", "says"),
        [(["a", "", "q"], "a review needs its reviewer's name"), (["a", "Li", "x", "q"], "say whether a person or")],
    )
    def test_nothing_is_accepted_for_nobody(self, desk: Desk, answers: list[str], says: str) -> None:
        before = desk.project.read(SUMMARIES)
        assert says in desk.review(*answers, options=()).output
        assert desk.project.read(SUMMARIES) == before

    def test_an_empty_name_is_refused(self, desk: Desk) -> None:
        result = desk.review(options=("--by", " "))
        assert (result.exit_code, "--by: no name" in result.stderr) == (2, True)

    def test_the_day_is_the_clocks(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH")
        days = {date.today().isoformat()}
        desk.review("a", "q")
        assert desk.record(HEADING).reviewed_on in {*days, date.today().isoformat()}

    def test_a_time_that_is_none_is_refused(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
        result = desk.review("a")
        assert (result.exit_code, "'yesterday' is no time" in result.stderr) == (2, True)


class TestReject:
    def test_rejecting_keeps_the_english_with_the_reason(self, desk: Desk) -> None:
        result = desk.review("reject", "The duty is on the wrong party: 各馆.", "q")
        record = desk.record(HEADING)
        assert (record.state, record.rejected) == ("draft", "The duty is on the wrong party: 各馆.")
        assert "1 rejected" in result.output
        assert HEADING not in desk.listed()
        again = desk.review("q", options=(HEADING,))
        assert "rejected: The duty is on the wrong party" in again.output

    def test_reviewed_english_goes_back_to_draft(self, desk: Desk) -> None:
        desk.review("a", "q")
        desk.review("r", "Read again: too free.", "q", options=("--state", "all", HEADING))
        record = desk.record(HEADING)
        assert (record.state, record.rejected) == ("draft", "Read again: too free.")
        assert (record.reviewed_by, record.reviewer_kind, record.reviewed_on, record.approved) == (None,) * 4

    def test_accepting_after_all_drops_the_reason(self, desk: Desk) -> None:
        desk.review("r", "Too free.", "q")
        desk.review("a", "q", options=(HEADING, "--by", "Li", "--kind", "person"))
        assert (desk.record(HEADING).state, desk.record(HEADING).rejected) == ("reviewed", None)

    def test_a_reason_is_needed(self, desk: Desk) -> None:
        before = desk.project.read(SUMMARIES)
        assert "Not rejected: a reason is needed." in desk.review("r", "", "q").output
        assert desk.project.read(SUMMARIES) == before


class TestDismiss:
    def test_a_dismissed_warning_lets_the_text_be_accepted(self, desk: Desk) -> None:
        options = (MONEY, "--by", "Li", "--kind", "person")
        result = desk.review("d", "The heading says what it counts.", "a", options=options)
        record = desk.record(MONEY)
        assert record.state == "reviewed", result.output
        (dismissal,) = record.dismissed
        assert (dismissal.rule, dismissal.reason) == ("text.label", "The heading says what it counts.")
        assert dismissal.of == pair_hash(desk.corpus().texts[MONEY], record.text)
        assert "text.label" not in desk.project.run("check").stdout

    def test_a_dismissal_of_other_words_goes_when_the_text_is_accepted(self, desk: Desk) -> None:
        options = (MONEY, "--by", "Li", "--kind", "person")
        desk.review("d", "First reason.", "q", options=options)
        desk.project.edit(SUMMARIES, "refitting the libraries", "refitting the library buildings")
        result = desk.review("a", "d", "Second reason.", "a", options=options)
        assert "Not accepted" in result.output
        assert [d.reason for d in desk.record(MONEY).dismissed] == ["Second reason."]
        assert desk.record(MONEY).state == "reviewed"

    @pytest.mark.parametrize(
        ("ident", "answers", "says"),
        [
            (POINT, ["d", "q"], "an error has to be mended"),
            (MONEY, ["d 7", "q"], "7 is no finding here"),
            (MONEY, ["d !1", "", "q"], "Not dismissed: a reason is needed"),
        ],
    )
    def test_what_cannot_be_dismissed(self, desk: Desk, ident: str, answers: list[str], says: str) -> None:
        before = desk.project.read(SUMMARIES)
        assert says in desk.review(*answers, options=(ident,)).output
        assert desk.project.read(SUMMARIES) == before

    def test_one_of_several_is_chosen_by_its_number(self, desk: Desk) -> None:
        desk.editor((None, "segments:\n- text: Third, 240 million.\n  from: [1]\n"))
        desk.review("e", "q", options=(MONEY,))
        listed = json.loads(desk.review(options=("--json", MONEY)).stdout.splitlines()[0])
        warnings = [f for f in listed["findings"] if f["severity"] == "warning"]
        assert len(warnings) > 1
        errors = len(listed["findings"]) - len(warnings)
        desk.review("d", f"{errors + 2}", "It may stand.", "q", options=(MONEY,))
        (dismissal,) = desk.record(MONEY).dismissed
        assert (dismissal.rule, dismissal.found) == (warnings[1]["rule"], warnings[1]["found"])


class TestGoingOn:
    def test_the_files_are_the_memory(self, desk: Desk) -> None:
        first = desk.review("a", "r", "Not English.", "q")
        assert "2 left" in first.output
        second = desk.review("q")
        assert f"{RULES}  1 of 2" in second.output

    def test_skip_and_back(self, desk: Desk) -> None:
        result = desk.review("s", "s", "b", "b", "back", "q")
        shown = [line.split()[0] for line in result.output.splitlines() if line.startswith("note-")]
        assert shown == [HEADING, POINT, RULES, POINT, HEADING, HEADING]

    def test_the_end(self, desk: Desk) -> None:
        result = desk.review("s", "s", "s", "s")
        assert "That was the last one." in result.output
        assert "4 left" in result.output
        for ident in (HEADING, RULES):
            desk.review("a", options=(ident, "--by", "Li", "--kind", "person"))
        desk.review("r", "No.", options=(POINT,))
        desk.review("r", "No.", options=(MONEY,))
        assert "nothing waits for a review" in desk.review().output

    def test_no_more_answers(self, desk: Desk) -> None:
        result = desk.review("a")
        assert result.exit_code == 0
        assert "1 accepted" in result.output
        assert desk.record(HEADING).state == "reviewed"

    @pytest.mark.parametrize("answer", ["", "x", "accepted", "7"])
    def test_no_such_key(self, desk: Desk, answer: str) -> None:
        before = desk.project.read(SUMMARIES)
        assert "one of the keys" in desk.review(answer, "q").output or "none of the keys" in desk.review(answer).output
        assert desk.project.read(SUMMARIES) == before


class TestSynopses:
    """Reviewed like any other English, in both languages at once; what it stands on is shown."""

    def synopsis(self, desk: Desk) -> Synopsis:
        """English that waits for `topics.lending`, the only synopsis."""
        sentences = [Sentence(zh="借阅上升。", en="Lending rises.", stands_on=[POINT])]
        source = source_of([POINT], desk.corpus().texts)
        made = Synopsis(source=source, state="draft", drafted_by="a model", sentences=sentences)
        save_synopses(desk.project.root, {"topics.lending": made})
        return made

    def there(self, desk: Desk) -> Synopsis:
        found = load_synopsis(desk.project.root, "topics.lending")
        assert found
        return found

    def test_accept(self, desk: Desk) -> None:
        made = self.synopsis(desk)
        result = desk.review("a", options=("topics", "--by", "Li", "--kind", "person"))
        assert f"stands on {POINT}: {desk.corpus().texts[POINT]}" in result.output
        there = self.there(desk)
        assert (there.state, there.reviewed_by, there.approved) == ("reviewed", "Li", made.approval)
        assert desk.corpus().synopses.topics["lending"].state == "reviewed"

    def test_edit_and_reject(self, desk: Desk) -> None:
        self.synopsis(desk)
        desk.editor(("Lending rises.", "More is lent."))
        desk.review("e", "r", "The speech does not say so.", options=("topics.lending",))
        there = self.there(desk)
        assert (there.text, there.state, there.rejected) == ("More is lent.", "draft", "The speech does not say so.")
        assert f"# {POINT}: {desk.corpus().texts[POINT]}" in desk.sheets[0]

    def test_changed_underneath(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        made = self.synopsis(desk)
        original = session.save_synopses

        def late(root: Path, new: dict[str, Synopsis], *, seen: dict[str, Synopsis]) -> list[str]:
            monkeypatch.setattr(session, "save_synopses", original)
            original(root, {"topics.lending": made.model_copy(update={"drafted_by": "another model"})})
            return original(root, new, seen=seen)

        monkeypatch.setattr(session, "save_synopses", late)
        result = desk.review("a", "q", options=("topics", "--by", "Li", "--kind", "person"))
        assert "has changed since it was read" in result.output
        assert (self.there(desk).state, self.there(desk).drafted_by) == ("draft", "another model")


class TestChoosing:
    def test_a_section_stands_for_what_is_below_it(self, desk: Desk) -> None:
        assert desk.listed(HEADING) == [HEADING, POINT, RULES, MONEY]

    def test_the_list_counts(self, desk: Desk) -> None:
        lines = desk.review(options=("--list",)).output.splitlines()
        assert f"{POINT}\tdraft\t1 errors\t0 warnings" in lines
        assert f"{MONEY}\tdraft\t0 errors\t1 warnings" in lines
        assert lines[-1] == "4 texts"

    def test_the_list_as_json(self, desk: Desk) -> None:
        *found, last = [json.loads(line) for line in desk.review(options=("--json",)).stdout.splitlines()]
        assert [f["id"] for f in found] == [HEADING, POINT, RULES, MONEY]
        point = found[1]
        assert (point["state"], point["zh"]) == ("draft", desk.corpus().texts[POINT])
        assert point["segments"] == [{"text": "Attend to three 事 above all.", "from": [1]}]
        assert [f["rule"] for f in point["findings"] if f["severity"] == "error"] == ["text.han"]
        assert last["summary"].keys() == {"read", "quantities", "errors", "warnings"}
        assert (last["summary"]["read"], last["summary"]["errors"], last["summary"]["warnings"]) == (4, 1, 1)

    def test_reviewed_english_that_fails_waits_too(self, desk: Desk) -> None:
        desk.review("a", "q")
        assert HEADING not in desk.listed()
        assert HEADING in desk.listed("--state", "all")
        desk.project.edit(SUMMARIES, f"  reviewed_on: {ON}\n", "")
        assert HEADING in desk.listed()

    @pytest.mark.parametrize(
        ("ident", "says"),
        [
            ("note-2031.1.p9", "did you mean note-2031.1.p"),
            ("topics.nothing", "no document, heading, passage or synopsis"),
            ("note-2031.2.1", "note-2031.2.1 has no English yet"),
        ],
    )
    def test_an_id_that_is_not_there(self, desk: Desk, ident: str, says: str) -> None:
        result = desk.review(options=(ident,))
        assert (result.exit_code, result.stdout) == (2, "")
        assert says in result.stderr


def test_a_decision_takes_no_visible_time(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every passage of the project decided on in one run: the sources are read once, a decision costs its own file."""
    project = real_project_of_drafts(root, tmp_path)
    monkeypatch.chdir(tmp_path)
    desk = Desk(project)
    begin = time.process_time()
    desk.review("q")
    start = time.process_time() - begin
    begin = time.process_time()
    result = desk.review(*["r not yet"] * 1000)
    took = time.process_time() - begin - start
    decided = int(re.findall(r"(\d+) rejected", result.output)[-1])
    assert decided > 60
    assert took / decided < 0.2, f"{1000 * took / decided:.0f} ms a decision"
