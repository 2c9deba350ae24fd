"""The command line: `yuedu COMMAND`. Exit codes: 0 good, 1 findings that block, 2 wrong use or unreadable input."""

from __future__ import annotations

import difflib
import errno
import json
import sys
from collections.abc import Collection, Iterator
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from yuedu.desk.reporting import report
from yuedu.errors import UsageError, YueduError
from yuedu.findings import Finding, blocking
from yuedu.store.unchanged import Last, inputs, last_build, remember

if TYPE_CHECKING:
    from yuedu.intake.taken import Taken
    from yuedu.store.files import Difference
    from yuedu.store.project import Built
    from yuedu.store.work import Report
    from yuedu.text.seed import ReadSeed

COMMANDS = {
    "add": "yuedu.desk.add.command:add_command",
    "compare": "yuedu.desk.compare.command:compare_command",
    "confirm": "yuedu.desk.confirming:confirm_command",
    "diff": "yuedu.desk.diff.command:diff_command",
    "draft": "yuedu.desk.draft.command:draft_command",
    "file": "yuedu.desk.file.command:file_command",
    "new": "yuedu.desk.new:new_command",
    "review": "yuedu.desk.review.command:review_command",
    "terms": "yuedu.desk.terms:terms_command",
}
"""What an editor runs, each loaded when it is asked for: a build after which nothing has changed has no time for them."""

UNCOMPARED = (
    "compared: seeds/ledger.txt, docs/index.md and the frame; all else is not committed (mkdocs.yml, commit: false)"
)
MENDS = "run `yuedu build` and commit what it writes"


class Group(click.Group):
    """Errors that name their place become exit code 2, as JSON where it was asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS:
            module, _, name = COMMANDS[cmd_name].partition(":")
            return getattr(import_module(module), name)  # type: ignore[no-any-return]
        return super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        as_json = "--json" in ctx.args
        try:
            return super().invoke(ctx)
        except YueduError as error:
            problem = error
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read the output has gone; click ends the run
                raise
            problem = UsageError(error.filename or "the disk", None, f"{error.strerror}", "check room and permissions")
        if as_json:
            finding = Finding("error", "text.unreadable", problem.place, problem.message, "", problem.remedy)
            report([finding], {"read": 0, "quantities": 0, "errors": 1, "warnings": 0}, as_json)
        else:
            click.echo(f"error: {problem}", err=True)
        ctx.exit(2)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--project",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=".",
    help="The project's folder.",
)
@click.pass_context
def main(ctx: click.Context, project: Path) -> None:
    """Yuedu 粤读: official Chinese speeches, published as a bilingual digest."""
    ctx.obj = project


@main.command("build")
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

    before = inputs(root)
    with Work(jobs, executor, _progress(as_json)) as work:
        built = build(root, work=work, fresh=check)
    if check and (outdated := committed(built)):
        if as_json:
            findings = [*built.corpus.findings, *_outdated(outdated)]
            report(findings, _summary(built, findings), as_json)
        else:
            _report_difference(root, built, outdated)
        sys.exit(1)
    if not check:
        publish(root, built)
    summary = _summary(built, built.corpus.findings)
    if not check:
        remember(root, before, Last(tuple(built.corpus.findings), summary, len(built.expected)))
    report(built.corpus.findings, summary, as_json)
    if not as_json and check and not built.corpus.site.commit:
        click.echo(UNCOMPARED)
    elif not as_json:
        click.echo(_written(built.difference, len(built.expected)))
    sys.exit(1 if blocking(built.corpus.findings) else 0)


@main.command("check", short_help="Every finding, and what waits for an editor.")
@click.option(
    "--waiting", "only_waiting", is_flag=True, help="Only what waits for an editor, with the command for each."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def check_command(root: Path, only_waiting: bool, as_json: bool) -> None:
    """Every finding over sources, English, glossary and links; then, on stderr, what waits for an editor."""
    from yuedu.desk.waiting import waiting
    from yuedu.glossary.load import load_begun
    from yuedu.store.project import build
    from yuedu.store.sources import read_yaml

    built = build(root)
    glossary = read_yaml(root / "glossary.yml", "glossary.yml")
    waits = waiting(built.corpus, [record.zh for record in load_begun(glossary)])
    if only_waiting:
        for one in waits:
            click.echo(json.dumps(asdict(one), ensure_ascii=False) if as_json else str(one))
        return
    report(built.corpus.findings, _summary(built, built.corpus.findings), as_json)
    if waits and not as_json:
        click.echo("waiting for an editor, the most useful first:", err=True)
        for one in waits:
            click.echo(f"  {one}", err=True)
    sys.exit(1 if blocking(built.corpus.findings) else 0)


@main.command("parse", short_help="A document to its tree, without storing it.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--id", "ident", help="The document's id; made of the file's name where none is given.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object: documents, front_matter, sections, passages.")
def parse_command(file: Path, ident: str | None, as_json: bool) -> None:
    """An official document, in any format that `add` takes, to its tree of sections and passages."""
    from yuedu.digest.outline import as_text, outline

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


@main.command("import-xliff", short_help="An outside translator's work, back as drafts.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--by", default="outside translator", show_default=True, help="Who translated: stands in drafted_by.")
@click.option("--replace", is_flag=True, help="Put drafts in the place of reviewed English too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def import_xliff_command(root: Path, file: Path, by: str, replace: bool, as_json: bool) -> None:
    """An outside translator's work (data/passages.xlf, filled in), back as drafts."""
    from yuedu.desk.returning.saving import import_xliff

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


def _read(file: Path, ident: str | None) -> tuple[Taken, ReadSeed]:
    from yuedu.desk.add.command import check_id
    from yuedu.store.sources import take_file
    from yuedu.text.metadata import document_id
    from yuedu.text.seed import Begin, read_seed

    name = ident or document_id(file.stem)
    check_id(name)
    _, taken = take_file(file)
    return taken, read_seed(taken.text, [Begin(name, "")], (), file.name)


def _progress(as_json: bool) -> Report:
    """How far a stage has come, on stderr; nothing where every line is for a machine."""
    from yuedu.store.work import progress

    terminal = sys.stderr.isatty()
    return progress((lambda text: None) if as_json else lambda text: click.echo(text, err=True, nl=False), terminal)


def _summary(built: Built, findings: Collection[Finding]) -> dict[str, int]:
    corpus = built.corpus
    errors = len(blocking(findings))
    measured = sum(1 for c in corpus.cards.values() for p in c.figures for _ in c.measured(p))
    return {
        "read": len(corpus.passages),
        "quantities": measured,
        "errors": errors,
        "warnings": len(findings) - errors,
    }


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
