"""`yuedu review`: from the command line to a session, or to the list of what waits."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import click
from rich.console import Console

from yuedu.checks.gate import Gate, gated
from yuedu.corpus.corpus import Corpus
from yuedu.desk.review.queue import Which, queue
from yuedu.desk.review.reviewer import today
from yuedu.desk.review.session import Session
from yuedu.desk.review.subject import Subject
from yuedu.desk.terminal.answers import Answers
from yuedu.errors import UsageError
from yuedu.store.shelf import read_corpus

BROKEN_OFF = 130
"""The exit code of a run that was broken off with Ctrl-C, as shells have it."""


@click.command("review", short_help="Drafts beside their Chinese: accept, edit, reject.")
@click.argument("ids", nargs=-1)
@click.option("--by", envvar="YUEDU_REVIEWER", show_envvar=True, help="Your name: stands in reviewed_by.")
@click.option("--kind", type=click.Choice(["person", "model"]), help="Who reviews: stands in reviewer_kind.")
@click.option(
    "--state",
    "which",
    type=click.Choice(["draft", "all"]),
    default="draft",
    show_default=True,
    help="What waits for a reviewer, or all English.",
)
@click.option("--list", "as_list", is_flag=True, help="List the texts and the number of their findings only.")
@click.option("--json", "as_json", is_flag=True, help="The list with its findings, one JSON object a line.")
@click.pass_obj
def review_command(
    root: Path,
    ids: Sequence[str],
    by: str | None,
    kind: Literal["person", "model"] | None,
    which: Which,
    as_list: bool,
    as_json: bool,
) -> None:
    """Drafts beside their Chinese and their findings: accept, edit, reject. IDS: documents, sections, passages,
    topics.<slug>; none for all."""
    if by is not None and not by.strip():
        raise UsageError("--by", None, "no name", "name the reviewer, or leave the option out")
    today()  # a clock that cannot be read is said before there is anything to lose
    corpus = gated(read_corpus(root))
    gate = Gate.of(corpus)
    subjects = queue(corpus, gate, ids, which)
    if as_json:
        _report(corpus, subjects)
    elif as_list:
        for line in map(_line, subjects):
            click.echo(line)
        click.echo(f"{len(subjects)} texts")
    elif not subjects:
        click.echo("nothing waits for a review (--state all shows what has been reviewed)")
    else:
        _review(Session(root, corpus, gate, _console(), Answers(), by.strip() if by else None, kind), subjects)


def _review(session: Session, subjects: Sequence[Subject]) -> None:
    try:
        session.run(subjects)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(BROKEN_OFF)


def _console() -> Console:
    return Console(file=sys.stdout, markup=False, emoji=False, highlight=False)


def _line(one: Subject) -> str:
    state = "rejected" if one.record.rejected else one.state
    return f"{one.name}\t{state}\t{len(one.errors)} errors\t{len(one.warnings)} warnings"


def _report(corpus: Corpus, subjects: Sequence[Subject]) -> None:
    for one in subjects:
        record: dict[str, Any] = one.record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        findings = [f.as_json() for f in one.findings]
        found = {"id": one.name, "zh": one.pair.zh, **record, "state": one.state, "findings": findings}
        click.echo(json.dumps(found, ensure_ascii=False))
    measured = sum(f.quantity.measured for one in subjects for f in corpus.figures.get(one.name, ()))
    errors, warnings = sum(len(s.errors) for s in subjects), sum(len(s.warnings) for s in subjects)
    summary = {"read": len(subjects), "quantities": measured, "errors": errors, "warnings": warnings}
    click.echo(json.dumps({"summary": summary}))
