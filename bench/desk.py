"""From file to page, and how many decisions an editor makes: `bench/desk.py FILE…`, whole official documents.

Each file is added to a copy of this project, which is then built; what `yuedu file` would ask is counted, one key a piece.
Writes bench/desk.md.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from recombined import copy_project

from yuedu.corpus.assembly import assemble
from yuedu.desk.file.learning import learnt
from yuedu.desk.file.units import waiting
from yuedu.store.sources import read_sources

ROOT = Path(__file__).resolve().parents[1]
YUEDU = [sys.executable, "-c", "from yuedu.cli import main; main()"]


def main(files: list[Path]) -> None:
    rows = [measured(file, n) for n, file in enumerate(files, 1)]
    text = f"""# From file to page

Made by `.venv/bin/python bench/desk.py FILE…` with {len(files)} whole official documents, each added alone to a copy of this
project on 2 cores. Seconds are of the whole commands, Python's start included; the build before had the first corpus in it.
A decision is one key of `yuedu file`: take the proposal, or the letter of another topic.

| document | passages | `yuedu add` | `yuedu build` | fields proposed | passages filed by rule | decisions | keys a 150 passages |
| --- | ---: | ---: | ---: | --- | ---: | ---: | ---: |
{chr(10).join(rows)}
"""
    (ROOT / "bench" / "desk.md").write_text(text, encoding="utf-8")
    print(text)


def measured(file: Path, n: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        copy_project(root)
        run(root, "build")
        ident = f"measured-{n}"
        added = run(root, "add", str(file.resolve()), "--id", ident)
        built = run(root, "build")
        corpus = assemble(read_sources(root))
        speech = next(s for s in corpus.speeches if s.meta.id == ident)
        passages = [p.id for p in speech.tree.passages]
        by_rule = sum(p in corpus.topics.filed for p in passages)
        units = waiting(corpus, learnt(corpus), ident)
        fields = ", ".join(speech.meta.proposed) or "none"
        keys = round(150 * len(units) / len(passages))
        name = file.name.removesuffix(".txt").removesuffix(".zh")
        cells = (name, len(passages), f"{added:.1f} s", f"{built:.1f} s", fields, by_rule, len(units), keys)
        return "| " + " | ".join(map(str, cells)) + " |"


def run(root: Path, *arguments: str) -> float:
    """Seconds; raises where the command fails."""
    start = time.perf_counter()
    subprocess.run([*YUEDU, "--project", str(root), *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit("bench/desk.py is left out: name whole official documents to add")
    main([Path(a) for a in sys.argv[1:]])
