"""`yuedu terms`: what might be a term, the likeliest first; one is taken over into the glossary, or ruled out."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import click

from yuedu.errors import UsageError
from yuedu.glossary.candidates import Candidate
from yuedu.glossary.shape import NotTerms
from yuedu.store.terms import drop, take, undecided

SHOWN = 40
REASONS = tuple(NotTerms.model_fields)


@click.command("terms", short_help="What might be a term, the likeliest first.")
@click.argument("document", required=False)
@click.option("--limit", type=click.IntRange(1), help=f"How many to list: {SHOWN} of one document, else all.")
@click.option("--take", "taken", metavar="TEXT", help="Write a record for TEXT into glossary.yml, to be completed.")
@click.option("--drop", "dropped", metavar="TEXT", help="Put TEXT on not_terms, with its --reason.")
@click.option("--reason", type=click.Choice(REASONS), help="Why TEXT is no term.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def terms_command(
    root: Path,
    document: str | None,
    limit: int | None,
    taken: str | None,
    dropped: str | None,
    reason: str | None,
    as_json: bool,
) -> None:
    """Candidate terms of a DOCUMENT, or of all, that are not yet in the glossary, the likeliest first.

    What the document itself defines comes first, with its definition. Without DOCUMENT the exit code is 1 as long as
    anything is undecided; the list of one document is a proposal, and its exit code 0.
    """
    if taken is not None and dropped is not None:
        raise UsageError("--drop", None, f"{taken} is taken and {dropped} dropped at once", "use one of the two")
    if (dropped is None) != (reason is None):
        raise UsageError("--reason", None, "--drop and --reason belong together", f"reasons: {', '.join(REASONS)}")
    if taken is not None:
        _take(root, taken, document)
    elif dropped is not None and reason is not None:
        drop(root, dropped, reason)
        click.echo(f"glossary.yml: {dropped} is no term: {reason}")
    else:
        found = undecided(root, document)
        _list(found, limit or (SHOWN if document else len(found)), as_json)
        sys.exit(1 if found and not document else 0)


def _take(root: Path, text: str, document: str | None) -> None:
    """A string that no rule proposes can be taken too, wherever it stands."""
    found = {c.text: c for c in undecided(root, document)}
    take(root, found.get(text, Candidate(text, "word", 0, 0.0, None, ())))
    click.echo(f"glossary.yml: {text} stands there, to_complete: add en and definition, and take that line out")


def _list(found: Sequence[Candidate], limit: int, as_json: bool) -> None:
    shown = list(islice(found, limit))
    for candidate in shown:
        if as_json:
            click.echo(json.dumps(asdict(candidate), ensure_ascii=False))
            continue
        click.echo(f"{candidate.text}\t{candidate.source}\t{candidate.count}")
        if candidate.definition:
            click.echo(f"    = {candidate.definition.zh} ({candidate.definition.part})")
        for part, words in candidate.contexts:
            click.echo(f"    {part}: …{words}…")
    if as_json:
        click.echo(json.dumps({"summary": {"candidates": len(found), "shown": len(shown)}}))
        return
    rest = f", the likeliest {len(shown)} shown" if len(shown) < len(found) else ""
    click.echo(f"{len(found)} candidates{rest}: --take TEXT makes one a term, --drop TEXT --reason … rules it out")
