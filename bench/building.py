"""`yuedu build` against `mkdocs build`, on about 500 recombined pages, in one run. Writes building.md beside it.

Run: .venv/bin/python bench/building.py [--pages 500]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import recombined

from yuedu.store.project import build, publish

BIN = Path(sys.executable).parent
RESULT = Path(__file__).with_suffix(".md")


def main() -> None:
    """Measure and record."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pages", type=int, default=500)
    pages = arguments.parse_args().pages
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        standing = sum(1 for p in build(recombined.ROOT).expected if p.endswith(".md"))
        more = max(0, pages - standing)
        recombined.make(project, more - more // 2, more // 2, recombined.SHORT)
        cold = _timed([str(BIN / "yuedu"), "--project", folder, "build"])
        build(project)  # the dictionary is loaded now
        for path in (project / "docs").rglob("*.md"):
            if path.relative_to(project / "docs").parts[0] in ("topics", "speeches", "systems", "glossary", "figures"):
                path.unlink()
        started = time.perf_counter()
        built = build(project)
        publish(project, built)
        warm = time.perf_counter() - started
        started = time.perf_counter()
        publish(project, build(project))
        unchanged = time.perf_counter() - started
        count = sum(1 for p in built.expected if p.endswith(".md"))
        megabytes = sum(len(d) for p, d in built.expected.items() if p.endswith(".md")) / 1e6
        rendered = _timed([str(BIN / "mkdocs"), "build", "--quiet"], cwd=folder, NO_MKDOCS_2_WARNING="1")
    RESULT.write_text(
        f"""# Building {count} pages

`{" ".join(["bench/building.py", *sys.argv[1:]])}`, Python {sys.version.split()[0]}, {os.cpu_count()} cores. The corpus: the real one and
{more - more // 2} speeches of 8 passages and {more // 2} topics recombined from it; {megabytes:.1f} MB of Markdown.

| step | seconds | of MkDocs |
| --- | --- | --- |
| `mkdocs build` | {rendered:.2f} | 1 |
| `yuedu build`, all pages written, dictionary loaded before | {warm:.2f} | {warm / rendered:.3f} |
| the same, nothing changed | {unchanged:.2f} | {unchanged / rendered:.3f} |
| `yuedu build`, cold: a new process, dictionary load included | {cold:.2f} | {cold / rendered:.3f} |

The goal is under 0.2 of MkDocs, dictionary load apart.
""",
        encoding="utf-8",
    )
    print(RESULT.read_text(encoding="utf-8"))


def _timed(command: list[str], cwd: str | None = None, **environment: str) -> float:
    started = time.perf_counter()
    subprocess.run(command, cwd=cwd, check=True, capture_output=True, env={**os.environ, **environment})
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
