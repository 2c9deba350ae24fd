"""What a run says when it is over: findings in reading order, and what would mend an endpoint."""

from __future__ import annotations

from dataclasses import replace

import click

from yuedu.corpus.corpus import Corpus
from yuedu.desk.draft.budget import Budget
from yuedu.desk.draft.run import AnyOutcome, Report
from yuedu.desk.reporting import report as print_findings
from yuedu.errors import YueduError
from yuedu.findings import Finding, blocking


def print_report(corpus: Corpus, report: Report, budget: Budget, places: dict[str, str], as_json: bool) -> None:
    """Findings, what stopped the run and the summary; `places`: `file:line` of each text that is in a file now."""

    order = {ident: n for n, ident in enumerate(corpus.targets)}
    outcomes = sorted(report.outcomes, key=lambda o: (order.get(o.job.id, len(order)), o.job.id))
    findings = [f for o in outcomes for f in _findings(o, places)]
    if report.stopped:
        findings.append(_fault(report.stopped, None))
    for ident in report.left:
        message = "the English changed while it was drafted, and was left as it is"
        findings.append(Finding("error", "state.changed", places.get(ident, ident), message, passage=ident))
    if report.spent:
        message = f"{report.spent}: {len(report.unasked)} texts were not asked for; run again to go on"
        findings.append(Finding("error", "state.limit", "yuedu draft", message))
    errors = len(blocking(findings))
    drafted = {*report.saved}
    passages = [o.job.id for o in outcomes if o.job.id in corpus.passages]
    summary = {
        "read": len(outcomes),
        "quantities": sum(f.quantity.measured for p in passages for f in corpus.figures[p]),
        "errors": errors,
        "warnings": len(findings) - errors,
        "drafted": len(drafted),
        "not asked": len(report.unasked),
        "requests": budget.requests,
        "tokens": budget.tokens,
    }
    print_findings(findings, summary, as_json)
    if not as_json:
        for fault in dict.fromkeys(map(str, [*([report.stopped] if report.stopped else []), *_faults(outcomes)])):
            click.echo(f"error: {fault}", err=True)


def _faults(outcomes: list[AnyOutcome]) -> list[YueduError]:
    return [o.fault for o in outcomes if o.fault]


def _findings(outcome: AnyOutcome, places: dict[str, str]) -> list[Finding]:
    place = places.get(outcome.job.id, outcome.job.place)
    found = [replace(f, place=place) for f in outcome.findings]
    return found + ([_fault(outcome.fault, outcome.job.id)] if outcome.fault else [])


def _fault(fault: YueduError, ident: str | None) -> Finding:
    return Finding("error", "link.endpoint", fault.place, fault.message, "", fault.remedy, ident)
