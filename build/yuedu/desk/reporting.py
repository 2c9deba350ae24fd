"""What a command prints of its run: findings and a summary, as lines or as JSON."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

import click

from yuedu.findings import Finding, blocking

if TYPE_CHECKING:
    from yuedu.corpus.corpus import Corpus


def report(findings: Iterable[Finding], summary: dict[str, int], as_json: bool) -> None:
    """Findings, then the summary of the run."""
    for finding in findings:
        click.echo(json.dumps(finding.as_json(), ensure_ascii=False) if as_json else str(finding))
    if as_json:
        click.echo(json.dumps({"summary": summary}))
    else:
        click.echo(", ".join(f"{n} {name}" for name, n in summary.items()))


def summary_of(corpus: Corpus, findings: Collection[Finding]) -> dict[str, int]:
    """How many passages were read, how many quantities they measure, and how many findings there are."""
    errors = len(blocking(findings))
    measured = sum(1 for c in corpus.cards.values() for p in c.figures for _ in c.measured(p))
    return {
        "read": len(corpus.passages),
        "quantities": measured,
        "errors": errors,
        "warnings": len(findings) - errors,
    }
