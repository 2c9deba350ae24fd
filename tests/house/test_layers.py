"""The picture of the house in CONTRIBUTING.md stays true: the contracts of pyproject.toml hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_imports_go_one_way() -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_room_is_in_the_picture() -> None:
    rooms = {f.parent.name for f in (ROOT / "build" / "yuedu").glob("*/__init__.py")}
    picture = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert not [room for room in sorted(rooms) if f"{room}/" not in picture]
