"""The glossary by use: how often each term is said, when first and last, what is new in the newest year, what is not said since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from jinja2 import Environment

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.counted import Counted, rate, years
from yuedu.corpus.uses import Use, first_and_last
from yuedu.glossary.shape import Term
from yuedu.pages import budget, division
from yuedu.pages.glossary_orders import BY_USE, GLOSSARY, GLOSSARY_TITLE, views
from yuedu.pages.labels import both as label
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.pages.uses_over_time import written
from yuedu.sources.shape import Bilingual

PAGE = f"{GLOSSARY}{BY_USE}"
TITLE = label("Glossary by use", "术语使用次数")
LEDE = label(
    "How often each term is said in the passages of all documents, when first and last, what came in with the newest year and "
    "what was said before and not in it.",
    "各术语在全部文件正文中的次数，最早和最近见于何时，最近一年的新提法，以及该年未再提及者。",
)
TOLD = 40
"""Terms named above the table as new, or as not said since: those said most."""

Link = tuple[str, str]
"""An address, and the date that leads there."""


@dataclass(frozen=True, slots=True)
class Row:
    """A term; `first`, `last`: where it is said first and last, of documents that bear a date; `is_new`, `is_gone`: against the newest year."""

    url: str
    zh: str
    en: str
    count: int
    rate: str
    documents: int
    first: Link | None
    last: Link | None
    is_new: bool
    is_gone: bool

    @property
    def state(self) -> Bilingual | None:
        """In words."""
        if self.is_new:
            year = self.first[1][:4] if self.first else ""
            return label(f"new in {year}", f"{year}年新见")
        if self.is_gone:
            year = self.last[1][:4] if self.last else ""
            return label(f"not said since {year}", f"{year}年后未见")
        return None


def sheets(shows: Shows, env: Environment, uses: Mapping[str, Sequence[Counted]]) -> Iterator[Sheet]:
    """The view, in parts where it is long; none while all documents that bear a date are of one year."""
    corpus = shows.corpus
    spans = years(corpus)
    if len(spans) < 2:
        return
    rows = sorted((_row(corpus, t, uses[t.slug], spans[-1]) for t in corpus.terms), key=lambda r: (-r.count, r.url))
    slices = division.slices(rows, budget.USES) or [[]]
    told = _told(rows, spans[-1])
    for number, inside in enumerate(slices, 1):
        page, first = division.address(PAGE, number), told if number == 1 else []
        make = partial(_page, corpus, env, page, inside, first, len(slices))
        yield shows.sheet(f"{page.strip('/')}/index.md", make, inside, first, len(slices))


def _row(corpus: Corpus, term: Term, uses: Sequence[Counted], newest: str) -> Row:
    found = first_and_last(corpus, term.slug)
    first, last = found or (None, None)
    return Row(
        urls.term_url(term.slug),
        term.zh,
        term.en.preferred,
        sum(u.count for u in uses),
        written(rate(uses)) if uses else "",
        len(uses),
        _link(first),
        _link(last),
        bool(first and first.date[:4] == newest),
        bool(last and last.date[:4] < newest),
    )


def _link(use: Use | None) -> Link | None:
    return (urls.part_url(use.id), use.date) if use else None


Told = tuple[Bilingual, list[dict[str, object]], int]


def _told(rows: Sequence[Row], newest: str) -> list[Told]:
    """What is new and what is gone, those said most; of each how many more there are."""
    new, gone = [r for r in rows if r.is_new], [r for r in rows if r.is_gone]
    return [
        (title, [_named(r) for r in found[:TOLD]], max(0, len(found) - TOLD))
        for title, found in (
            (label(f"New in {newest}", f"{newest}年新见"), new),
            (label(f"Said before, not in {newest}", f"此前曾见、{newest}年未见"), gone),
        )
    ]


def _named(row: Row) -> dict[str, object]:
    uses = label(f"{row.count} use{'' if row.count == 1 else 's'}", f"{row.count}次")
    if row.is_gone and row.last:
        uses = label(f"{uses.en}, last on {row.last[1]}", f"{uses.zh}，最近{row.last[1]}")
    return {"url": row.url, "title": Bilingual(zh=row.zh, en=row.en), "reason": uses}


def _page(corpus: Corpus, env: Environment, page: str, rows: Sequence[Row], told: Sequence[Told], of: int) -> str:
    return env.get_template("by_use.md.j2").render(
        page=page,
        trail=[(GLOSSARY, GLOSSARY_TITLE)],
        title=TITLE,
        lede=LEDE,
        views=views(corpus, BY_USE),
        parts=division.in_parts(PAGE, of),
        told=told,
        rows=rows,
    )
