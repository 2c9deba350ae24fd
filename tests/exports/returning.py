"""Filling in an exported file as a translator's tool does, with translate-toolkit."""

from __future__ import annotations

import re
from collections.abc import Callable

from click.testing import Result
from translate.storage.xliff import xlifffile

from tests.editing.project import Project

BACK = "back.xlf"


WORDS = {
    "note-2031.1.p1.s1": "Attend above all to three things.",
    "note-2031.1.p2.s1": "First, build centrally what Shumutong needs, and advance the building of systems.",
    "note-2031.1.p3.s1": "Second, improve the rules of lending, to make borrowing easier.",
    "note-2031.2.1.p1.s1": "Every library must have strong librarians; train at least 300 librarians this year.",
}
"""English that the gate has nothing against, for the sentences of the miniature that have none."""


def english_of(ident: str) -> str:
    return WORDS.get(ident, f"English of {ident}.")


def assert_held(result: Result) -> None:
    """The run took the drafts; what blocks is at most what the gate says of words that a test made up."""
    assert result.exit_code in (0, 1), result.output
    errors = [line for line in result.stdout.split("\n") if ": error: " in line]
    assert [e for e in errors if not re.search(": error: (?:term|name|title|number|text)[.]", e)] == []


def fill(project: Project, english: Callable[[str], str | None] = english_of, everything: bool = False) -> None:
    """Targets for the units that have none, or for all, into BACK; None leaves a unit as it is."""
    store = xlifffile.parsestring(project.read("docs/data/passages.xlf").encode())
    for unit in store.units:
        ident = unit.getid().rpartition("\x04")[2]
        if (everything or not unit.target) and (words := english(ident)):
            unit.target = words
    project.write(BACK, bytes(store))


def line_of(project: Project, words: str, file: str = BACK) -> int:
    """The line of the one that holds these words."""
    lines = [n for n, line in enumerate(project.read(file).split("\n"), 1) if words in line]
    assert len(lines) == 1, lines
    return lines[0]
