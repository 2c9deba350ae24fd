"""`yuedu build`: the sources to docs/, or a comparison of what is committed with what the sources give."""

from __future__ import annotations

import difflib
import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yuedu.desk.reporting import report, summary_of
from yuedu.findings import Finding, blocking
from yuedu.store.unchanged import Last, inputs, last_build, remember

if TYPE_CHECKING:
    from yuedu.store.files import Difference
    from yuedu.store.project import Built
    from yuedu.store.work import Report

UNCOMPARED = (
    "compared: seeds/ledger.txt, docs/index.md and the frame; all else is not committed (mkdocs.yml, commit: false)"
)
SELDOM = 50_000
"""New objects after which Python looks for cycles: what a build reads back by the million has none."""
MENDS = "run `yuedu build` and commit what it writes"


@click.command("build")
@click.option(
    "--check", is_flag=True, help="Compare only: exit 1 where what is committed is not what the sources give."
)
@click.option("--jobs", type=int, default=1, show_default=True, help="Processes that read documents and make pages.")
@click.option("--executor", metavar="URL", help="A Dask scheduler whose workers read documents: tcp://host:8786.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def build_command(root: Path, check: bool, jobs: int, executor: str | None, as_json: bool) -> None:
    """Sources to docs/."""
    if not check and (last := last_build(root)):
        report(last.findings, dict(last.summary), as_json)
        if not as_json:
            click.echo(f"0 changed, 0 new, 0 removed of {last.files} files")
        sys.exit(1 if blocking(last.findings) else 0)
    from yuedu.store.project import (  # here: loading it takes longer than seeing that nothing changed
        build,
        committed,
        publish,
    )
    from yuedu.store.work import Work

    gc.set_threshold(SELDOM)
    before = inputs(root)
    with Work(jobs, executor, _progress(as_json)) as work:
        built = build(root, work=work, fresh=check)
    if check and (outdated := committed(built)):
        if as_json:
            findings = [*built.corpus.findings, *_outdated(outdated)]
            report(findings, summary_of(built.corpus, findings), as_json)
        else:
            _report_difference(root, built, outdated)
        sys.exit(1)
    if not check:
        publish(root, built)
    summary = summary_of(built.corpus, built.corpus.findings)
    if not check:
        remember(root, before, Last(tuple(built.corpus.findings), summary, len(built.expected)))
    report(built.corpus.findings, summary, as_json)
    if not as_json and check and not built.corpus.site.commit:
        click.echo(UNCOMPARED)
    elif not as_json:
        click.echo(_written(built.difference, len(built.expected)))
    sys.exit(1 if blocking(built.corpus.findings) else 0)


def _progress(as_json: bool) -> Report:
    """How far a stage has come, on stderr; nothing where every line is for a machine."""
    from yuedu.store.work import progress

    terminal = sys.stderr.isatty()
    return progress((lambda text: None) if as_json else lambda text: click.echo(text, err=True, nl=False), terminal)


def _written(difference: Difference, total: int) -> str:
    d = difference
    return f"{len(d.changed)} changed, {len(d.missing)} new, {len(d.orphaned)} removed of {total} files"


def _outdated(difference: Difference) -> Iterator[Finding]:
    """What `--check` found, as findings."""
    for kind in ("changed", "missing", "orphaned"):
        for path in getattr(difference, kind):
            yield Finding("error", "state.generated", path, f"{kind}: docs/ is not what the sources give", kind, MENDS)


def _report_difference(root: Path, built: Built, outdated: Difference) -> None:
    for path in outdated.missing:
        click.echo(f"missing: {path}")
    for path in outdated.orphaned:
        click.echo(f"orphaned: {path}")
    for path in outdated.changed:
        before = (root / path).read_text(encoding="utf-8", errors="replace").splitlines()
        after = built.expected[path].decode().splitlines()
        for line in list(difflib.unified_diff(before, after, f"disk/{path}", f"sources/{path}", lineterm="", n=1))[:20]:
            click.echo(line)
    where = "docs/" if built.corpus.site.commit else "what is committed"
    click.echo(f"{where} is not what the sources give: {MENDS}")
