"""`yuedu add`: files from the command line to seeds; each stands alone, and what cannot be added is said."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from yuedu.corpus.corpus import Corpus
from yuedu.desk.add.following import follows
from yuedu.desk.add.proposing import fields, filings, proposed_id, short
from yuedu.desk.add.skeleton import Skeleton, written
from yuedu.desk.add.storing import as_stored, check_new, store, taken
from yuedu.errors import UsageError, YueduError
from yuedu.store.shelf import read_corpus
from yuedu.store.sources import take_file
from yuedu.text.ids import DOCUMENT
from yuedu.text.seed import Begin, read_seed


@dataclass(frozen=True, slots=True)
class Added:
    """A new seed: its folder, how much of it there is, and what was proposed for it."""

    folder: Path
    passages: int
    fields: tuple[str, ...]
    filed: int
    notes: tuple[str, ...]


@click.command("add", short_help="Official documents in, as new seeds.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--id", "ident", help="The document's id, for ever; made of the file's name where none is given.")
@click.option("--anyway", is_flag=True, help="Add it though nearly the same words are there already.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def add_command(root: Path, files: Sequence[Path], ident: str | None, anyway: bool, as_json: bool) -> None:
    """Store official documents as new seeds, each with a document.yml in which what the text tells is proposed."""
    if ident is not None and len(files) > 1:
        raise UsageError("--id", None, f"one id for {len(files)} files", "add them one by one, or leave --id out")
    if ident is not None:
        check_id(ident)
    corpus = _corpus(root)
    refused = 0
    for file in files:
        try:
            added = _add(root, file, ident, corpus, anyway=anyway)
        except YueduError as problem:
            if len(files) == 1:
                raise
            refused += 1
            click.echo(f"error: {problem}", err=True)
            continue
        _say(root, added, as_json)
    if refused:
        click.echo(f"{refused} of {len(files)} files not added", err=True)
        sys.exit(2)


def check_id(ident: str) -> None:
    if not re.fullmatch(DOCUMENT, ident):
        raise UsageError("--id", None, f"{ident!r} is no id", "lower-case letters, then -letters or -digits: li-2031")


def _corpus(root: Path) -> Corpus | None:
    """What the rule learns from; a folder that is no project yet teaches nothing."""
    return read_corpus(root) if (root / "topics.yml").exists() else None


def _add(root: Path, file: Path, ident: str | None, corpus: Corpus | None, *, anyway: bool) -> Added:
    data, read = take_file(file)
    if ident is None:
        ident = proposed_id(file.stem, fields(read_seed(read.text, [Begin("x", "")]).trees[0]), taken(root))
    tree = read_seed(read.text, [Begin(ident, "")], (), file.name).trees[0]
    check_new(root, file, ident, read, anyway=anyway)
    proposed = fields(tree)
    topics = filings(corpus, tree) if corpus else {}
    if corpus and (before := follows(proposed, (c.meta for c in corpus.cards.values()))):
        proposed["follows"] = before
    files, source = as_stored(data, read)
    text = written(Skeleton(ident, "", short(ident, proposed), source, proposed, topics))
    folder = store(root, ident, {**files, "document.yml": text.encode()})
    return Added(folder, len(tree.passages), tuple(proposed), len(topics), read.notes)


def _say(root: Path, added: Added, as_json: bool) -> None:
    name = added.folder.relative_to(root).as_posix()
    if as_json:
        found = {"id": added.folder.name, "folder": name, "passages": added.passages}
        told = {"proposed": added.fields, "filed": added.filed, "notes": added.notes}
        click.echo(json.dumps(found | told, ensure_ascii=False))
        return
    click.echo(f"{name}: {added.passages} passages; proposed: {', '.join(added.fields) or 'nothing'}")
    for note in added.notes:
        click.echo(f"  note: {note}")
    click.echo(f"  publish it as it is:  yuedu build      read what was proposed:  {name}/document.yml")
    click.echo(
        f"  then: yuedu confirm {added.folder.name}, yuedu file {added.folder.name}, yuedu terms {added.folder.name}"
    )
