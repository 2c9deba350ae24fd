"""Many documents: `yuedu build` from nothing, with nothing changed and with one sentence changed. Writes scale.md beside it.

Documents of real length, recombined from the real ones (see `recombined.py`). Run:
.venv/bin/python bench/scale.py [--sizes 10 100] [--alone-up-to 100]
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import recombined

BIN = Path(sys.executable).parent
RESULT = Path(__file__).with_suffix(".md")
COLUMNS = (
    *("documents", "passages", "files", "MB", "from nothing, 1 process", "2 processes", "of 1", "peak MB"),
    *("unchanged", "one sentence", "files changed", "start"),
)


def main() -> None:
    """Measure and record."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sizes", type=int, nargs="+", default=[10, 100])
    arguments.add_argument("--alone-up-to", type=int, default=100, help="the largest size that one process builds, too")
    given = arguments.parse_args()
    start = min(_import() for _ in range(3))
    rows = []
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            rows.append(_row(Path(folder) / "digest", size, size <= given.alone_up_to, start))
            print(rows[-1], flush=True)
    head = f"| {' | '.join(COLUMNS)} |\n|{' ---: |' * len(COLUMNS)}\n"
    table = head + "".join(f"| {' | '.join(row)} |\n" for row in rows)
    command = " ".join(["bench/scale.py", *sys.argv[1:]])
    before = RESULT.read_text(encoding="utf-8") if RESULT.exists() else ""
    notes = before[before.find("\n## ") :] if "\n## " in before else ""
    RESULT.write_text(
        f"""# Many documents

`{command}`, Python {sys.version.split()[0]}, {os.cpu_count()} cores. Seconds by the clock; documents of 128 passages and
some 25,000 characters, recombined from the first corpus, whose terms and figures stand in them as often as there. «Start» is
what a process that builds needs to load its modules; peak memory is that of the largest process.

{table}{notes}""",
        encoding="utf-8",
    )


def _row(project: Path, size: int, alone: bool, start: float) -> list[str]:
    recombined.make(project, size)
    cold = None
    if alone:
        copy = project.with_name("alone")
        shutil.copytree(project, copy)
        cold, _ = _timed(["--project", str(copy), "build"])
        once = _tree(copy)
        shutil.rmtree(copy)
    two, said = _timed(["--project", str(project), "build", "--jobs", "2"])
    if alone and once != _tree(project):
        raise SystemExit("two processes made another tree than one")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    unchanged, _ = _timed(["--project", str(project), "build"])
    _touch(project / "seeds" / "recombined-3")
    one, changed = _timed(["--project", str(project), "build"])
    files = [f for f in (project / "docs").rglob("*") if f.is_file()]
    counts = re.search(r"(\d+) changed, (\d+) new", changed)
    return [
        *(str(size), re.findall(r"(\d+) read", said)[0], str(len(files))),
        f"{sum(f.stat().st_size for f in files) / 1e6:.0f}",
        f"{cold:.0f}" if cold else "–",
        f"{two:.0f}",
        f"{two / cold:.2f}" if cold else "–",
        *(f"{peak:.0f}", f"{unchanged:.2f}", f"{one:.1f}"),
        str(int(counts[1]) + int(counts[2])) if counts else "?",
        f"{start:.1f}",
    ]


def _touch(folder: Path) -> None:
    """One sentence more at the end of a paragraph."""
    source, editing = folder / "source.txt", folder / "document.yml"
    text = source.read_text(encoding="utf-8")
    lines = text.split("\n")
    at = [n for n, line in enumerate(lines) if len(line) > 100][7]
    lines[at] += "今年已经办好了这件事。"
    changed = "\n".join(lines)
    source.write_text(changed, encoding="utf-8")
    hashes = [hashlib.sha256(t.encode()).hexdigest() for t in (text, changed)]
    editing.write_text(editing.read_text(encoding="utf-8").replace(*hashes), encoding="utf-8")


def _tree(project: Path) -> str:
    """One hash for all that is published, and for the ledger."""
    seen = hashlib.sha256()
    for top in ("docs", "seeds"):
        for file in sorted(f for f in (project / top).rglob("*") if f.is_file()):
            seen.update(f"{file.relative_to(project)}\0".encode() + file.read_bytes())
    return seen.hexdigest()


def _timed(arguments: list[str]) -> tuple[float, str]:
    started = time.perf_counter()
    done = subprocess.run([str(BIN / "yuedu"), *arguments], check=True, capture_output=True, text=True)
    return time.perf_counter() - started, done.stdout


def _import() -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import yuedu.store.project"], check=True)
    return time.perf_counter() - started


def compressed(site: Path) -> list[tuple[float, str]]:
    """The pages of a built site by their weight, the heaviest first: kB as a server compresses them, and the path."""
    pages = site.rglob("*.html")
    weighed = ((len(gzip.compress(p.read_bytes(), 6)) / 1000, p.relative_to(site).as_posix()) for p in pages)
    return sorted(weighed, reverse=True)


if __name__ == "__main__":
    main()
