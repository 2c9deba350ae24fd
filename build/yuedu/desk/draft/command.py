"""`yuedu draft`: what is given on the command line and in the environment, to a run and its report."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from yuedu.corpus.corpus import Corpus
from yuedu.desk.draft.budget import Budget, estimate_messages
from yuedu.desk.draft.endpoint import Endpoint, Limits, read_address
from yuedu.desk.draft.key import Key
from yuedu.desk.draft.reporting import print_report
from yuedu.desk.draft.run import AnyJob, Report, run
from yuedu.desk.draft.saving import DraftStore, alone, read_gated, read_key_file
from yuedu.desk.draft.synopses import synopsis_job
from yuedu.desk.draft.texts import text_job
from yuedu.desk.draft.work import select
from yuedu.errors import UsageError
from yuedu.findings import blocking

LIMITS = Limits()
BROKEN_OFF = 130
"""The exit code of a run that was broken off with Ctrl-C, as shells have it."""

_at_least_1 = click.IntRange(min=1)
_seconds = click.FloatRange(min=0, min_open=True)


@click.command("draft", short_help="English drafted by a model of your choice.")
@click.argument("ids", nargs=-1)
@click.option("--base-url", help="The endpoint's address; else OPENAI_BASE_URL.")
@click.option("--model", help="The model's name; else YUEDU_MODEL.")
@click.option("--key-file", type=click.Path(path_type=Path), help="A file with the key alone; else OPENAI_API_KEY.")
@click.option("--redo", is_flag=True, help="Make the drafts of IDS anew too.")
@click.option("--repairs", default=2, show_default=True, type=click.IntRange(min=0), help="How often findings go back.")
@click.option(
    "--concurrency", default=LIMITS.concurrency, show_default=True, type=_at_least_1, help="Requests at once."
)
@click.option(
    "--max-requests", default=LIMITS.requests, show_default=True, type=_at_least_1, help="In all, repairs too."
)
@click.option("--max-tokens", default=LIMITS.tokens, show_default=True, type=_at_least_1, help="In all, both ways.")
@click.option(
    "--answer-tokens", default=LIMITS.answer_tokens, show_default=True, type=_at_least_1, help="Of one answer."
)
@click.option("--timeout", default=LIMITS.answer_time, show_default=True, type=_seconds, help="Seconds for one answer.")
@click.option(
    "--tries", default=LIMITS.tries, show_default=True, type=_at_least_1, help="Of a request that may succeed."
)
@click.option("--backoff", default=LIMITS.backoff, show_default=True, type=_seconds, help="Seconds, growing.")
@click.option("--dry-run", is_flag=True, help="Show what would be sent and its size; send nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def draft_command(root: Path, /, **given: Any) -> None:
    """Draft missing or stale English through an OpenAI-compatible endpoint.

    IDS are documents, sections, passages or synopses (topics.<slug>); without any, everything is drafted. Only ever
    writes state draft; the gate's findings go back to the model, and what still fails is kept with them.
    """
    if given["dry_run"]:
        corpus = read_gated(root)
        jobs = _jobs(corpus, select(corpus, given["ids"], given["redo"]), "dry run")
        _show(jobs, given["as_json"])
        return
    endpoint = _endpoint(given)
    if endpoint.exposes_key:
        click.echo(f"warning: {endpoint.base} is not encrypted: the key can be read on the way", err=True)
    sys.exit(_run(root, endpoint, given))


def _endpoint(given: dict[str, Any]) -> Endpoint:
    source = "--base-url" if given["base_url"] else "OPENAI_BASE_URL"
    address = given["base_url"] or os.environ.get("OPENAI_BASE_URL", "")
    if not address.strip():
        raise UsageError(source, None, "no endpoint", "set it, or give --base-url, such as http://127.0.0.1:8000/v1")
    model = (given["model"] or os.environ.get("YUEDU_MODEL", "")).strip()
    if not model:
        raise UsageError("YUEDU_MODEL", None, "no model", "set it, or give --model, as the endpoint calls it")
    key = _key(given["key_file"])
    limits = replace(
        LIMITS,
        concurrency=given["concurrency"],
        requests=given["max_requests"],
        tokens=given["max_tokens"],
        answer_tokens=given["answer_tokens"],
        answer_time=given["timeout"],
        tries=given["tries"],
        backoff=given["backoff"],
    )
    return Endpoint(read_address(address, source), model, key, limits)


def _key(file: Path | None) -> Key:
    return Key(read_key_file(file), str(file)) if file else Key(os.environ.get("OPENAI_API_KEY", ""), "OPENAI_API_KEY")


def _jobs(corpus: Corpus, ids: list[str], by: str) -> list[AnyJob]:
    return [text_job(corpus, i, by) if i in corpus.targets else synopsis_job(corpus, i, by) for i in ids]


def _show(jobs: list[AnyJob], as_json: bool) -> None:
    """What a run would send first; repairs come on top."""
    requests, characters, tokens = len(jobs), 0, 0
    shown = ""
    for job in jobs:
        messages = job.messages()
        size, estimated = sum(len(m["content"]) for m in messages), estimate_messages(messages)
        characters, tokens = characters + size, tokens + estimated
        if as_json:
            line = {"id": job.id, "characters": size, "tokens": estimated, "messages": messages}
            click.echo(json.dumps(line, ensure_ascii=False))
            continue
        for message in messages:
            if message["role"] != "system":
                click.echo(f"== {job.id}: {size} characters, about {estimated} tokens\n{message['content']}\n")
            elif message["content"] != shown:
                shown = message["content"]
                click.echo(f"== sent with each request that follows\n{shown}\n")
    if as_json:
        click.echo(json.dumps({"summary": {"requests": requests, "characters": characters, "tokens": tokens}}))
    else:
        click.echo(f"{requests} requests, {characters} characters, about {tokens} tokens; nothing was sent")


def _run(root: Path, endpoint: Endpoint, given: dict[str, Any]) -> int:
    from yuedu.desk.draft.progress import telling  # rich takes its time

    with alone(root):
        corpus = read_gated(root)
        jobs = _jobs(corpus, select(corpus, given["ids"], given["redo"]), endpoint.model)
        store, report = DraftStore(root, corpus), Report()
        budget = Budget(endpoint.limits.requests, endpoint.limits.tokens)
        broken = False
        try:
            with telling(len(jobs)) as tell:
                asyncio.run(_drafted(jobs, endpoint, budget, store.save, given["repairs"], report, tell))
        except KeyboardInterrupt:
            broken = True
        places = store.places([o.job.id for o in report.outcomes])
    print_report(corpus, report, budget, places, given["as_json"])
    if broken:
        click.echo("broken off: what is drafted is saved, and the next run goes on from there", err=True)
        return BROKEN_OFF
    failed = report.stopped or any(o.fault and o.english is None for o in report.outcomes)
    unfinished = report.spent or report.left or any(blocking(o.findings) or o.fault for o in report.outcomes)
    return 2 if failed else 1 if unfinished else 0


async def _drafted(
    jobs: list[AnyJob], endpoint: Endpoint, budget: Budget, save: Any, repairs: int, report: Report, tell: Any
) -> None:
    if not jobs:
        return
    from yuedu.desk.draft.client import Client  # the one import of httpx

    async with Client(endpoint, budget) as client:
        await run(jobs, client, save, endpoint.limits.concurrency, repairs, report, tell)
