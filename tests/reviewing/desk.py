"""A reviewer at the miniature project: English that waits, scripted answers, an editor that does as it is told."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.editing.project import STALE, SUMMARIES, Project
from yuedu.cli import main
from yuedu.corpus import Corpus, assemble
from yuedu.reviews import sha256
from yuedu.store.english import save
from yuedu.store.sources import read_sources
from yuedu.summaries import FigureLabel, Segment, Summary
from yuedu.synopses import FILE as SYNOPSES

HEADING, POINT, MONEY, RULES = "note-2031.1", "note-2031.1.p1", "note-2031.1.p4", "note-2031.1.p3"
"""Texts of the miniature that wait in `desk`: the second has an error, the third a warning."""

EDITOR = """
import json, pathlib, sys
plan, file = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
steps = json.loads(plan.read_text(encoding="utf-8"))
old, new = steps.pop(0)
plan.write_text(json.dumps(steps), encoding="utf-8")
text = file.read_text(encoding="utf-8")
with plan.with_name("seen.txt").open("a", encoding="utf-8") as seen:
    seen.write(text + "\\f")
if new is None:
    sys.exit(old)
assert old is None or text.count(old) == 1, (old, text)
file.write_text(new if old is None else text.replace(old, new), encoding="utf-8")
"""


@dataclass(frozen=True)
class Desk:
    """The miniature with English that waits, and the plan of its editor."""

    project: Project

    def review(self, *answers: str, options: tuple[str, ...] = ("--by", "Li Na", "--kind", "person")) -> Result:
        """Run `yuedu review` with an answer a line."""
        given = "".join(f"{a}\n" for a in answers)
        return CliRunner().invoke(main, ["review", *options], input=given, prog_name="yuedu", catch_exceptions=False)

    def editor(self, *steps: tuple[str | int | None, str | None]) -> None:
        """What the editor does each time: replace words, or (with None) the whole text; (exit code, None) to fail."""
        self.project.write("plan.json", json.dumps(steps))

    @property
    def sheets(self) -> list[str]:
        """What the editor found in the file, each time it was opened."""
        return self.project.read("seen.txt").split("\f")[:-1]

    def listed(self, *options: str) -> list[str]:
        """The ids that `--list` gives."""
        lines = self.review(options=("--list", *options)).output.splitlines()
        return [line.split("\t")[0] for line in lines[:-1]]

    def corpus(self) -> Corpus:
        return assemble(read_sources(self.project.root))

    def record(self, ident: str) -> Summary:
        """The English that stands in the file, and holds as one of its states."""
        return self.corpus().english[ident].summary


def waiting(corpus: Corpus) -> dict[str, Summary]:
    """English for four texts."""

    def draft(ident: str, text: str, **more: Any) -> Summary:
        segments = [Segment(text=text, stands_on=[*range(1, corpus.targets[ident].sentences + 1)])]
        source = sha256(corpus.texts[ident])
        return Summary(source=source, state="draft", drafted_by="a model", segments=segments, **more)

    return {
        HEADING: draft(HEADING, "Firm up the basis of lending"),
        POINT: draft(POINT, "Attend to three 事 above all."),
        RULES: draft(RULES, "Second, improve the lending rules and make lending more convenient."),
        MONEY: draft(
            MONEY,
            "Third, invest RMB 240 million in refitting the libraries, and strive to finish by the end of the year.",
            figures=labels(corpus, MONEY, all_but=1),
        ),
    }


def labels(corpus: Corpus, ident: str, all_but: int = 0) -> dict[str, FigureLabel]:
    """Labels for the measured figures of a passage, without the last ones."""
    keys = [key for key, measured in corpus.targets[ident].figures.items() if measured]
    return {key: FigureLabel(zh="投入", en="spending") for key in keys[: len(keys) - all_but]}


@pytest.fixture
def desk(mini: Project, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Four texts wait: a heading, a point with an error, one that is sound, one with a warning (a figure has no label)."""
    for file in (STALE, SYNOPSES, SUMMARIES):
        (mini.root / file).unlink(missing_ok=True)
    mini.write(SUMMARIES, "# The English that waits.\n")
    corpus = assemble(read_sources(mini.root))
    save(mini.root, waiting(corpus))
    mini.write("editor.py", EDITOR)
    mini.write("plan.json", "[]")
    for name in ("YUEDU_REVIEWER", "VISUAL", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "400")  # so that what is said stands on one line
    monkeypatch.setenv("EDITOR", f"{sys.executable} {mini.root / 'editor.py'} {mini.root / 'plan.json'}")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1930000000")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(mini.root.parent))
    return Desk(mini)
