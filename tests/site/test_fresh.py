"""What is committed under docs/ is what the sources give."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from yuedu.cli import main


def test_docs_are_up_to_date(root: Path) -> None:
    done = CliRunner().invoke(main, ["--project", str(root), "build", "--check"])
    assert done.exit_code == 0, done.output
