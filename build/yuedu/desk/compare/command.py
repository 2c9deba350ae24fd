"""`yuedu compare FILE`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from yuedu.desk.compare.judged import judged, pair_of_line
from yuedu.desk.compare.lines import read_lines
from yuedu.desk.reporting import report
from yuedu.findings import Finding, blocking
from yuedu.glossary.load import load_glossary
from yuedu.glossary.match import Matcher
from yuedu.store.sources import read_bytes, read_yaml


@click.command("compare", short_help="The gate on any pairs of Chinese and English.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--terms", "with_terms", is_flag=True, help="Hold the pairs against this project's glossary too.")
@click.option(
    "--year", type=click.IntRange(1900, 2100), help="The year of the text, for 去年, 过去一年 and bare dates."
)
@click.option(
    "--currency",
    type=click.Choice(["CNY", "HKD", "MOP", "TWD", "USD"]),
    help="What 元 and $ are where they name no country.",
)
@click.option("--only", multiple=True, metavar="PREFIX", help="Rules whose names begin so, such as number.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def compare_command(
    root: Path,
    file: Path,
    with_terms: bool,
    year: int | None,
    currency: str | None,
    only: tuple[str, ...],
    as_json: bool,
) -> None:
    """The gate on any pairs: a TSV whose last two columns are Chinese and English, or a TMX."""
    name = str(file)
    lines, findings = read_lines(read_bytes(file, name), name)
    terms = load_glossary(read_yaml(root / "glossary.yml", "glossary.yml")) if with_terms else ()
    matcher = Matcher(terms) if with_terms else None
    quantities = 0
    for line in lines:
        pair = pair_of_line(line, name, terms, matcher, year, currency)
        quantities += sum(q.measured for q in pair.quantities)
        findings += judged(pair, with_terms=with_terms)
    told = [f for f in findings if not only or f.rule.startswith(only)]
    report(_in_order(told), _summary(len(lines), quantities, told), as_json)
    sys.exit(1 if blocking(told) else 0)


def _in_order(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: int(f.place.rpartition(":")[2]))


def _summary(read: int, quantities: int, findings: list[Finding]) -> dict[str, int]:
    errors = len(blocking(findings))
    return {"read": read, "quantities": quantities, "errors": errors, "warnings": len(findings) - errors}
