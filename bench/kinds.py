"""Pairs by kind, each with a verdict, held against what the rules say of them.

Run: .venv/bin/python bench/kinds.py FILE…
A FILE is a TSV with the columns kind, verdict, zh, en. `right`: nothing may stand; `warning`: no error may; `wrong`: an error must.
Without FILE: kinds.tsv beside this script, which was written before the rules that it measures, and kinds_after.tsv, written
after them; the counts of both go to kinds.md.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from yuedu.checks.gate import PAIR_RULES, gate
from yuedu.desk.compare.judged import pair_of_line
from yuedu.desk.compare.lines import Line
from yuedu.findings import Finding

HERE = Path(__file__).parent
OWN = (HERE / "kinds.tsv", HERE / "kinds_after.tsv")
RESULT = HERE / "kinds.md"


def main() -> None:
    """Print each pair that is judged wrongly, then the counts."""
    files = [Path(a) for a in sys.argv[1:]]
    tables = [counted(file) for file in files or OWN]
    if not files:
        head = "# Pairs by kind\n\nMade by `.venv/bin/python bench/kinds.py`: of pairs with a verdict, how many the rules judge as it says.\n"
        RESULT.write_text(head + "".join(tables), encoding="utf-8")


def counted(file: Path) -> str:
    """A table of the kinds of a file."""
    tried: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    for kind, verdict, zh, en, findings, good in judged(file):
        tried[kind] += 1
        if not good:
            failed[kind] += 1
            said = "; ".join(f"{f.severity} {f.rule} {f.message}" for f in findings) or "nothing"
            print(f"{kind}\t{verdict}\t{zh}\t{en}\t{said}")
    rows = "".join(f"| {kind} | {n} | {n - failed[kind]} |\n" for kind, n in tried.items())
    total = f"{sum(tried.values()) - sum(failed.values())} of {sum(tried.values())} as the verdict has it"
    print(f"{file.name}: {total}")
    return f"\n## {file.name}: {total}\n\n| kind | pairs | right |\n| --- | ---: | ---: |\n{rows}"


def judged(file: Path) -> Iterator[tuple[str, str, str, str, list[Finding], bool]]:
    """Kind, verdict, both sides, what the rules say, and whether that is as the verdict has it."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()[1:], 2):
        kind, verdict, zh, en = line.split("\t")
        findings = gate(pair_of_line(Line(number, zh, en), file.name), PAIR_RULES)
        severities = {f.severity for f in findings}
        good = {"right": not findings, "warning": "error" not in severities, "wrong": "error" in severities}[verdict]
        yield kind, verdict, zh, en, findings, good


if __name__ == "__main__":
    main()
