"""Who is to act, in whole documents as they are added: `bench/actors.py FILE…`. Writes the counts of bench/actors.md."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from recombined import copy_project

from yuedu.corpus.assembly import assemble
from yuedu.store.sources import read_sources

ROOT = Path(__file__).resolve().parents[1]
YUEDU = [sys.executable, "-c", "from yuedu.cli import main; main()"]
COLUMNS = ("stated", "we", "carried", "plan", "addressees", "none")
OPENS, CLOSES = "<!-- counts -->\n", "<!-- /counts -->"


def main(files: list[Path]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        copy_project(root)
        for n, file in enumerate(files, 1):
            command = [*YUEDU, "--project", str(root), "add", str(file.resolve()), "--id", f"measured-{n}"]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        corpus = assemble(read_sources(root))
    names = {f"measured-{n}": f.name.split(".")[0] for n, f in enumerate(files, 1)}
    counts: dict[str, Counter[str]] = {s.meta.id: Counter() for s in corpus.speeches}
    for c in corpus.commitments:
        said = "stated" if c.who and c.basis != "we" else c.basis or "none"
        counts[corpus.speech_of[c.passage].meta.id][said] += 1
    rows = [
        f"| {names.get(i, i)} | {sum(found.values())} | " + " | ".join(str(found[k]) for k in COLUMNS) + " |"
        for i, found in counts.items()
        if found
    ]
    table = f"| document | commitments | {' | '.join(COLUMNS)} |\n| --- |{' ---: |' * 7}\n" + "\n".join(rows) + "\n"
    page = ROOT / "bench" / "actors.md"
    text = page.read_text(encoding="utf-8")
    head, _, rest = text.partition(OPENS)
    page.write_text(head + OPENS + table + CLOSES + rest.partition(CLOSES)[2], encoding="utf-8")
    print(table)


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit("bench/actors.py is left out: name whole official documents")
    main([Path(a) for a in sys.argv[1:]])
