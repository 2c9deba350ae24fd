"""A build against the disk: sources in, what is generated out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from yuedu.checks.gate import gated
from yuedu.corpus.assembly import assemble
from yuedu.corpus.corpus import Corpus
from yuedu.pages import front_page
from yuedu.pages.addresses import REDIRECTS, addresses, page_url, with_old_anchors
from yuedu.pages.engine import environment
from yuedu.pages.site import GENERATED, render
from yuedu.search.shards import FOLDER as SEARCH
from yuedu.store import ledger
from yuedu.store.files import Difference, bring_up_to_date, compare
from yuedu.store.sources import read_sources, read_yaml


@dataclass(frozen=True, slots=True)
class Built:
    """A corpus, everything generated from it (path in the project → bytes), and how the disk differs from that."""

    corpus: Corpus
    expected: dict[str, bytes]
    difference: Difference


OWNED = tuple(f"docs/{folder}" for folder in GENERATED)


def build(root: Path, *, searched: bool = True) -> Built:
    """Read, assemble, render and compare; nothing is written. Not `searched`: the search is left as it is."""
    corpus = gated(assemble(read_sources(root)))
    redirects = root / REDIRECTS
    moved = ledger.redirects(read_yaml(redirects, REDIRECTS) if redirects.exists() else None)
    front = _front_page(root, corpus)
    pages, files = render(corpus, moved, [*front.values(), *_texts_by_hand(root)], searched=searched)
    record = root / ledger.FILE
    before = ledger.Ledger.parse(record.read_text(encoding="utf-8") if record.exists() else "")
    pages = with_old_anchors(pages, before.addresses)
    by_hand = {page_url(p): None for p in _pages_by_hand(root)}
    after = ledger.settle(before, {*addresses(pages), *by_hand}, moved)
    written = pages | files | front
    expected = {f"docs/{p}": t.encode() for p, t in written.items()} | {ledger.FILE: str(after).encode()}
    difference = compare(root, expected, OWNED)
    if not searched:
        kept = tuple(p for p in difference.orphaned if not p.startswith(f"docs/{SEARCH}/"))
        difference = replace(difference, orphaned=kept)
    return Built(corpus, expected, difference)


def publish(root: Path, built: Built) -> None:
    """Bring the disk up to date with a build, and record its addresses in the ledger."""
    bring_up_to_date(root, built.expected, built.difference)


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


def _texts_by_hand(root: Path) -> list[str]:
    """What a reader sees that nothing generates: pages (the front page apart), templates, scripts, the navigation."""
    pages = [root / "docs" / p for p in _pages_by_hand(root) if p != front_page.PATH]
    around = [*(root / "overrides").rglob("*.html"), *(root / "docs" / "assets").glob("*.js"), root / "mkdocs.yml"]
    return [f.read_text(encoding="utf-8") for f in (*pages, *sorted(around)) if f.exists()]


def _pages_by_hand(root: Path) -> list[str]:
    docs = root / "docs"
    found = (f.relative_to(docs).as_posix() for f in docs.rglob("*.md"))
    return sorted(p for p in found if p.split("/")[0] not in GENERATED)
