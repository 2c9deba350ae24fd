"""The wording between two documents: what can be quoted of it first, then both texts with their marks, in pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.pairs import Pair
from yuedu.pages import budget, change_index
from yuedu.pages.change_index import INDEX, TITLE, titled, told
from yuedu.pages.changed_words import FORCES, KINDS, figures_that_changed, shown
from yuedu.pages.division import address, filled
from yuedu.pages.labels import both as label
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.pages.steps import steps
from yuedu.parts.changes import AnyChanges, Head
from yuedu.sources.shape import Bilingual
from yuedu.wording.shape import KINDS as ORDER
from yuedu.wording.shape import Kind, Row

STRONGEST = 10
"""Rows of each kind on the first page."""
AROUND = 130
"""Bytes around the words of a row: its kind, its places, its figures."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows in their order, from `first` to before `last`; what they take on a page."""

    first: int
    last: int
    weight: int


def sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """The index, and for each pair its page, the pages of its text, and its files."""
    yield from change_index.sheets(shows, env)
    for pair in shows.corpus.pairs:
        changes = shows.changes[pair.name]
        pages = _pages(changes.head)
        both = [pair.a, pair.b]
        seen = [shows.stamp_of(pair.name), shows.documents(both), len(pages)]
        beside = [(p.name, titled(shows.corpus, p)) for p in _beside(shows.corpus, pair)]
        page = partial(_page, shows.corpus, env, pair, changes, pages)
        yield shows.sheet(f"changes/{pair.name}/index.md", page, seen, beside, of=both)
        for n in range(1, len(pages) + 1):
            make = partial(_text, shows.corpus, env, pair, changes, pages, n)
            yield shows.sheet(f"changes/{pair.name}/{n}/index.md", make, seen, of=both)
        yield shows.sheet(f"data/changes/{pair.name}.json", partial(getattr, changes, "json"), seen)
        yield shows.sheet(f"data/changes/{pair.name}.csv", partial(getattr, changes, "csv"), seen)


def _pages(head: Head) -> list[Rows]:
    """Which rows stand on which page."""
    every = [
        Rows(n, n + 1, AROUND + round(budget.ROW_CHINESE * size.zh + budget.ROW_ENGLISH * size.en))
        for n, size in enumerate(head.sizes)
    ]
    return [Rows(page[0].first, page[-1].last, sum(r.weight for r in page)) for page in filled(every, budget.LISTED)]


def _beside(corpus: Corpus, pair: Pair) -> list[Pair]:
    """What else the two are compared with."""
    return [p for p in corpus.pairs if p != pair and {p.a, p.b} & {pair.a, pair.b}]


def _page(corpus: Corpus, env: Environment, pair: Pair, changes: AnyChanges, pages: Sequence[Rows]) -> str:
    page, rows = urls.changes_url(pair.name), changes.rows
    head = changes.head
    return env.get_template("change.md.j2").render(
        page=page,
        trail=[(INDEX, TITLE)],
        title=titled(corpus, pair),
        told=told(corpus, pair, head),
        counts=[(kind, name, head.counts[kind]) for kind, name in _names(corpus, pair).items() if head.counts[kind]],
        text=address(f"{page}1/", 1) if pages else None,
        groups=list(_groups(corpus, pair, rows, page)),
        forces=FORCES,
        files=[f"/data/changes/{pair.name}.csv", f"/data/changes/{pair.name}.json"],
        beside=[{"url": urls.changes_url(p.name), "title": titled(corpus, p)} for p in _beside(corpus, pair)],
    )


def _text(corpus: Corpus, env: Environment, pair: Pair, changes: AnyChanges, pages: Sequence[Rows], number: int) -> str:
    root = urls.changes_url(pair.name)
    here, page = pages[number - 1], f"{root}{number}/"
    numbers = [*range(1, len(pages) + 1)]
    names = _names(corpus, pair)
    rows = [shown(corpus, row, page, names) for row in changes.rows[here.first : here.last]]
    return env.get_template("change_text.md.j2").render(
        page=page,
        trail=[(INDEX, TITLE), (root, titled(corpus, pair))],
        title=_numbered(titled(corpus, pair), number, len(pages)),
        rows=rows,
        kinds=[(kind, names[kind]) for kind in ORDER if changes.head.counts[kind]],
        forces=FORCES,
        parts=[{"url": f"{root}{n}/", "number": n, "kinds": _counted(changes.rows, pages[n - 1])} for n in numbers],
        steps=steps(numbers, number, lambda n: (f"{root}{n}/", label(f"Part {n}", f"第{n}部分"))),
    )


def _counted(rows: Sequence[Row], page: Rows) -> str:
    """How many rows of each kind, and of each force, stand on a page: reworded:3 stronger:1."""
    inside = rows[page.first : page.last]
    counts = Counter([r.kind for r in inside]) + Counter([r.force for r in inside if r.force])
    return " ".join(f"{name}:{count}" for name, count in sorted(counts.items()))


def _numbered(title: Bilingual, number: int, of: int) -> Bilingual:
    return label(f"{title.en}: the text ({number}/{of})", f"{title.zh}：全文（{number}/{of}）")


def _named(corpus: Corpus, pair: Pair, kind: Kind) -> Bilingual:
    """What one side has not is said of that side; only of a text that follows the other that it is new."""
    if kind == "gone" or (kind == "new" and pair.by != "follows"):
        other = corpus.short_of[pair.b if kind == "gone" else pair.a]
        return label(f"Not in {other.en or other.zh}", f"不见于{other.zh or other.en}")
    return KINDS[kind]


def _names(corpus: Corpus, pair: Pair) -> dict[Kind, Bilingual]:
    return {kind: _named(corpus, pair, kind) for kind in ORDER}


def _groups(corpus: Corpus, pair: Pair, rows: Sequence[Row], page: str) -> Iterator[dict[str, Any]]:
    """Under each heading the rows that say most, the rest by their number."""
    commits = {*corpus.cards[pair.a].commitments, *corpus.cards[pair.b].commitments}

    def weight(row: Row) -> tuple[float, bool, bool, int]:
        """What is reworded by how little of it changed; what stands alone by its figures, its duties and its length."""
        sides = row.b or row.a
        length = sum(len(s.zh) for s in sides)
        changed = sum(b - a for c in row.changes for a, b in (c.a, c.b))
        measured = any(q.measured for s in sides for q in s.figures)
        return -changed / length, measured, any(s.ident in commits for s in sides), length

    names = _names(corpus, pair)
    for anchor, name, chosen in GROUPS:
        found = [r for r in rows if chosen(r)]
        if found:
            strongest = sorted(found, key=weight, reverse=True)[:STRONGEST]
            yield {
                "anchor": anchor,
                "name": {"gone": names["gone"], "new": names["new"]}.get(anchor, name),
                "count": len(found),
                "rows": [shown(corpus, r, page, names) for r in strongest],
            }


GROUPS: tuple[tuple[str, Bilingual, Callable[[Row], bool]], ...] = (
    (
        "stronger",
        label("The directing word is stronger in the second", "后文要求用词更强"),
        lambda r: r.force == "stronger",
    ),
    ("weaker", label("The directing word is weaker in the second", "后文要求用词更弱"), lambda r: r.force == "weaker"),
    ("figures", label("Other figures", "数字不同"), lambda r: bool(figures_that_changed(r))),
    (
        "reworded",
        label("Reworded", "改写"),
        lambda r: bool(r.changes) and r.force not in ("stronger", "weaker") and not bool(figures_that_changed(r)),
    ),
    ("same", label("Word for word", "原句"), lambda r: bool(r.a and r.b) and not r.changes),
    ("gone", KINDS["gone"], lambda r: r.kind == "gone"),
    ("new", KINDS["new"], lambda r: r.kind == "new"),
)
"""Anchor, heading, and which rows stand under it: what changed before what did not."""
