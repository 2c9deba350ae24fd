"""What a reviewer sees: never wider than the terminal, readable without colour, no command of a terminal from a text."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.editing.project import SUMMARIES, Project
from tests.reviewing.desk import HEADING, MONEY, POINT, Desk, real_project_of_drafts

WIDTHS = [24, 40, 59, 80, 99, 100, 101, 120, 177, 240]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(desk: Desk, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    result = desk.review("s", "a", "x", "s", "s", "s")
    assert max(map(cell_len, result.output.split("\n"))) <= width
    words = re.sub(r"\s|[{}]|[x!]\d", "", result.output)
    for ident in (HEADING, POINT, MONEY):
        chinese = "".join(desk.corpus().texts[ident].split())
        if width < 100:
            assert chinese in words, "under each other, nothing stands between the lines of a sentence"
        else:
            assert not Counter(chinese) - Counter(words)


@pytest.mark.parametrize(("width", "beside"), [(100, True), (99, False)])
def test_side_by_side_from_100_columns(desk: Desk, monkeypatch: pytest.MonkeyPatch, width: int, beside: bool) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    line = next(line for line in desk.review("q").output.split("\n") if "打牢借阅" in line)
    assert ("Firm up the basis" in line) == beside
    assert line.startswith("[1] ")


def test_aligned_sentences_share_a_row(mini: Project, monkeypatch: pytest.MonkeyPatch, desk: Desk) -> None:
    """Sentences that share segments stand together; the next group begins on a row of its own."""
    monkeypatch.setenv("COLUMNS", "160")
    desk.project.write(
        SUMMARIES,
        desk.project.read(SUMMARIES)
        + f"\nnote-2031.p2:\n  source: '{'0' * 64}'\n  state: draft\n  drafted_by: m\n"
        + "  segments:\n  - text: Comrades, let us work together.\n    from: [1]\n  - text: Thank you.\n    from: [2]\n",
    )
    lines = desk.review("q", options=("note-2031.p2",)).output.split("\n")
    assert any("[1] 同志们" in line and "[1] Comrades" in line for line in lines)
    assert any("[2] 谢谢大家" in line and "[2] Thank you" in line for line in lines)


def test_findings_are_marked_by_signs(desk: Desk) -> None:
    """On the words and in the list below, the same sign and number; so it reads without colour."""
    output = desk.review("q", options=(POINT,)).output
    assert "Attend to three {x1 事} above all." in output
    assert "x1 error: text.han" in output
    assert "\x1b" not in output


@pytest.mark.parametrize(("name", "value", "coloured"), [("NO_COLOR", "1", False), ("TERM", "xterm-256color", True)])
def test_colour_is_left_out_where_it_is_not_wanted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str, value: str, coloured: bool
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(name, value)
    output = desk.review("q", options=(POINT,)).output
    assert bool(re.search(r"\x1b\[[0-9;]*3[13]m", output)) == coloured
    assert "{x1 事}" in output


def test_a_text_cannot_command_the_terminal(desk: Desk) -> None:
    desk.project.edit(SUMMARIES, "- text: Firm up the basis of lending", '- text: "Firm\\e[2Jup\\a \\u202e \\n\\r x"')
    output = desk.review("q", options=(HEADING,)).output
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", output)
    assert "Firm\ufffd[2Jup" in output


def test_the_real_corpus_fits_every_width(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All passages of the project, on a narrow and on a wide terminal; nothing is written."""
    project = real_project_of_drafts(root, tmp_path)
    monkeypatch.chdir(tmp_path)
    before = project.bytes("summaries")
    for width in (64, 132):
        monkeypatch.setenv("COLUMNS", str(width))
        result = Desk(project).review(*["s"] * 1000, options=("--state", "all"))
        assert "That was the last one." in result.output
        assert max(map(cell_len, result.output.split("\n"))) <= width
    assert project.bytes("summaries") == before
