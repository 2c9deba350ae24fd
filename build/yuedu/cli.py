"""The command line: `yuedu COMMAND`. Exit codes: 0 good, 1 findings that block, 2 wrong use or unreadable input."""

from __future__ import annotations

import errno
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from yuedu.desk.reporting import report
from yuedu.errors import UsageError, YueduError
from yuedu.findings import Finding

COMMANDS = {
    "add": "yuedu.desk.add.command:add_command",
    "build": "yuedu.desk.building:build_command",
    "check": "yuedu.desk.checking:check_command",
    "compare": "yuedu.desk.compare.command:compare_command",
    "confirm": "yuedu.desk.confirming:confirm_command",
    "diff": "yuedu.desk.diff.command:diff_command",
    "draft": "yuedu.desk.draft.command:draft_command",
    "file": "yuedu.desk.file.command:file_command",
    "import-xliff": "yuedu.desk.returning.command:import_xliff_command",
    "new": "yuedu.desk.new:new_command",
    "parse": "yuedu.desk.parsing:parse_command",
    "review": "yuedu.desk.review.command:review_command",
    "series": "yuedu.desk.series:series_command",
    "terms": "yuedu.desk.terms:terms_command",
}
"""Each is loaded when it is asked for: a build after which nothing has changed has no time for the others."""


class Group(click.Group):
    """Errors that name their place become exit code 2, as JSON where it was asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        return getattr(import_module(module), name)  # type: ignore[no-any-return]

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
