"""How a run comes along: a bar with the time left on a terminal, a line for each text elsewhere; on the error stream."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from yuedu.desk.draft.run import AnyOutcome
from yuedu.findings import blocking


@contextmanager
def telling(total: int) -> Iterator[Callable[[AnyOutcome], None]]:
    """What to call with each outcome."""
    done = 0

    def tell(outcome: AnyOutcome) -> None:
        nonlocal done
        done += 1
        click.echo(f"[{done}/{total}] {outcome.job.id}: {said_of(outcome)}", err=True)

    if not sys.stderr.isatty():
        yield tell
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("drafting", total=total)

        def advance(outcome: AnyOutcome) -> None:
            bar.console.print(f"{outcome.job.id}: {said_of(outcome)}", markup=False, highlight=False)
            bar.advance(task)

        yield advance


def said_of(outcome: AnyOutcome) -> str:
    """An outcome in a few words."""
    if outcome.english is None:
        return f"no draft: {outcome.fault.message if outcome.fault else outcome.findings[0].message}"
    errors, warnings = len(blocking(outcome.findings)), len(outcome.findings) - len(blocking(outcome.findings))
    parts = ["draft"]
    parts += [f"{outcome.repairs} repair{'s' * (outcome.repairs > 1)}"] if outcome.repairs else []
    parts += [f"{n} {word}{'s' * (n > 1)}" for n, word in ((errors, "error"), (warnings, "warning")) if n]
    parts += [outcome.fault.message] if outcome.fault else []
    return ", ".join(parts)
