"""At a terminal: single keys, and Ctrl-C at any moment, after which all that was decided is in the files."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pytest

from tests.reviewing.desk import HEADING, POINT, RULES, Desk
from tests.reviewing.pseudo import Terminal

PROMPT = "uit\r\n> "
"""The end of what is printed before a key is asked for."""


@pytest.fixture
def terminal(desk: Desk) -> Iterator[Terminal]:
    made = Terminal(desk.project.root, "review", "--by", "Li", "--kind", "person")
    yield made
    if made.process.poll() is None:
        made.process.send_signal(signal.SIGKILL)
        made.process.wait(60)


def test_single_keys(desk: Desk, terminal: Terminal) -> None:
    assert terminal.until(PROMPT)
    terminal.press("a", PROMPT)
    terminal.press("r", "again:")
    terminal.press("No English.\n", PROMPT)
    terminal.press("q", "1 accepted, 0 edited, 1 rejected")
    assert terminal.close() == 0
    assert (desk.record(HEADING).state, desk.record(POINT).rejected) == ("reviewed", "No English.")


@pytest.mark.parametrize("keys", ["\x03", "r\x03", "\x04"])
def test_breaking_off_loses_nothing(desk: Desk, terminal: Terminal, keys: str) -> None:
    """Ctrl-C at the keys or in the middle of a reason, and the end of input: what was accepted is there."""
    assert terminal.until(PROMPT)
    terminal.press("a", PROMPT)
    if keys[0] == "r":
        terminal.press("r", "again:")
    terminal.press(keys[-1], "1 accepted")
    assert terminal.close() == (0 if keys == "\x04" else 130)
    assert desk.record(HEADING).state == "reviewed"
    assert (desk.record(POINT).state, desk.record(POINT).rejected) == ("draft", None)
    assert "1 of 3" in desk.review("q").output


def test_breaking_off_in_the_editor_keeps_what_was_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    script = "import pathlib, sys, time; p = pathlib.Path(sys.argv[1]); p.write_text('my long work'); "
    script += "print('it is open', flush=True); time.sleep(60)"
    desk.project.write("slow.py", script)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {desk.project.root / 'slow.py'}")
    kept = desk.project.root / ".cache" / "review" / f"{RULES}.yml"
    kept.unlink(missing_ok=True)
    terminal = Terminal(desk.project.root, "review", RULES)
    assert terminal.until(PROMPT)
    terminal.press("e", "it is open")
    os.killpg(terminal.process.pid, signal.SIGINT)
    assert terminal.close() in (0, 130)
    assert kept.read_text() == "my long work"
    kept.unlink()
    assert desk.record(RULES).state == "draft"
