"""The sheet in the reviewer's editor: a named file under .cache/review/ that stays until what is in it has been saved."""

from __future__ import annotations

from pathlib import Path

import click

from yuedu.errors import UsageError
from yuedu.store.files import write_atomically

FOLDER = ".cache/review"


def edit(path: Path) -> str:
    """Open the editor on a file and read what it left; raises `UsageError` where there is no editor or it fails."""
    try:
        click.edit(filename=str(path))
    except click.ClickException as error:
        raise UsageError("EDITOR", None, error.format_message(), "set EDITOR to the command of your editor") from None
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(str(path), None, f"byte {error.start} is not UTF-8", "save the text as UTF-8") from None
    except FileNotFoundError:
        raise UsageError(str(path), None, "the editor removed the file", "save the text where it is") from None


def put(path: Path, text: str) -> None:
    """Write the file that the editor is to open."""
    write_atomically(path, text.encode())
