"""`yuedu parse`: a document to its tree, without storing it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from yuedu.desk.add.command import check_id
from yuedu.digest.outline import as_text, outline
from yuedu.findings import Finding
from yuedu.intake.taken import Taken
from yuedu.store.sources import take_file
from yuedu.text.metadata import document_id
from yuedu.text.seed import Begin, ReadSeed, read_seed


@click.command("parse", short_help="A document to its tree, without storing it.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--id", "ident", help="The document's id; made of the file's name where none is given.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object: documents, front_matter, sections, passages.")
def parse_command(file: Path, ident: str | None, as_json: bool) -> None:
    """An official document, in any format that `add` takes, to its tree of sections and passages."""
    taken, read = _read(file, ident)
    parsed = outline(read, file.name) | {"converter": taken.converter or None, "converted": list(taken.notes)}
    if as_json:
        click.echo(json.dumps(parsed, ensure_ascii=False))
    else:
        for line in as_text(read):
            click.echo(line)
        for note in taken.notes:
            click.echo(f"{file.name}: {note}", err=True)
        for finding in parsed["findings"]:
            click.echo(str(Finding(**finding)), err=True)


def _read(file: Path, ident: str | None) -> tuple[Taken, ReadSeed]:
    name = ident or document_id(file.stem)
    check_id(name)
    _, taken = take_file(file)
    return taken, read_seed(taken.text, [Begin(name, "")], (), file.name)
