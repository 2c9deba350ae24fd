"""What a refusal looks like: the place, the value, the remedy, exit code 2, and nothing changed on the disk."""

from __future__ import annotations

from collections.abc import Sequence

from tests.editing.project import Project

HERE = "# here"
"""A comment that a test puts on the line of a YAML file at which the error must point."""


def place(project: Project, path: str) -> str:
    """`file:line` of the marked line, or the file where no line is marked."""
    lines = (project.root / path).read_bytes().split(b"\n") if (project.root / path).is_file() else []
    marked = [n for n, line in enumerate(lines, 1) if HERE.encode() in line]
    assert len(marked) < 2
    return f"{path}:{marked[0]}" if marked else path


def assert_refused(project: Project, path: str, says: Sequence[str], remedy: str) -> None:
    """A build stops at `path`, says each of `says`, names the remedy, and leaves every file as it was."""
    before = project.tree()
    result = project.run("build")
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    message, _, mends = result.stderr.partition("\n  remedy: ")
    assert message.startswith(f"error: {place(project, path)}: ")
    for words in says:
        assert words in message
    assert remedy in mends
    assert project.tree() == before
