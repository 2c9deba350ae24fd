"""What stops a run, each with its place, the value found and what would mend it.

    YueduError          the base; the command line prints it and exits with 2
    ├── SourceError     a source text that cannot be read: encoding, empty, binary
    ├── EditorError     an editor's file that cannot be used: YAML, fields, names that are not there
    ├── UsageError      a command that was given what it cannot work with
    └── EndpointError   a model's endpoint that cannot be reached or refuses (see draft/faults)

What a check reports without stopping is a `Finding` (see `findings`).
"""

from __future__ import annotations

from pathlib import Path


class YueduError(Exception):
    """A place (`file` or `file:line`), what is wrong with which value, and the remedy."""

    def __init__(self, file: Path | str, line: int | None, message: str, remedy: str = "") -> None:
        self.file, self.line, self.message, self.remedy = str(file), line, message, remedy
        super().__init__(str(self))

    def __reduce__(self) -> tuple[type[YueduError], tuple[str, int | None, str, str]]:
        """What is raised in one process can be told in another."""
        return type(self), (self.file, self.line, self.message, self.remedy)

    @property
    def place(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" + (f"\n  remedy: {self.remedy}" if self.remedy else "")


class SourceError(YueduError):
    """A source text that cannot be read."""


class EditorError(YueduError):
    """An editor's file that cannot be used."""


class UsageError(YueduError):
    """A command that was given what it cannot work with."""
