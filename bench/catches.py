"""What the gate catches of English broken by machine, one break each, in texts that had no error. Writes catches.md.

Run: .venv/bin/python bench/catches.py
With --drafts FILE ... the English is that of these files (passage id → segments) instead, and nothing is written.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent))
from breaks import breaks

from yuedu.checks.gate import Gate
from yuedu.corpus.assembly import assemble
from yuedu.corpus.corpus import Corpus
from yuedu.findings import blocking
from yuedu.sources.reviews import sha256
from yuedu.sources.summaries import Summary
from yuedu.store.sources import read_sources, read_yaml

ROOT = Path(__file__).resolve().parents[1]
RESULT = Path(__file__).with_suffix(".md")
GOAL = 0.99


def main() -> None:
    """Break, judge and record."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--drafts", type=Path, nargs="*", default=[])
    files = arguments.parse_args().drafts
    corpus = assemble(read_sources(ROOT))
    texts = _drafts(corpus, files) if files else _reviewed(corpus)
    gate = Gate.of(corpus)
    sound = {i: s for i, s in texts.items() if not blocking(gate.judge(i, s))}
    tried: dict[str, int] = defaultdict(int)
    caught: dict[str, int] = defaultdict(int)
    for ident, summary in sound.items():
        for broken in breaks(corpus, ident, summary, Random(ident)):
            found = {f.rule for f in gate.judge(ident, broken.summary)}
            tried[broken.kind] += 1
            if found & set(broken.rules):
                caught[broken.kind] += 1
            else:
                print(f"missed: {broken.kind} {broken.of}: {ident}: {broken.summary.text}", file=sys.stderr)
    report = _report(len(sound), len(texts), tried, caught)
    print(report)
    if not files:
        RESULT.write_text(report, encoding="utf-8")


def _reviewed(corpus: Corpus) -> dict[str, Summary]:
    """The English of passages, headings and front matter that a reviewer passed."""
    return {i: e.summary for i, e in corpus.english.items() if e.state == "reviewed" and not e.problem}


def _drafts(corpus: Corpus, files: list[Path]) -> dict[str, Summary]:
    """The same from files without the fields of a review."""
    out = {}
    for path in files:
        for ident, entry in read_yaml(path, path.name).value.items():
            made = {"source": sha256(corpus.texts[ident]), "state": "draft", "drafted_by": "a trial"}
            out[ident] = Summary.model_validate({**made, **entry})
    return out


def _report(sound: int, texts: int, tried: Mapping[str, int], caught: Mapping[str, int]) -> str:
    rows = [f"| {kind} | {n} | {caught[kind]} | {caught[kind] / n:.1%} |" for kind, n in sorted(tried.items())]
    total, good = sum(tried.values()), sum(caught.values())
    return "\n".join(
        [
            "# Breaks that the gate catches",
            "",
            f"`{' '.join(['bench/catches.py', *sys.argv[1:]])}`: {sound} English texts of {texts} without an error, broken by machine, one break each, "
            "and caught where the right rule says so.",
            "",
            "| break | made | caught | |",
            "| --- | --- | --- | --- |",
            *rows,
            f"| all | {total} | {good} | {good / total:.1%} |",
            "",
            f"The goal is {GOAL:.0%} of all.",
            "",
        ]
    )


if __name__ == "__main__":
    main()
