"""`yuedu diff A B`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
from rich.console import Console

from yuedu.desk.diff.screen import show
from yuedu.desk.diff.texts import read_texts
from yuedu.exports.changes import record
from yuedu.wording.alignment import align, counted
from yuedu.wording.shape import KINDS


@click.command("diff", short_help="The wording between two texts: same, reworded, moved, split, merged, new, gone.")
@click.argument("a")
@click.argument("b")
@click.option("--only", multiple=True, type=click.Choice(KINDS), help="Rows of this kind alone; the summary is of all.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, the summary last.")
@click.pass_obj
def diff_command(root: Path, a: str, b: str, only: tuple[str, ...], as_json: bool) -> None:
    """The wording between two texts, sentence by sentence: what B repeats, rewords, moves, splits, merges, adds and drops.

    A and B are ids of documents here, or files of any format that `add` takes.
    """
    (first, second), cut = read_texts(root, (a, b))
    rows = align(first.sentences, second.sentences, cut)
    shown = [kind for kind in KINDS if not only or kind in only]
    if not as_json:
        console = Console(file=sys.stdout, markup=False, emoji=False, highlight=False)
        show(console, first, second, rows, shown)
        return
    for row in rows:
        if row.kind in shown:
            click.echo(json.dumps(record(row), ensure_ascii=False))
    click.echo(json.dumps({"summary": counted(rows)}))
