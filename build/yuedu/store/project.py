"""A build against the disk: sources in, what is generated out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from yuedu.corpus.corpus import Corpus
from yuedu.corpus.window import document_of
from yuedu.pages import front_page
from yuedu.pages.addresses import REDIRECTS, page_url
from yuedu.pages.engine import environment
from yuedu.pages.frame import frame
from yuedu.pages.retired import retired
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.pages.site import GENERATED, GENERATED_BESIDE, moved_page, moved_pages, sheets, urls_of
from yuedu.store import ledger as ledgers
from yuedu.store.changes import AllChanges
from yuedu.store.code import code_of
from yuedu.store.files import Difference, bring_up_to_date, compare
from yuedu.store.finding import searched_files
from yuedu.store.judged import judged
from yuedu.store.ledger import Ledger
from yuedu.store.making import Expected, Made, Record, make
from yuedu.store.parts import KeptParts
from yuedu.store.scripts import traditional_files
from yuedu.store.shelf import read_corpus
from yuedu.store.sources import read_yaml
from yuedu.store.work import Work

LIBRARIES = ("jinja2", "markupsafe", "opencc", "pydantic", "pypinyin", "svg.py")
"""That pages are made with, beside those of the parts."""


@dataclass(frozen=True, slots=True)
class Built:
    """A corpus, everything generated from it (path in the project → bytes), and how the disk differs from that.

    `states`: of what was made by what it shows, that and what its page had published before; `record` keeps them.
    """

    corpus: Corpus
    expected: Expected
    difference: Difference
    states: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    record: Record | None = None


OWNED = tuple(f"docs/{folder}" for folder in GENERATED)
UNCOMMITTED = (*(f"{folder}/" for folder in OWNED), *(f"docs/{file}" for file in GENERATED_BESIDE))
"""What need not be in version control: where `commit` is false, .gitignore names these. The ledger always is, and the frame."""


def build(root: Path, *, searched: bool = True, work: Work | None = None, fresh: bool = False) -> Built:
    """Read, assemble, render and compare; nothing is written outside `.cache/`.

    Not `searched`: the search is left as it is. `fresh`: everything is made, whatever is known of what stands.
    """
    work = work or Work()
    corpus = judged(root, read_corpus(root, work))
    parts = KeptParts(root, corpus, work)
    corpus = replace(corpus, counted={i: part.head.holding for i, part in parts.items()})
    changes = AllChanges(root, corpus, parts.stamps, work)
    wording = {name: (changes.stamps[name], found) for name, found in changes.items()}
    shows = Shows(corpus, parts, parts.stamps, code_of((".",), LIBRARIES), wording)
    redirects = root / REDIRECTS
    moved = ledgers.redirects(read_yaml(redirects, REDIRECTS) if redirects.exists() else None)
    ledger, record, expected = Ledger(root), Record(root, fresh=fresh), Expected(root)
    around, front = frame(corpus.site), _front_page(root, corpus)
    every = list(sheets(shows, parts))
    others = urls_of(p.removeprefix("docs/") for p in {*_pages_by_hand(root), *around} if p.endswith(".md"))
    given = {page_url(s.path) for s in every if s.is_page} | others
    every += _elsewhere(shows, ledger, moved, given)
    made = make(every, expected, record, ledger, _fragments(moved), _holder(corpus), work)
    for path, data in around.items():
        expected.put(path, data)
    for path, text in front.items():
        expected.put(f"docs/{path}", text.encode())
    texts = [*front.values(), *_texts_around(root, around)]
    states = {f"docs/{s.path}": (s.shows, "") for s in every}
    states |= traditional_files(root, corpus, parts, texts, expected, record)
    left: tuple[str, ...] = ()
    if searched:
        states |= searched_files(root, corpus, parts, shows.everything, expected, record)
    else:
        left = ("docs/data/search/",)
    pages = {page_url(s.path) for s in every if s.is_page} | others
    ledgers.check(ledger, pages, made.lost, moved, _there(moved, pages, made, corpus))
    written = ledgers.with_anchors(ledger, dict.fromkeys(sorted(pages), ()) | dict(made.anchors))
    for path, text in written.items():
        expected.put(path, text.encode())
    after = Ledger(root, written)
    for sheet in every:
        if sheet.is_page:
            states[f"docs/{sheet.path}"] = (sheet.shows, after.stamp(page_url(sheet.path)))
    difference = compare(root, expected, OWNED, left)
    return Built(corpus, expected, difference, states, record)


def publish(root: Path, built: Built) -> None:
    """Bring the disk up to date with a build, and record its addresses in the ledger."""
    bring_up_to_date(root, built.expected, built.difference)
    if built.record:
        built.record.keep(built.states)


def committed(built: Built) -> Difference:
    """How what is kept in version control differs from what the sources give."""
    d = built.difference
    if built.corpus.site.commit:
        return d
    changed, missing, orphaned = (
        tuple(p for p in paths if not p.startswith(UNCOMMITTED)) for paths in (d.changed, d.missing, d.orphaned)
    )
    return Difference(changed, missing, orphaned)


def preview(root: Path, built: Built) -> None:
    """Bring docs/ alone up to date: what an editor only tries out is not recorded as published."""
    difference = built.difference
    changed, missing = (
        tuple(p for p in paths if not p.startswith("seeds/ledger"))
        for paths in (difference.changed, difference.missing)
    )
    bring_up_to_date(root, built.expected, Difference(changed, missing, difference.orphaned))


def _elsewhere(shows: Shows, ledger: Ledger, moved: Mapping[str, str], given: set[str]) -> list[Sheet]:
    """Pages that say where what was there went: by an editor's redirect, or because a year's page is needed no more."""
    out = list(moved_pages(shows, moved, given))
    there = given | {page_url(s.path) for s in out}
    env = environment()
    for page, target in retired(there, ledger.pages).items():
        path = f"{page.strip('/')}/index.md"
        out.append(replace(shows.sheet(path, partial(moved_page, env, page, target), target), leads_on=True))
    return out


def _fragments(moved: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Page → its anchors that went elsewhere, and where."""
    out: dict[str, dict[str, str]] = {}
    for old, new in sorted(moved.items()):
        page, _, fragment = old.partition("#")
        if fragment:
            out.setdefault(page, {})[fragment] = new
    return out


def _there(moved: Mapping[str, str], pages: Collection[str], made: Made, corpus: Corpus) -> set[str]:
    """Of the addresses that redirects lead to those that are there."""
    has, found = _holder(corpus), set()
    for new in moved.values():
        page, _, fragment = new.partition("#")
        if page in pages and (not fragment or fragment in made.anchors.get(page, (fragment,)) or has(fragment)):
            found.add(new)
    return found


def _holder(corpus: Corpus) -> Callable[[str], bool]:
    """Whether a document holds an id."""

    def has(ident: str) -> bool:
        card = corpus.cards.get(document_of(ident))
        return card is not None and (ident == card.meta.id or card.has(ident))

    return has


def _front_page(root: Path, corpus: Corpus) -> dict[str, str]:
    """The page that is written by hand around the digest of the whole."""
    path = root / "docs" / front_page.PATH
    if not path.exists():
        return {}
    return {front_page.PATH: front_page.with_digest(path.read_text(encoding="utf-8"), corpus, environment())}


def _texts_around(root: Path, around: Mapping[str, bytes]) -> list[str]:
    """What a reader sees beside what is made of the sources: pages by hand, templates, scripts, the navigation.

    The front page is left out: its digest is made here.
    """
    pages = [p for p in _pages_by_hand(root) if p != f"docs/{front_page.PATH}"]
    own = [*(root / "overrides").rglob("*.html"), *(root / "docs" / "assets").glob("*.js"), root / "mkdocs.yml"]
    paths = {*pages, *(f.relative_to(root).as_posix() for f in own if f.exists())}
    disk = {p: (root / p).read_text(encoding="utf-8") for p in paths if p not in around}
    seen = {p: t.decode() for p, t in around.items() if p.endswith((".html", ".js", ".md"))}
    return [text for _, text in sorted((disk | seen).items())]


def _pages_by_hand(root: Path) -> list[str]:
    """Their paths in the project."""
    docs = root / "docs"
    tops = [p for p in docs.iterdir() if p.name not in GENERATED] if docs.exists() else []
    found = (f for top in tops for f in ([top] if top.is_file() else top.rglob("*.md")) if f.suffix == ".md")
    return sorted(f"docs/{f.relative_to(docs).as_posix()}" for f in found)
