"""What a command prints of its run: findings and a summary, as lines or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable

import click

from yuedu.findings import Finding


def report(findings: Iterable[Finding], summary: dict[str, int], as_json: bool) -> None:
    """Findings, then the summary of the run."""
    for finding in findings:
        click.echo(json.dumps(finding.as_json(), ensure_ascii=False) if as_json else str(finding))
    if as_json:
        click.echo(json.dumps({"summary": summary}))
    else:
        click.echo(", ".join(f"{n} {name}" for name, n in summary.items()))
