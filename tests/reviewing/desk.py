"""A reviewer at the miniature project: English that waits, scripted answers, an editor that does as it is told."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.editing.project import SUMMARIES, Project, copy_mini
from yuedu.cli import main
from yuedu.corpus.assembly import assemble
from yuedu.corpus.corpus import Corpus
from yuedu.sources.reviews import sha256
from yuedu.sources.summaries import FigureLabel, Segment, Summary
from yuedu.store.english import load, save
from yuedu.store.sources import read_sources

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
        """The English that stands in the file."""
        record = load(self.project.root, ident)
        assert record
        return record


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


def real_project_of_drafts(root: Path, folder: Path) -> Project:
    """A copy of the project in which every passage has a draft, one segment a sentence."""
    for name in ("seeds", "summaries"):
        shutil.copytree(root / name, folder / name)
    for name in ("glossary.yml", "topics.yml", "mkdocs.yml"):
        shutil.copy(root / name, folder / name)
    corpus = assemble(read_sources(folder))
    words = "Words that stand for a sentence, and are about as long as one would be in the end, or so."
    drafts = {
        ident: Summary(
            source=sha256(passage.zh),
            state="draft",
            drafted_by="a model",
            segments=[Segment(text=words, stands_on=[n]) for n in range(1, len(passage.sentences) + 1)],
        )
        for ident, passage in corpus.passages.items()
    }
    save(folder, drafts, order=list(corpus.texts))
    return Project(folder)


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> str:
    """The file of the English that waits."""
    project = copy_mini(tmp_path_factory.mktemp("waiting") / "mini", cache)
    shutil.rmtree(project.root / "summaries")
    save(project.root, waiting(assemble(read_sources(project.root))))
    return project.read(SUMMARIES)


@pytest.fixture
def desk(mini: Project, laid_out: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Four texts wait: a heading, a point with an error, one that is sound, one with a warning (a figure has no label)."""
    shutil.rmtree(mini.root / "summaries")
    mini.write(SUMMARIES, f"# The English that waits.\n{laid_out}")
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
