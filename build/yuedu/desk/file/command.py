"""`yuedu file`: from the command line to a session, to the list of what waits, or to one filing."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from yuedu.corpus.corpus import Corpus
from yuedu.desk.file.learning import learnt, unfiled
from yuedu.desk.file.session import Session
from yuedu.desk.file.units import Unit, waiting
from yuedu.desk.terminal.answers import Answers
from yuedu.errors import UsageError
from yuedu.filing.own_topic import Group, belong_together
from yuedu.filing.rule import Rule
from yuedu.store.filings import file_under
from yuedu.store.shelf import read_corpus
from yuedu.text.ids import parse_id

BROKEN_OFF = 130
"""The exit code of a run that was broken off with Ctrl-C, as shells have it."""


@click.command("file", short_help="Passages under topics, a section at a time.")
@click.argument("ids", nargs=-1)
@click.option("--under", "topic", metavar="TOPIC", help="File the IDS under this topic, and ask nothing.")
@click.option("--list", "as_list", is_flag=True, help="List what waits, with its proposal, only.")
@click.option("--json", "as_json", is_flag=True, help="The list with the three best topics, one JSON object a line.")
@click.pass_obj
def file_command(root: Path, ids: Sequence[str], topic: str | None, as_list: bool, as_json: bool) -> None:
    """Passages under topics: a section at a time with its proposal, one key to take it. IDS: documents, sections or
    passages; none for all that waits."""
    corpus = read_corpus(root)
    _known(corpus, ids)
    if topic is not None:
        _file(root, corpus, ids, topic)
        return
    documents = list(dict.fromkeys(parse_id(i).document for i in ids)) or [s.meta.id for s in corpus.speeches]
    rule = learnt(corpus)
    units = [u for d in documents for u in waiting(corpus, rule, d) if _asked(u, ids)]
    if as_json:
        for unit in units:
            click.echo(json.dumps(_record(unit), ensure_ascii=False))
        passages = sum(len(u.passages) for u in units)
        proposed = sum(u.topic is not None for u in units)
        click.echo(json.dumps({"summary": {"waiting": len(units), "passages": passages, "proposed": proposed}}))
    elif as_list:
        for unit in units:
            best = f"{unit.topic} {unit.best[0].score:.2f}" if unit.topic else "a topic of its own?"
            click.echo(f"{unit.name}\t{len(unit.passages)} passages\t{best}")
        click.echo(f"{len(units)} decisions, {sum(len(u.passages) for u in units)} passages")
    elif not units:
        click.echo("nothing waits to be filed")
    else:
        _session(root, corpus, rule, units, documents)


def _session(root: Path, corpus: Corpus, rule: Rule, units: list[Unit], documents: Sequence[str]) -> None:
    console = Console(file=sys.stdout, markup=False, emoji=False, highlight=False)
    try:
        Session(root, corpus, rule, units, _groups(corpus, units, documents), console, Answers()).run()
    except (KeyboardInterrupt, click.Abort):
        sys.exit(BROKEN_OFF)


def _groups(corpus: Corpus, units: Sequence[Unit], documents: Sequence[str]) -> list[Group]:
    """What nothing filed is like, gathered where it is like each other."""
    alone = {p for u in units if u.topic is None for p in u.passages}
    return belong_together([p for d in documents for p in unfiled(corpus, d) if p.id in alone], corpus.matcher.tokens)


def _file(root: Path, corpus: Corpus, ids: Sequence[str], topic: str) -> None:
    slugs = {t.slug for t in corpus.topics.topics}
    if topic not in slugs:
        raise UsageError("--under", None, f"no topic {topic!r}", f"use one of {', '.join(sorted(slugs))}")
    if not ids:
        raise UsageError("--under", None, "no ids", "name the documents, sections or passages to file")
    for document in dict.fromkeys(parse_id(i).document for i in ids):
        own = [i for i in ids if parse_id(i).document == document]
        change = file_under(root, document, own, topic)
        click.echo(f"{change.path}: {', '.join(own)}: {topic}")


def _known(corpus: Corpus, ids: Sequence[str]) -> None:
    known = {s.meta.id for s in corpus.speeches} | {*corpus.sections} | {*corpus.passages}
    for ident in ids:
        if ident not in known:
            raise UsageError(ident, None, "no such document, section or passage", "see data/digest.json for the ids")


def _asked(unit: Unit, ids: Sequence[str]) -> bool:
    """Whether it lies in one of the ids."""
    return not ids or any(p == i or p.startswith(f"{i}.") for p in (*unit.places, *unit.passages) for i in ids)


def _record(unit: Unit) -> dict[str, Any]:
    best = [{"topic": c.topic, "score": round(c.score, 4), "words": c.words, "headings": c.headings} for c in unit.best]
    return {
        "document": unit.document,
        "places": unit.places,
        "passages": unit.passages,
        "topic": unit.topic,
        "best": best,
    }
