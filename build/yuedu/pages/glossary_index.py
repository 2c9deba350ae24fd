"""The indexes of the glossary: by pinyin, by English, by kind and by topic, each filterable as the reader types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from jinja2 import Environment

from yuedu.corpus.corpus import Corpus
from yuedu.glossary.shape import Term
from yuedu.pages import budget, division
from yuedu.pages.empty import Empty, nothing_yet
from yuedu.pages.glossary_filter import filter_files, shards, sought
from yuedu.pages.glossary_orders import GLOSSARY, GLOSSARY_TITLE, ORDERS, Group, is_whole, topics_fit, views
from yuedu.pages.labels import both as label
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.sources.shape import Bilingual

LEDE = label(
    "Each term with what to call it in English, what not to call it, and every place it is used.",
    "每条术语：英文译法、不宜的译法，以及全部用例。",
)
NOTHING_THERE = Empty(label("No term here", "此处无术语"))


@dataclass(frozen=True, slots=True)
class View:
    """An order of the glossary: its path below /glossary/, and whether all of it stands on one page."""

    path: str
    title: Bilingual
    whole: bool
    firsts: str

    def url(self, group: Group) -> str:
        """A slug of a term has no hyphen: none meets a letter's page beside it."""
        return f"{GLOSSARY}{self.path}{group.key}/"


def index_sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """Each view, and the pages of its letters, kinds or topics where it is too long for one; what the filter reads."""
    corpus = shows.corpus
    terms = [shows.term(t.slug) for t in corpus.terms]
    whole, by_topic = is_whole(corpus), topics_fit(corpus)
    found_by = {t.slug: sought(t) for t in corpus.terms} if whole else {}
    firsts = " ".join(shard[0].slug for shard in ([] if by_topic else shards(corpus)))
    for path, (name, grouped) in ORDERS.items():
        title = GLOSSARY_TITLE if not path else label(f"Glossary {(name.en or '').lower()}", f"术语{name.zh}")
        groups = grouped(corpus) if corpus.terms else []
        alone = by_topic if path == "by-topic/" else whole
        view = View(path, title, alone, "" if alone else firsts)
        listed_so = [(g.key, [t.slug for t in g.terms]) for g in groups]
        make = partial(_view_page, corpus, env, view, groups, found_by)
        yield shows.sheet(f"glossary/{path}index.md", make, terms, listed_so, len(corpus.cards) > 0)
        if not view.whole:
            for group in groups:
                yield from _group_sheets(shows, env, view, group)
    if not by_topic:
        yield from filter_files(shows)


def _view_page(corpus: Corpus, env: Environment, view: View, groups: list[Group], found_by: Mapping[str, str]) -> str:
    """A view with all its terms, or with the letters that lead to them."""
    return env.get_template("glossary.md.j2").render(
        page=GLOSSARY + view.path,
        trail=[],
        title=view.title,
        views=views(corpus, view.path),
        firsts=view.firsts,
        lede=LEDE,
        groups=groups if view.whole else [],
        leads=[] if view.whole else [{"group": g, "url": view.url(g), "count": len(g.terms)} for g in groups],
        empty=nothing_yet(corpus, "terms"),
        found_by=found_by,
        parts=[],
        steps=[],
    )


def _group_sheets(shows: Shows, env: Environment, view: View, group: Group) -> Iterator[Sheet]:
    """The terms of a letter, a kind or a topic, in parts."""
    slices = division.slices(group.terms, budget.TERMS_OF_A_LETTER) or [[]]
    for number, terms in enumerate(slices, 1):
        page = division.address(view.url(group), number)
        make = partial(_group_page, shows.corpus, env, view, group, terms, number, len(slices))
        slugs = [shows.term(t.slug) for t in terms]
        yield shows.sheet(f"{page.strip('/')}/index.md", make, slugs, view.title, view.firsts, group.title, len(slices))


def _group_page(
    corpus: Corpus, env: Environment, view: View, group: Group, terms: Sequence[Term], number: int, of: int
) -> str:
    part = f" {number}" if number > 1 else ""
    return env.get_template("glossary.md.j2").render(
        page=division.address(view.url(group), number),
        trail=[(GLOSSARY + view.path, view.title)],
        title=label(
            f"{view.title.en}: {group.title.en or group.title.zh}{part}",
            f"{view.title.zh}：{group.title.zh or group.title.en}{part}",
        ),
        views=views(corpus, None),
        firsts=view.firsts,
        lede=LEDE,
        groups=[Group(None, group.key, Bilingual(zh=f"{terms[0].zh} – {terms[-1].zh}"), [*terms])] if terms else [],
        leads=[],
        empty=NOTHING_THERE,
        found_by={},
        parts=division.in_parts(view.url(group), of),
        steps=[],
    )
