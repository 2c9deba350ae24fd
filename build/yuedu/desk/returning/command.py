"""`yuedu import-xliff`: an outside translator's work, back as drafts."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from yuedu.desk.reporting import report
from yuedu.desk.returning.saving import import_xliff
from yuedu.errors import UsageError
from yuedu.findings import blocking


@click.command("import-xliff", short_help="An outside translator's work, back as drafts.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--by", default="outside translator", show_default=True, help="Who translated: stands in drafted_by.")
@click.option("--replace", is_flag=True, help="Put drafts in the place of reviewed English too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def import_xliff_command(root: Path, file: Path, by: str, replace: bool, as_json: bool) -> None:
    """An outside translator's work (data/passages.xlf, filled in), back as drafts."""
    if not by.strip():
        raise UsageError("--by", None, "no name", "name the translator, or leave the option out")
    done = import_xliff(root, file, by.strip(), replace)
    drafts = done.drafts
    passages = {*drafts.written, *drafts.unchanged, *drafts.untranslated, *drafts.left}
    errors = len(blocking(drafts.findings))
    summary = {
        "read": len(done.units),
        "quantities": sum(f.quantity.measured for p in passages for f in done.corpus.figures[p]),
        "errors": errors,
        "warnings": len(drafts.findings) - errors,
    }
    report(drafts.findings, summary, as_json)
    if not as_json:
        counts = ("written as drafts", "unchanged", "not translated", "left as they are")
        groups = (drafts.written, drafts.unchanged, drafts.untranslated, drafts.left)
        click.echo("passages: " + ", ".join(f"{len(g)} {c}" for g, c in zip(groups, counts, strict=True)))
        for path in done.files:
            click.echo(f"wrote {path}")
    sys.exit(1 if errors else 0)
