"""From one changed sentence to the site: `mkdocs build --dirty` beside a clean build and beside Zensical. Writes publishing.md beside it.

Run: .venv/bin/python bench/publishing.py [--documents 10 40]
"""

from __future__ import annotations

import argparse
import cProfile
import hashlib
import json
import os
import pstats
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import recombined
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

BIN = Path(sys.executable).parent
RESULT = Path(__file__).with_suffix(".md")
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1676764800", "NO_MKDOCS_2_WARNING": "1"}
PARTS = {
    "HTML in Markdown, read for the page": ("markdown/preprocessors.py", "run"),
    "HTML in Markdown, read again for its ids": ("mkdocs/structure/pages.py", "run"),
    "templates": ("mkdocs/commands/build.py", "_build_page"),
    "files copied": ("mkdocs/structure/files.py", "copy_static_files"),
    "heads of pages": ("mkdocs/structure/pages.py", "read_source"),
    "links to places held against them": ("mkdocs/structure/pages.py", "validate_anchor_links"),
}
"""Where a build spends its time: file and function, with all that it calls."""


def main() -> None:
    """Measure and record."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--documents", type=int, nargs="+", default=[10, 40])
    sizes = arguments.parse_args().documents
    columns: list[dict[str, object]] = []
    for n in sizes:
        columns.append(measure(n, whole=not columns))
        record(sizes[: len(columns)], columns)
    print(RESULT.read_text(encoding="utf-8"))


def record(sizes: list[int], columns: list[dict[str, object]]) -> None:
    """Write the table as far as it goes."""
    heads = " | ".join(f"{n} documents" for n in sizes)
    rows = "\n".join(f"| {name} | {' | '.join(str(c.get(name, '')) for c in columns)} |" for name in columns[0])
    RESULT.write_text(
        f"""# From one changed sentence to the site

`{" ".join(["bench/publishing.py", *sys.argv[1:]])}`, Python {sys.version.split()[0]}, {os.cpu_count()} cores. The corpus: the real
one and so many reports of 128 passages recombined from it. One sentence is added to one report; the site that
`--dirty` leaves was held against that of a clean build, byte for byte. Seconds of processor time, and in brackets by the
clock, the start of each process included; on a machine that does other work too, the first are what counts.

| | {heads} |
| --- |{" --- |" * len(sizes)}
{rows}
""",
        encoding="utf-8",
    )


def measure(documents: int, whole: bool) -> dict[str, object]:
    """One column; `whole`: with Zensical, and where the time of a clean build goes."""
    found: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        recombined.make(project, documents)
        found["`yuedu build`, everything"] = _timed(project, "yuedu", "build")
        pages = list((project / "docs").rglob("*.md"))
        found["pages"] = len(pages)
        found["MB of Markdown"] = round(sum(p.stat().st_size for p in pages) / 1e6)
        found["`mkdocs build --clean`"] = _timed(project, "mkdocs", "build", "--strict", "--clean")
        found["zip of the site, everything"] = _timed(
            project, "python", "-m", "yuedu.publish.archive", "site", ".cache/archive"
        )
        found["`mkdocs build --dirty`, nothing changed"] = _timed(project, "mkdocs", "build", "--strict", "--dirty")
        found["zip of the site, nothing changed"] = _timed(
            project, "python", "-m", "yuedu.publish.archive", "site", ".cache/archive"
        )
        other = Path(folder) / "zensical"
        if whole:
            shutil.copytree(project, other, ignore=shutil.ignore_patterns("site", ".cache"))
            found["`zensical build`, everything"] = _timed(other, "zensical", "build")
            found["`zensical build`, nothing changed"] = _timed(other, "zensical", "build")
        before = _hashes(project / "docs")
        change_a_sentence(project / "seeds" / "recombined-0")
        found["**one sentence changed:** `yuedu build`"] = _timed(project, "yuedu", "build")
        after = _hashes(project / "docs")
        changed = [p for p in after if after[p] != before.get(p)]
        found["pages changed"] = sum(p.endswith(".md") for p in changed)
        found["other files changed"] = sum(not p.endswith(".md") for p in changed)
        found["**`mkdocs build --dirty`**"] = _timed(project, "mkdocs", "build", "--strict", "--dirty")
        _timed(project, "mkdocs", "build", "--strict", "--clean", "--site-dir", "whole")
        assert _hashes(project / "site") == _hashes(project / "whole"), "not the site of a clean build"
        found["zip of the site"] = _timed(project, "python", "-m", "yuedu.publish.archive", "site", ".cache/archive")
        if whole:
            for path in changed:
                shutil.copy(project / "docs" / path, other / "docs" / path)
            found["`zensical build`"] = _timed(other, "zensical", "build")
            for name, share in profile(project).items():
                found[f"of a clean build: {name}"] = f"{share:.0%}"
    return found


def change_a_sentence(seed: Path) -> None:
    """A paragraph in the middle of a document has a sentence more, at its end, where it moves no address."""
    text = (seed / "source.txt").read_text(encoding="utf-8").splitlines(keepends=True)
    middle = next(n for n in range(len(text) // 2, len(text)) if "。" in text[n])
    text[middle] = text[middle].rstrip("\n") + "本句为测量而增。\n"
    data = "".join(text)
    (seed / "source.txt").write_text(data, encoding="utf-8")
    declared = json.loads((seed / "document.yml").read_text(encoding="utf-8"))
    declared["source"]["sha256"] = hashlib.sha256(data.encode()).hexdigest()
    (seed / "document.yml").write_text(json.dumps(declared, ensure_ascii=False), encoding="utf-8")


def profile(project: Path) -> dict[str, float]:
    """The share of a clean build that each part takes."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "profiled"))
    watched = cProfile.Profile()
    watched.runcall(_built(config))
    stats = pstats.Stats(watched).stats  # type: ignore[attr-defined]
    total = max(spent[3] for spent in stats.values())
    return {
        name: sum(spent[3] for (path, _, called), spent in stats.items() if path.endswith(file) and called == function)
        / total
        for name, (file, function) in PARTS.items()
    }


def _built(config: object) -> Callable[[], None]:
    return lambda: build_site(config)  # type: ignore[arg-type]


def _hashes(folder: Path) -> dict[str, str]:
    files = (f for f in folder.rglob("*") if f.is_file())
    return {f.relative_to(folder).as_posix(): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def _timed(project: Path, command: str, *arguments: str) -> str:
    started, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [str(BIN / command), *arguments], cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    waited, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return f"{after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime:.1f} ({waited:.1f})"


if __name__ == "__main__":
    main()
