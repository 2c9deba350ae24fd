"""A first view of a topic page beside a default Material site of the same text; then Lighthouse. Writes first_view.md.

Run: .venv/bin/python bench/first_view.py (Lighthouse runs by `npx`; without it that table is left out, and says so).

The default site has the same Markdown and no settings but a name and an address: its search on, its navigation on
every page, its fonts asked of another host, which does not answer here and is not counted. A first view is a new browser
profile. Bytes are what the server sent, compressed with gzip -6. Text is readable when the largest block of it that the
first screen gets is painted (largest contentful paint); the line has 400 kbit/s and 400 ms before each answer.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent))
from served import Handler, served

from yuedu.publish.chromium import ARGUMENTS, find

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
RESULT = Path(__file__).with_suffix(".md")
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
PAGE = "topics/data-market/"
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
RUNS = 5
WIDTHS = {"phone": 390, "laptop": 1280}
LIGHTHOUSE_RUNS = 3
LIGHTHOUSE = ["npx", "--yes", "lighthouse@12.8.2"]
KINDS = {"front": "", "topic": PAGE, "speech": "speeches/wang-2023/", "term": "glossary/xinchuang/"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
DEFAULT = """site_name: Yuedu
site_url: https://yuedu.example/
theme: {name: material}
markdown_extensions: [attr_list, toc: {permalink: true}]
"""
PAINTED = """() => new Promise(done => {
    let shift = 0, largest = 0;
    new PerformanceObserver(list => list.getEntries().forEach(e => largest = e.startTime / 1000)).observe({type: "largest-contentful-paint", buffered: true});
    new PerformanceObserver(list => list.getEntries().forEach(e => shift += e.value)).observe({type: "layout-shift", buffered: true});
    setTimeout(() => done([largest, shift]), 200);
})"""


def default_site(folder: Path) -> Path:
    """The same Markdown under Material as it comes."""
    for page in (ROOT / "docs").rglob("*.md"):
        copy = folder / "docs" / page.relative_to(ROOT / "docs")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, copy)
    (folder / "mkdocs.yml").write_text(DEFAULT, encoding="utf-8")
    subprocess.run([str(BIN / "mkdocs"), "build", "-q"], cwd=folder, env=QUIET, check=True, capture_output=True)
    return folder / "site"


def kilobytes(browser: Browser, site: Path) -> float:
    """Everything that the server sends until the page is at rest, workers included."""
    with served(site) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        page = context.new_page()
        page.route("https://**", lambda route: route.abort())
        before = Handler.sent
        page.goto(f"{address}/{PAGE}", wait_until="networkidle")
        page.wait_for_timeout(2000)
        context.close()
        return (Handler.sent - before) / 1000


def painted(browser: Browser, site: Path, width: int) -> tuple[float, float]:
    """Seconds to readable text on the slow line, the median of RUNS; and the worst layout shift."""
    seen = []
    with served(site) as address:
        for _ in range(RUNS):
            context = browser.new_context(viewport={"width": width, "height": 800})
            page = context.new_page()
            page.route("https://**", lambda route: route.abort())
            session = context.new_cdp_session(page)
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", SLOW)
            page.goto(f"{address}/{PAGE}", wait_until="load", timeout=120_000)
            seen.append(page.evaluate(PAINTED))
            context.close()
    return statistics.median(s for s, _ in seen), max(shift for _, shift in seen)


def lighthouse(site: Path, chromium: str) -> str:
    """A table row for each kind of page, at Lighthouse's own settings for phones: the median of LIGHTHOUSE_RUNS."""
    if not shutil.which("npx"):
        return "Lighthouse was not run: there is no `npx` here.\n"
    rows = ["| page | " + " | ".join(CATEGORIES) + " |", "| --- | " + " | ".join("---" for _ in CATEGORIES) + " |"]
    environment = {**os.environ, "CHROME_PATH": chromium}
    with served(site) as address:
        for kind, path in KINDS.items():
            flags = f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}"
            command = [*LIGHTHOUSE, f"{address}/{path}", "--quiet", "--output=json", flags]
            seen: list[list[float]] = []
            for _ in range(LIGHTHOUSE_RUNS):
                done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
                categories = json.loads(done.stdout)["categories"]
                seen.append([categories[c]["score"] * 100 for c in CATEGORIES])
            rows.append(f"| {kind} | {' | '.join(f'{statistics.median(s):.0f}' for s in zip(*seen, strict=True))} |")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Measure and record."""
    path = find()
    assert path, "no browser: run `python -m yuedu.publish.install_browser`"
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        own = folder / "own"
        command = [str(BIN / "mkdocs"), "build", "--quiet", "--strict", "--site-dir", str(own)]
        subprocess.run(command, cwd=ROOT, env=QUIET, check=True)
        stock = default_site(folder)
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        sizes = [kilobytes(browser, site) for site in (own, stock)]
        rows = [f"| kB, compressed, to rest | {sizes[0]:.0f} | {sizes[1]:.0f} | {sizes[0] / sizes[1]:.2f} |"]
        for label, width in WIDTHS.items():
            (ours, shift), (theirs, other) = painted(browser, own, width), painted(browser, stock, width)
            rows.append(f"| seconds to readable text, {label} | {ours:.2f} | {theirs:.2f} | {ours / theirs:.2f} |")
            rows.append(f"| layout shift, worst, {label} | {shift:.3f} | {other:.3f} | |")
        browser.close()
        scores = lighthouse(own, path)
    table = "\n".join(rows)
    RESULT.write_text(
        f"""# A first view of a topic page

`bench/first_view.py`, `{PAGE}`, Chromium, a new profile each time; slow line: 400 kbit/s, 400 ms, the median of {RUNS}.

| | this site | Material as it comes | ratio |
| --- | --- | --- | --- |
{table}

## Lighthouse, {LIGHTHOUSE[-1].split("@")[1]}, as on a phone, the median of {LIGHTHOUSE_RUNS}

{scores}""",
        encoding="utf-8",
    )
    print(RESULT.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
