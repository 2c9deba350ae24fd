"""`yuedu confirm`: what a rule filled in is right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from yuedu.store.filings import confirm


@click.command("confirm", short_help="What a rule filled in is right.")
@click.argument("document")
@click.argument("fields", nargs=-1)
@click.pass_obj
def confirm_command(root: Path, document: str, fields: Sequence[str]) -> None:
    """Say that fields of a document.yml that a rule filled in are right: FIELDS, or all that it proposes."""
    change, confirmed = confirm(root, document, fields)
    click.echo(f"{change.path}: {document}: {', '.join(confirmed) or 'nothing was proposed'}")
