"""A build against the disk: sources in, what is generated out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from yuedu.checks.gate import gated
from yuedu.corpus.corpus import Corpus
from yuedu.pages import front_page
from yuedu.pages.addresses import REDIRECTS, addresses, led_on, page_url, with_old_anchors
from yuedu.pages.engine import environment
from yuedu.pages.frame import frame
from yuedu.pages.retired import retired
from yuedu.pages.site import GENERATED, GENERATED_BESIDE, render
from yuedu.search.shards import FOLDER as SEARCH
from yuedu.store import ledger
from yuedu.store.files import Difference, bring_up_to_date, compare
from yuedu.store.shelf import read_corpus
from yuedu.store.sources import read_yaml


@dataclass(frozen=True, slots=True)
class Built:
    """A corpus, everything generated from it (path in the project → bytes), and how the disk differs from that."""

    corpus: Corpus
    expected: dict[str, bytes]
    difference: Difference


OWNED = tuple(f"docs/{folder}" for folder in GENERATED)
UNCOMMITTED = (*(f"{folder}/" for folder in OWNED), *(f"docs/{file}" for file in GENERATED_BESIDE))
"""What need not be in version control: where `commit` is false, .gitignore names these. The ledger always is, and the frame."""


def build(root: Path, *, searched: bool = True) -> Built:
    """Read, assemble, render and compare; nothing is written. Not `searched`: the search is left as it is."""
    corpus = gated(read_corpus(root))
    redirects = root / REDIRECTS
    moved = ledger.redirects(read_yaml(redirects, REDIRECTS) if redirects.exists() else None)
    front = _front_page(root, corpus)
    around = frame(corpus.site)
    pages, files = render(corpus, moved, [*front.values(), *_texts_around(root, around)], searched=searched)
    record = root / ledger.FILE
    before = ledger.Ledger.parse(record.read_text(encoding="utf-8") if record.exists() else "")
    pages |= retired(pages, before.addresses - set(moved))
    held = led_on(pages, before.addresses)
    pages = with_old_anchors(pages, before.addresses)
    others = {page_url(p.removeprefix("docs/")) for p in {*_pages_by_hand(root), *around} if p.endswith(".md")}
    after = ledger.settle(before, addresses(pages) | held | others, moved)
    written = pages | files | front
    expected = around | {f"docs/{p}": t.encode() for p, t in written.items()} | {ledger.FILE: str(after).encode()}
    difference = compare(root, expected, OWNED)
    if not searched:
        kept = tuple(p for p in difference.orphaned if not p.startswith(f"docs/{SEARCH}/"))
        difference = replace(difference, orphaned=kept)
    return Built(corpus, expected, difference)


def publish(root: Path, built: Built) -> None:
    """Bring the disk up to date with a build, and record its addresses in the ledger."""
    bring_up_to_date(root, built.expected, built.difference)


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
        tuple(p for p in paths if p != ledger.FILE) for paths in (difference.changed, difference.missing)
    )
    bring_up_to_date(root, built.expected, Difference(changed, missing, difference.orphaned))


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
    found = (f.relative_to(docs) for f in docs.rglob("*.md"))
    return sorted(f"docs/{p.as_posix()}" for p in found if p.parts[0] not in GENERATED)
