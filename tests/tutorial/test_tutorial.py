"""Every step of the tutorial is run as it stands on the page, and prints what the page says that it prints."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from mkdocs.__main__ import cli as mkdocs

from tests.drafting.conftest import no_settings
from tests.drafting.endpoint import Answered, Asked, Endpoint, says, segments
from yuedu.cli import main

__all__ = ["no_settings"]

PAGE = Path(__file__).parents[2] / "docs" / "about" / "tutorial" / "index.md"
ENGLISH = [
    ("Each rural reading room is to open at least five days a week.", [1]),
    (
        "Make good use of the One-Card Lending platform: with One-Card Lending, villagers can borrow and return books at "
        "any rural reading room.",
        [2],
    ),
]
COUNTS = {"zh": "每周开放天数", "en": "days open a week"}


def steps() -> list[tuple[str, str, list[str]]]:
    """Files to write (name, text) and consoles to run (the lines), in the order of the page."""
    found: list[tuple[str, str, list[str]]] = []
    fences = re.finditer(r"(?:<!-- file: (\S+) -->\n)?```(\w+)\n(.*?)\n```", PAGE.read_text(encoding="utf-8"), re.S)
    for fence in fences:
        name, kind, text = fence.groups()
        if name:
            found.append((name, text + "\n", []))
        elif kind == "console":
            found.append(("", "", text.split("\n")))
    return found


def commands(lines: list[str]) -> list[tuple[str, list[str], list[str]]]:
    """Each command with its answers and the lines that it must print."""
    out: list[tuple[str, list[str], list[str]]] = []
    for line in lines:
        if line.startswith("$ "):
            out.append((line[2:], [], []))
        else:
            out[-1][1 if line.startswith("> ") else 2].append(line.removeprefix("> "))
    return out


def drafted(asked: Asked) -> Answered:
    """A good model's answer for the one passage, with what its figure counts."""
    answer: dict[str, Any] = json.loads(segments(*ENGLISH))
    keys = [f["key"] for f in asked.data.get("figures", [])]
    answer["figures"] = [{"key": key, **COUNTS} for key in keys]
    return says(json.dumps(answer, ensure_ascii=False))


def run(command: str, answers: list[str], folder: Path) -> Result | None:
    words = shlex.split(command)
    match words[0]:
        case "export":
            return None  # the endpoint of the test stands in for the reader's
        case "cd":
            return None
        case "yuedu":
            typed = "".join(f"{a}\n" for a in answers) or None
            return CliRunner().invoke(main, words[1:], input=typed, prog_name="yuedu", catch_exceptions=False)
        case "mkdocs":
            return CliRunner().invoke(mkdocs, words[1:])
    raise AssertionError(f"the tutorial runs {command!r}, and this test does not know how")


def test_every_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    ran = []
    with Endpoint(drafted) as endpoint:
        monkeypatch.setenv("OPENAI_BASE_URL", endpoint.base)
        monkeypatch.setenv("YUEDU_MODEL", "a-model")
        for name, text, lines in steps():
            if name:
                Path(name).write_text(text, encoding="utf-8")
            for command, answers, expected in commands(lines):
                ran.append(command.split(" ")[1] if " " in command else command)
                if command.startswith("cd "):
                    monkeypatch.chdir(Path.cwd() / command.removeprefix("cd "))
                result = run(command, answers, tmp_path)
                if result is None:
                    continue
                assert result.exit_code == 0, f"{command}\n{result.output}"
                printed = [line.strip() for line in result.output.split("\n")]
                for line in expected:
                    assert any(p.startswith(line) for p in printed), (
                        f"{command} does not print {line!r}:\n{result.output}"
                    )
    assert {"new", "add", "build", "check", "confirm", "file", "terms", "draft", "review"} <= {*ran}
    site = Path.cwd() / "site"
    page = (site / "speeches/notice-2031/index.html").read_text(encoding="utf-8")
    assert "One-Card Lending" in page
    assert "No English yet" in page
    assert (site / "topics/lending/index.html").exists()
