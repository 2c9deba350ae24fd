"""`yuedu file`, `yuedu confirm`, and what `yuedu check` says of a document that waits for its editor."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.editing.project import DOCUMENT, Project
from tests.reviewing.pseudo import Terminal
from yuedu.cli import main

REPORT = """在2032年某镇图书馆工作会议上的讲话
（2032年3月1日）
各馆：
今天开会，布置几件事。
一、抓好借阅
一是完善借阅规则，让借阅更加方便，推广书目通。
二是推广借阅，送书下乡。
二、修好河堤
汛期以前，修好河堤三处，清理河道。
三、守住良田
一是守住良田，水渠清淤。
二是水渠清淤，良田灌溉。
同志们，让我们共同努力。
"""
"""Made up: the first part is like what the miniature files under `lending`; nothing in it is like the second."""

IDENT = "report-2032"
PATH = f"seeds/{IDENT}/document.yml"


@pytest.fixture
def added(sound: Project, tmp_path: Path) -> Project:
    file = tmp_path / f"{IDENT}.txt"
    file.write_text(REPORT, encoding="utf-8")
    result = sound.run("add", file)
    assert result.exit_code == 0, result.output
    return sound


def answer(project: Project, *answers: str) -> Result:
    """Run `yuedu file`, an answer a line."""
    return CliRunner().invoke(main, ["file", IDENT], input="".join(f"{a}\n" for a in answers), catch_exceptions=False)


def listed(project: Project) -> tuple[list[Any], Any]:
    *units, summary = (json.loads(line) for line in project.run("file", IDENT, "--json").stdout.splitlines())
    return units, summary["summary"]


def topic_of(project: Project, passage: str) -> str:
    result = project.run("build")
    assert result.exit_code == 0, result.output
    return str(project.passage(f"{IDENT}.{passage}")["topics"][0])


class TestTheList:
    def test_it_names_every_passage_once(self, added: Project) -> None:
        units, summary = listed(added)
        passages = [p for u in units for p in u["passages"]]
        every = [f"{IDENT}.{p}" for p in ("p1", "1.p1", "1.p2", "2.p1", "3.p1", "3.p2", "p2")]
        assert sorted(passages) == sorted(every)
        assert summary == {"waiting": len(units), "passages": 7, "proposed": sum(u["topic"] is not None for u in units)}

    def test_what_is_like_something_is_proposed_with_its_words(self, added: Project) -> None:
        units, _ = listed(added)
        unit = next(u for u in units if u["places"] == [f"{IDENT}.1"])
        best = unit["best"][0]
        assert best["topic"] == "lending"
        assert "借阅" in best["words"]
        assert 0 < best["score"] <= 1

    def test_nothing_is_proposed_for_what_nothing_is_like(self, added: Project) -> None:
        units, _ = listed(added)
        assert next(u for u in units if f"{IDENT}.2" in u["places"])["topic"] is None
        assert "a topic of its own?" in added.run("file", IDENT, "--list").stdout

    def test_what_an_editor_filed_does_not_wait(self, added: Project) -> None:
        assert added.run("file", "note-2031", "--list").stdout == "0 decisions, 0 passages\n"
        assert added.run("file", "note-2031").stdout == "nothing waits to be filed\n"

    def test_an_id_that_is_not_there(self, added: Project) -> None:
        result = added.run("file", "report-2033")
        assert result.exit_code == 2
        assert "report-2033: no such document, section or passage" in result.stderr


class TestTheSession:
    def test_one_key_files_a_section(self, added: Project) -> None:
        kept = [line for line in added.read(PATH).split("\n") if "by: rule" not in line]
        result = answer(added, "S", "a", "Q")
        assert f"{IDENT}.1: lending." in result.stdout
        assert '"1": {topic: lending, words: 抓好借阅}\n' in added.read(PATH).replace("'", '"')
        assert [line for line in added.read(PATH).split("\n") if line in kept] == kept, "all else keeps its bytes"
        assert topic_of(added, "1.p2") == "lending"
        assert topic_of(added, "p1") == "unfiled"

    def test_it_goes_on_where_it_stopped(self, added: Project) -> None:
        answer(added, "S", "a", "Q")
        units, _ = listed(added)
        assert all(f"{IDENT}.1" not in u["places"] for u in units)

    def test_undo_puts_the_file_back(self, added: Project) -> None:
        before = added.read(PATH)
        result = answer(added, "a", "U", "Q")
        assert "as it was" in result.stdout
        assert added.read(PATH) == before

    def test_nothing_to_undo(self, added: Project) -> None:
        assert "nothing to undo" in answer(added, "U", "Q").stdout

    def test_a_piece_is_opened_and_filed_passage_by_passage(self, added: Project) -> None:
        answer(added, "S", "O", "lending", "upkeep", "Q")
        assert topic_of(added, "1.p1") == "lending"
        assert topic_of(added, "1.p2") == "upkeep"

    def test_a_new_topic(self, added: Project) -> None:
        answer(added, "S", "S", "N", "rivers", "河道水利", "Rivers and fields", "rivers", "Q")
        assert topic_of(added, "2.p1") == "rivers"
        assert topic_of(added, "3.p2") == "rivers"
        assert "- slug: rivers\n  title:" in added.read("topics.yml")

    @pytest.mark.parametrize(
        ("answers", "says"),
        [
            (("N", "lending", "借阅", ""), "'lending' is there already"),
            (("N", "compare", "比较", ""), "the address of a page of the site"),
            (("N", "", "", ""), "needs a slug and a title"),
            (("馆员馆舍书库",), "is no topic"),
            (("/", "馆"), "upkeep"),
            (("9",), "is no topic"),
        ],
    )
    def test_an_answer_that_cannot_be_taken(self, added: Project, answers: tuple[str, ...], says: str) -> None:
        topics = added.read("topics.yml")
        assert says in answer(added, "S", *answers, "Q").stdout
        assert added.read("topics.yml") == topics

    def test_the_answers_may_end_at_any_time(self, added: Project) -> None:
        result = answer(added, "a")
        assert result.exit_code == 0
        assert "1 passages filed in 2 answers" in result.stdout or "1 passages filed" in result.stdout


class TestOneFiling:
    def test_sections_and_passages_under_a_topic(self, added: Project) -> None:
        result = added.run("file", f"{IDENT}.3", f"{IDENT}.p1", "--under", "upkeep")
        assert result.exit_code == 0, result.output
        assert topic_of(added, "3.p2") == "upkeep"
        assert topic_of(added, "p1") == "upkeep"

    def test_a_whole_document(self, added: Project) -> None:
        added.run("file", IDENT, "--under", "upkeep")
        assert topic_of(added, "2.p1") == "upkeep"
        assert listed(added)[1]["passages"] == 0

    def test_a_topic_that_is_not_there(self, added: Project) -> None:
        before = added.read(PATH)
        result = added.run("file", IDENT, "--under", "upkeap")
        assert result.exit_code == 2
        assert "no topic 'upkeap'" in result.stderr
        assert added.read(PATH) == before


class TestCheck:
    def test_it_lists_what_waits_with_the_command(self, added: Project) -> None:
        found = [json.loads(line) for line in added.run("check", "--waiting", "--json").stdout.splitlines()]
        waits = [(w["what"], w["count"], w["command"]) for w in found if w["document"] == IDENT]
        assert [w[0] for w in waits] == ["proposed", "unfiled", "english"], "the most useful first"
        assert ("unfiled", 7, f"yuedu file {IDENT}") in waits
        assert ("english", 7, f"yuedu draft {IDENT}") in waits
        assert f"yuedu file {IDENT}" in added.run("check").stderr
        assert "waiting" not in added.run("build").output, "a build does not wait, nor say so"

    def test_nothing_waits_in_what_is_filed_and_translated(self, sound: Project) -> None:
        assert "yuedu file" not in sound.run("check").stderr

    def test_a_proposed_field_waits_until_it_is_confirmed(self, sound: Project) -> None:
        sound.edit(
            DOCUMENT, "  date_basis:", "  proposed: {speaker: 某某, date: 2031年3月1日}  # by rule\n  date_basis:"
        )
        assert "2 fields filled in by rule" in sound.run("check").stderr
        assert sound.run("build").exit_code == 0
        assert sound.digest()["documents"][0]["proposed"] == ["speaker", "date"]
        assert sound.run("confirm", "note-2031", "date").exit_code == 0
        assert "1 field filled in by rule" in sound.run("check").stderr
        assert "speaker: 某某" in sound.read(DOCUMENT)
        assert sound.run("confirm", "note-2031").exit_code == 0
        assert "proposed" not in sound.read(DOCUMENT)
        assert "yuedu confirm" not in sound.run("check").stderr

    @pytest.mark.parametrize(
        ("proposed", "says"),
        [("{speeker: 某某}", "'speeker' is no field"), ("{office: 某某}", "'office' is empty")],
    )
    def test_a_list_of_proposals_that_cannot_stand(self, sound: Project, proposed: str, says: str) -> None:
        sound.edit(DOCUMENT, "  date_basis:", f"  proposed: {proposed}\n  date_basis:")
        result = sound.run("build")
        assert result.exit_code == 2
        assert says in result.stderr


class TestAtATerminal:
    """Single keys; whatever was filed before Ctrl-C is in the file."""

    @pytest.fixture
    def terminal(self, added: Project) -> Iterator[Terminal]:
        made = Terminal(added.root, "file", IDENT)
        yield made
        if made.process.poll() is None:
            made.process.send_signal(signal.SIGKILL)
            made.process.wait(60)

    def test_one_key_files_without_enter(self, added: Project, terminal: Terminal) -> None:
        assert terminal.until("uit\r\n> ")
        terminal.press("S", "2 of ")
        terminal.press("a", ": lending.")
        assert "lending" in added.read(PATH)
        terminal.press("Q", "passages filed")
        assert terminal.close() == 0

    def test_enter_takes_the_proposal_and_ctrl_c_loses_nothing(self, added: Project, terminal: Terminal) -> None:
        units, _ = listed(added)
        first = next(n for n, u in enumerate(units) if u["topic"])
        assert terminal.until("uit\r\n> ")
        for n in range(first):
            terminal.press("S", f"{n + 2} of ")
        terminal.press("\r", f": {units[first]['topic']}.")
        before = added.read(PATH)
        assert units[first]["topic"] in before
        terminal.press("\x03", "passages filed")
        assert terminal.close() == 130
        assert added.read(PATH) == before
