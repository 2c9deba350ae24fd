"""Filling in an exported file as a translator's tool does, with translate-toolkit."""

from __future__ import annotations

from collections.abc import Callable

from translate.storage.xliff import xlifffile

from tests.editing.project import Project

BACK = "back.xlf"


def english_of(ident: str) -> str:
    return f"English of {ident}."


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
