"""`yuedu check`: every finding, and what waits for an editor."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from yuedu.desk.reporting import report, summary_of
from yuedu.desk.waiting import waiting
from yuedu.findings import blocking
from yuedu.glossary.load import load_begun
from yuedu.store.project import build
from yuedu.store.sources import read_yaml


@click.command("check", short_help="Every finding, and what waits for an editor.")
@click.option(
    "--waiting", "only_waiting", is_flag=True, help="Only what waits for an editor, with the command for each."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def check_command(root: Path, only_waiting: bool, as_json: bool) -> None:
    """Every finding over sources, English, glossary and links; then, on stderr, what waits for an editor."""
    built = build(root)
    glossary = read_yaml(root / "glossary.yml", "glossary.yml")
    waits = waiting(built.corpus, [record.zh for record in load_begun(glossary)])
    if only_waiting:
        for one in waits:
            click.echo(json.dumps(asdict(one), ensure_ascii=False) if as_json else str(one))
        return
    report(built.corpus.findings, summary_of(built.corpus, built.corpus.findings), as_json)
    if waits and not as_json:
        click.echo("waiting for an editor, the most useful first:", err=True)
        for one in waits:
            click.echo(f"  {one}", err=True)
    sys.exit(1 if blocking(built.corpus.findings) else 0)
