"""The site's search side by side with Material's, Zensical's and Pagefind's, in one run. Writes search.md beside it.

Run: YUEDU_SEARCH=FOLDER .venv/bin/python bench/search.py [--pages 5000] (FOLDER holds queries.tsv: class, query, truth)

A result is right where the text it names holds every part of the query, as written or as its third column says. Recall is
hits among the first ten / min(10, right ones); queries that nothing answers are left out. The site's own search
names passages and headings, the others name pages; each is held against its own kind. Pagefind runs by `npx`.
"""

from __future__ import annotations

import argparse
import html.parser
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))
import recombined_digest
from served import served

from yuedu.digest.make import make_digest
from yuedu.digest.shape import Digest
from yuedu.publish.chromium import ARGUMENTS, find
from yuedu.search import index
from yuedu.store.files import Difference
from yuedu.store.project import Built, build, publish

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
RESULT = Path(__file__).with_suffix(".md")
OWN = ROOT / "tests" / "fixtures" / "search" / "queries.tsv"
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
PAGEFIND = ["npx", "--yes", "pagefind@1.5.2"]
TYPED = [
    "数据要素",
    "粤基座",
    "data elements",
    "yuejizuo",
    "181 million",
    "一网通办 跨境通办",
    "chief data officer",
    "盾",
    "一网通班",
    "ywtb",
]
LINE = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}

Query = tuple[str, list[str]]
Answers = Callable[[str], list[str]]


class Text(html.parser.HTMLParser):
    """The words of a page's article."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.silent = 0
        self.inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside |= tag == "article"
        self.silent += tag in ("script", "style", "template")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("script", "style", "template")

    def handle_data(self, data: str) -> None:
        if self.inside and not self.silent:
            self.parts.append(data)


def plain(text: str) -> str:
    """Blanks and case are nothing, as in the truth of the queries."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).lower())


def queries(folder: Path) -> list[Query]:
    """Queries and what must be in a right answer."""
    rows = (
        x.split("\t") for x in (folder / "queries.tsv").read_text(encoding="utf-8").splitlines() if x and x[0] != "#"
    )
    return [(r[1], [plain(t) for t in (r[2].split("|") if len(r) > 2 and r[2] else r[1].split())]) for r in rows]


def quality(asked: list[Query], texts: dict[str, str], answers: Answers) -> tuple[float, float, int]:
    """Recall at ten, mean reciprocal rank, and the number of queries that count."""
    recalls, ranks = [], []
    for query, terms in asked:
        right = {ident for ident, text in texts.items() if all(t in text for t in terms)}
        if not right:
            continue
        got = list(dict.fromkeys(answers(query)))
        recalls.append(len(right & set(got[:10])) / min(10, len(right)))
        ranks.append(next((1 / n for n, ident in enumerate(got, 1) if ident in right), 0.0))
    return statistics.mean(recalls), statistics.mean(ranks), len(recalls)


def passages(digest: Digest) -> dict[str, str]:
    """What the site's own search names, and its words in both languages."""
    out = {
        p.id: plain(p.zh) + "\n" + plain(" ".join(s.text for s in p.en.segments) if p.en else "")
        for p in digest.passages
    }
    out |= {s.id: plain(s.title.zh or "") + "\n" + plain(s.title.en or "") for s in digest.sections}
    return out | {f.id: plain(f.zh) + "\n" + plain(f.en or "") for f in digest.front_matter}


def pages(site: Path) -> dict[str, str]:
    """What the other engines name."""
    found = {f"/{p.parent.relative_to(site).as_posix()}/".replace("/./", "/"): p for p in site.rglob("index.html")}
    return {url: plain(" ".join(Text(p.read_text(encoding="utf-8")).parts)) for url, p in found.items()}


def page_of(link: str) -> str:
    return re.sub(r"index\.html$", "", urlsplit(link).path)


# ---- The engines, each asked through its own face ----


def ours(page: Page) -> Answers:
    script = "q => yuedu.search(q).then(a => a.results.filter(r => r.unit.ends || r.unit.kind === 'heading').map(r => r.unit.id))"
    return lambda query: list(page.evaluate(script, query))


def material(page: Page) -> Answers:
    box = page.locator(".md-search__input")
    box.click()

    def answers(query: str) -> list[str]:
        box.fill(query)
        box.dispatch_event("keyup")  # it listens to keys, and Chinese comes without any
        _settled(page, ".md-search-result__list a")
        return [
            page_of(h) for h in page.locator(".md-search-result__item > a").evaluate_all("all => all.map(a => a.href)")
        ]

    return answers


def zensical(page: Page) -> Answers:
    page.locator("[data-md-component=search] button").click()
    box = page.locator("dialog input[role=combobox]")

    def answers(query: str) -> list[str]:
        box.fill(query)
        _settled(page, "dialog ol[role=listbox] a[href]")
        got: dict[str, None] = {}
        for _ in range(12):  # it draws ten sections at a time, as its list is scrolled; ten pages are wanted
            got |= dict.fromkeys(
                page.locator("dialog ol[role=listbox] a[href]").evaluate_all("all => all.map(a => a.href)")
            )
            if len({page_of(h) for h in got}) >= 10:
                break
            page.locator("dialog ol[role=listbox]").evaluate(
                "list => { list.parentElement.scrollTop = list.parentElement.scrollHeight; }"
            )
            page.wait_for_timeout(40)
        return [page_of(h) for h in got]

    return answers


def pagefind(page: Page) -> Answers:
    script = """q => import('/pagefind/pagefind.js').then(p => p.search(q)).then(s => Promise.all(s.results.slice(0, 10).map(r => r.data()))).then(d => d.map(x => x.url))"""
    return lambda query: [page_of(h) for h in page.evaluate(script, query)]


def _settled(page: Page, selector: str) -> None:
    last, same = "", 0
    for _ in range(60):
        page.wait_for_timeout(40)
        now = str(page.locator(selector).evaluate_all("all => all.map(a => a.href).join(' ')"))
        same = same + 1 if now == last else 0
        if same == 4:
            return
        last = now


# ---- Bytes and times ----


def first_result(browser: Browser, address: str, query: str, slow: bool) -> tuple[float, int, int]:
    """Seconds from the last key to the first result, kB before the box is turned to, and kB from then on; nothing cached."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    sizes: list[int] = []
    page.on("response", lambda r: sizes.append(int(r.headers.get("content-length", 0))) if "search" in r.url else None)
    page.goto(f"{address}/about/")
    page.wait_for_load_state("networkidle")
    before = sum(sizes)
    if slow:
        context.new_cdp_session(page).send("Network.emulateNetworkConditions", LINE)
    page.evaluate(
        """() => { window.firstAt = 0; new MutationObserver(() => { if (!window.firstAt && document.querySelector('.yd-suggestions .yd-hit[data-kind]:not([data-kind=all])'))
        window.firstAt = performance.now(); }).observe(document.body, {childList: true, subtree: true});
        document.addEventListener('input', () => { window.typedAt = performance.now(); }, true); }"""
    )
    page.locator("header input.yd-q").evaluate(
        "(box, q) => { box.focus(); box.value = q; box.dispatchEvent(new Event('input', {bubbles: true})); }", query
    )
    page.wait_for_function("window.firstAt")
    seconds = page.evaluate("(window.firstAt - window.typedAt) / 1000")
    page.wait_for_function("document.querySelector('header input.yd-q').dataset.shown")
    context.close()
    return seconds, before, sum(sizes) - before


def keystrokes(browser: Browser, address: str) -> list[float]:
    """Milliseconds from each key, typed into the box, to its results drawn; the shards are here."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/about/")
    page.locator("header input.yd-q").click()
    page.evaluate(
        """() => { const box = document.querySelector('header input.yd-q'); window.times = []; let at = 0;
        box.addEventListener('input', () => { at = performance.now(); box.dataset.shown = ''; }, true);
        new MutationObserver(() => { if (at && box.dataset.shown) { times.push(performance.now() - at); at = 0; } }).observe(box, {attributes: true, attributeFilter: ['data-shown']}); }"""
    )
    for turn in range(2):
        for query in TYPED:
            page.locator("header input.yd-q").fill("")
            for key in query:
                page.keyboard.insert_text(key)
                page.wait_for_timeout(120)
            page.wait_for_timeout(300)
        if turn == 0:
            page.evaluate("times.length = 0")
    times = page.evaluate("times")
    context.close()
    return sorted(times)


def measured(browser: Browser, address: str) -> dict[str, str]:
    """One size of the site's own search."""
    fast = [first_result(browser, address, q, slow=False) for q in TYPED]
    slow = [first_result(browser, address, q, slow=True) for q in TYPED]
    keys = keystrokes(browser, address)
    return {
        "kB before focus (the box's own script and style)": f"{fast[0][1] / 1000:.1f}",
        "kB to all of the first answer, median / most": f"{statistics.median(f[2] for f in fast) / 1000:.0f} / {max(f[2] for f in fast) / 1000:.0f}",
        "cold first result, 10 Mbit/s and 40 ms, s, median / most": f"{statistics.median(s[0] for s in slow):.2f} / {max(s[0] for s in slow):.2f}",
        "keystroke to results, ms, median / 95th": f"{statistics.median(keys):.0f} / {keys[int(len(keys) * 0.95)]:.0f}",
    }


def html_pages(digest: Digest, folder: Path) -> None:
    """The same text as pages for Pagefind: one for each document with its passages, one for each topic with its title."""
    by: dict[str, list[str]] = {}
    for p in digest.passages:
        english = " ".join(s.text for s in p.en.segments) if p.en else ""
        by.setdefault(p.document, []).append(f"<p id='{p.id}' lang='zh'>{p.zh}</p><p lang='en'>{english}</p>")
    rows = [(f"speeches/{d.id}", d.title, "".join(by.get(d.id, []))) for d in digest.documents]
    rows += [(f"topics/{t.slug}", t.title, "") for t in digest.topics]
    for path, title, body in rows:
        (folder / path).mkdir(parents=True)
        page = f"<!doctype html><html lang='zh'><title>{title.zh}</title><body><article><h1>{title.zh} {title.en}</h1>{body}</article></body></html>"
        (folder / path / "index.html").write_text(page, encoding="utf-8")


def peak(command: list[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of a command and its children."""
    code = "import resource,subprocess,sys;subprocess.run(sys.argv[1:],check=True,capture_output=True);print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code, *command], check=True, capture_output=True, text=True)
    return time.perf_counter() - started, int(done.stdout) / 1024


def pagefind_bytes(browser: Browser, address: str, query: str) -> int:
    page = browser.new_page()
    sizes: list[int] = []
    page.on(
        "response", lambda r: sizes.append(int(r.headers.get("content-length", 0))) if "/pagefind/" in r.url else None
    )
    page.goto(f"{address}/topics/data-market/")
    pagefind(page)(query)
    page.wait_for_load_state("networkidle")
    page.close()
    return sum(sizes)


def site_of(project: Path, built: Built, folder: Path, engine: str, stock: bool) -> Path:
    """The project's site; `stock`: with the theme's own search in the place of ours."""
    work = folder / f"{engine}-{stock}"
    work.mkdir()
    for name in ("docs", "overrides", "mkdocs.yml"):
        (shutil.copytree if (project / name).is_dir() else shutil.copy)(project / name, work / name)
    publish(work, build_like(built))
    if stock:
        text = (work / "mkdocs.yml").read_text(encoding="utf-8")
        (work / "mkdocs.yml").write_text(
            text.replace("search: {enabled: false}", "search: {lang: [zh, en]}" if engine == "mkdocs" else "search"),
            encoding="utf-8",
        )
        main = (work / "overrides" / "main.html").read_text(encoding="utf-8")
        main = re.sub(r"\{% block header %\}.*?\{% endblock %\}", "", main, flags=re.S)
        (work / "overrides" / "main.html").write_text(main, encoding="utf-8")
    command = [str(BIN / engine), "build"] + (["--quiet"] if engine == "mkdocs" else [])
    subprocess.run(command, cwd=work, env=QUIET, check=True, capture_output=True)
    return work / "site"


def build_like(built: Built) -> Built:
    """The same build, with every file still to be written."""
    return replace(built, difference=Difference(tuple(built.expected), (), ()))


def main() -> None:
    """Measure and record."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pages", type=int, default=5000)
    wanted = arguments.parse_args().pages
    asked = queries(Path(os.environ["YUEDU_SEARCH"]))
    built = build(ROOT)
    digest = make_digest(built.corpus)
    standing = sum(p.endswith(".md") for p in built.expected)
    path = find()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        own = site_of(ROOT, built, folder, "mkdocs", False)
        stock = site_of(ROOT, built, folder, "mkdocs", True)
        zen = site_of(ROOT, built, folder, "zensical", True)
        subprocess.run([*PAGEFIND, "--site", str(own), "--root-selector", "article"], check=True, capture_output=True)
        rows, exact = engines(browser, {"own": own, "material": stock, "zensical": zen}, asked, digest)
        with served(own) as address:
            small = measured(browser, address)
        large_digest = recombined_digest.larger(digest, wanted - standing)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        started = time.perf_counter()
        files = dict(index.whole(large_digest, built.corpus.matcher))
        seconds = time.perf_counter() - started
        megabytes = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        shutil.rmtree(own / "data" / "search")
        (own / "data" / "search").mkdir()
        for file, text in files.items():
            (own / file).parent.mkdir(exist_ok=True)
            (own / file).write_text(text, encoding="utf-8")
        with served(own) as address:
            large = measured(browser, address)
        equal = folder / "equal"
        html_pages(large_digest, equal)
        pf_seconds, pf_megabytes = peak([*PAGEFIND, "--site", str(equal)])
        with served(equal) as address:
            pf_large = statistics.median(pagefind_bytes(browser, address, q) for q in TYPED[:4])
        characters = (
            sum(len(p.zh) for p in large_digest.passages) / 1e6,
            sum(len(s.text) for p in large_digest.passages if p.en for s in p.en.segments) / 1e6,
        )
        browser.close()
    table = "\n".join(f"| {k} | {small[k]} | {large[k]} |" for k in small)
    RESULT.write_text(
        f"""# Searching {standing} pages and {wanted}

`{" ".join(["bench/search.py", *sys.argv[1:]])}`, Python {sys.version.split()[0]}, {os.cpu_count()} cores, Chromium. {standing} pages are the real site;
{wanted} are that and its sentences recombined, with their English and figures, into {len(large_digest.passages)} passages
({characters[0]:.1f} million characters of Chinese, {characters[1]:.1f} of English). What this file says of other engines was measured in the same run. Load average over its last 15 minutes:
{os.getloadavg()[2]:.1f}.

## Quality, {asked and len(asked)} queries, {standing} pages

| engine | names | recall@10 | MRR | queries | kB, gzip, at page load | kB, gzip, with a first answer |
| --- | --- | --- | --- | --- | --- | --- |
{rows}

{exact}

## Bytes and times of the site's own search

{len(TYPED)} queries, each in a new browser profile; the keystrokes are those of the same queries, typed into the header's box.

| | {standing} pages | {wanted} pages |
| --- | --- | --- |
{table}

## Making the index, {wanted} pages, equal text

| | seconds | peak MB |
| --- | --- | --- |
| the site's own (from the digest in memory; MB above what holds the digest) | {seconds:.1f} | {megabytes:.0f} |
| Pagefind 1.5.2 (from pages on the disk) | {pf_seconds:.1f} | {pf_megabytes:.0f} |

Pagefind's first answer there: {pf_large / 1000:.0f} kB at the median.
""",
        encoding="utf-8",
    )
    print(RESULT.read_text(encoding="utf-8"))


def engines(browser: Browser, sites: dict[str, Path], asked: list[Query], digest: Digest) -> tuple[str, str]:
    """A row for each engine; and what the exact group of ours and the judged queries give."""
    rows, exact = [], ""
    faces: list[tuple[str, str, Callable[[Page], Answers]]] = [
        ("this site's", "own", ours),
        ("Material, `lang: [zh, en]`", "material", material),
        ("Zensical", "zensical", zensical),
        ("Pagefind", "own", pagefind),
    ]
    for label, key, face in faces:
        site = sites[key]
        texts = passages(digest) if face is ours else pages(site)
        with served(site) as address:
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            sizes: list[int] = []
            page.on(
                "response",
                lambda r, s=sizes: (
                    s.append(int(r.headers.get("content-length", 0)))
                    if re.search(r"search|pagefind|worker", r.url)
                    else None
                ),
            )
            page.goto(f"{address}/about/")
            page.wait_for_load_state("networkidle")
            loaded = sum(sizes)
            answers = face(page)
            answers("数据要素")
            page.wait_for_timeout(500)
            answered = sum(sizes)
            recall, rank, count = quality(asked, texts, answers)
            rows.append(
                f"| {label} | {'passages' if face is ours else 'pages'} | {recall:.3f} | {rank:.3f} | {count} | {loaded / 1000:.0f} | {answered / 1000:.0f} |"
            )
            if face is ours:
                exact = judged(page, asked, texts)
            page.close()
    return "\n".join(rows), exact


def judged(page: Page, asked: list[Query], texts: dict[str, str]) -> str:
    right = total = 0
    script = (
        "q => yuedu.search(q).then(a => a.results.map(r => [(r.unit.kind === 'term' ? 't:' : '') + r.unit.id, r.tier]))"
    )
    for query, terms in asked:
        for ident, tier in page.evaluate(script, query):
            if tier == 0 and ident in texts:
                total += 1
                right += all(t in texts[ident] for t in terms)
    by: dict[str, list[float]] = {}
    for line in OWN.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, query, wanted = line.split("\t")
        ids = [i for i, _ in page.evaluate(script, query)]
        rank = (
            float(not ids) if wanted == "-" else next((1 / n for n, i in enumerate(ids, 1) if i in wanted.split()), 0.0)
        )
        by.setdefault(kind, []).append(rank)
    every = [r for ranks in by.values() for r in ranks]
    kinds = ", ".join(f"{kind} {statistics.mean(ranks):.3f} ({len(ranks)})" for kind, ranks in by.items())
    return (
        f"Precision of the group of exact matches: {right / total:.3f} ({right} of {total} passages and headings).\n\n"
        f"{len(every)} further queries judged by hand (`tests/fixtures/search/queries.tsv`): MRR {statistics.mean(every):.3f}; {kinds}."
    )


if __name__ == "__main__":
    main()
