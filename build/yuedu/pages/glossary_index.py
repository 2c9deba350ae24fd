"""The indexes of the glossary: by pinyin, by English, by kind and by topic, each filterable as the reader types."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from string import ascii_uppercase

from jinja2 import Environment
from pypinyin import lazy_pinyin

from yuedu.corpus.corpus import Corpus
from yuedu.glossary.load import traditionals
from yuedu.glossary.shape import Term
from yuedu.pages import budget, division
from yuedu.pages.empty import Empty, nothing_yet
from yuedu.pages.labels import KINDS
from yuedu.pages.labels import both as label
from yuedu.pages.listed import listed
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.sources.shape import Bilingual

GLOSSARY = "/glossary/"
GLOSSARY_TITLE = label("Glossary", "术语")

VIEWS = (
    ("", label("By pinyin", "按拼音")),
    ("by-english/", label("By English", "按英文")),
    ("by-kind/", label("By kind", "按类别")),
    ("by-topic/", label("By topic", "按专题")),
)
"""Path below /glossary/ and name. A slug of a term has no hyphen, so none can take such a path."""


TERMS_OF_A_FILE = 160
"""About 30 kB, with all that its terms are found by."""

LEDE = label(
    "Each term with what to call it in English, what not to call it, and every place it is used.",
    "每条术语：英文译法、不宜的译法，以及全部用例。",
)
NOTHING_THERE = Empty(label("No term here", "此处无术语"))


@dataclass(frozen=True, slots=True)
class Group:
    """Terms under a heading; `anchor` is its address on the page of the view, `key` its own page's below that."""

    anchor: str | None
    key: str
    title: Bilingual
    terms: list[Term]


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
    views: dict[str, Callable[[Corpus], list[Group]]] = {
        "": _by_pinyin,
        "by-english/": _by_english,
        "by-kind/": _by_kind,
        "by-topic/": _by_topic,
    }
    whole, by_topic = is_whole(corpus), topics_fit(corpus)
    found_by = {t.slug: sought(t) for t in corpus.terms} if whole else {}
    firsts = " ".join(shard[0].slug for shard in ([] if by_topic else shards(corpus)))
    for path, name in VIEWS:
        title = GLOSSARY_TITLE if not path else label(f"Glossary {(name.en or '').lower()}", f"术语{name.zh}")
        groups = views[path](corpus) if corpus.terms else []
        alone = by_topic if path == "by-topic/" else whole
        view = View(path, title, alone, "" if alone else firsts)
        listed_so = [(g.key, [t.slug for t in g.terms]) for g in groups]
        make = partial(_view_page, corpus, env, view, groups, found_by)
        yield shows.sheet(f"glossary/{path}index.md", make, terms, listed_so, len(corpus.cards) > 0)
        if not view.whole:
            for group in groups:
                yield from _group_sheets(shows, env, view, group)
    if not by_topic:
        for number, inside in enumerate(shards(corpus)):
            slugs = [shows.term(t.slug) for t in inside]
            yield shows.sheet(f"data/glossary/{number}.js", partial(_file, number, inside), slugs)


def is_whole(corpus: Corpus) -> bool:
    """Whether an index holds what its terms may be found by; else that stands in files of its own."""
    return len(corpus.terms) <= budget.TERMS


def topics_fit(corpus: Corpus) -> bool:
    """Whether the index by topic, in which a term stands under several, is whole as well."""
    return is_whole(corpus) and sum(len(g.terms) for g in _by_topic(corpus)) <= budget.PLACES


def _view_page(corpus: Corpus, env: Environment, view: View, groups: list[Group], found_by: Mapping[str, str]) -> str:
    """A view with all its terms, or with the letters that lead to them."""
    return env.get_template("glossary.md.j2").render(
        page=GLOSSARY + view.path,
        trail=[],
        title=view.title,
        views=_views(view.path),
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
        make = partial(_group_page, env, view, group, terms, number, len(slices))
        slugs = [shows.term(t.slug) for t in terms]
        yield shows.sheet(f"{page.strip('/')}/index.md", make, slugs, view.title, view.firsts, group.title, len(slices))


def _group_page(env: Environment, view: View, group: Group, terms: Sequence[Term], number: int, of: int) -> str:
    part = f" {number}" if number > 1 else ""
    return env.get_template("glossary.md.j2").render(
        page=division.address(view.url(group), number),
        trail=[(GLOSSARY + view.path, view.title)],
        title=label(
            f"{view.title.en}: {group.title.en or group.title.zh}{part}",
            f"{view.title.zh}：{group.title.zh or group.title.en}{part}",
        ),
        views=_views(None),
        firsts=view.firsts,
        lede=LEDE,
        groups=[Group(None, group.key, Bilingual(zh=f"{terms[0].zh} – {terms[-1].zh}"), [*terms])] if terms else [],
        leads=[],
        empty=NOTHING_THERE,
        found_by={},
        parts=division.in_parts(view.url(group), of),
        steps=[],
    )


def _views(here: str | None) -> list[tuple[str, Bilingual, bool]]:
    return [(GLOSSARY + path, name, path == here) for path, name in VIEWS]


def sought(term: Term) -> str:
    """What a reader may type to find a term: forms in both scripts, pinyin with and without tones, initials, English."""
    return " ".join(sought_words(term))


def sought_words(term: Term) -> list[str]:
    """The same, one by one."""
    pinyin = term.pinyin or ""
    plain = _plain(pinyin)
    initials = "".join(word[0] for word in _syllables(term))
    words = [
        term.slug,
        *term.forms,
        *(t for f in term.forms for t in traditionals(f)),
        term.zh_hant or "",
        *(unquoted(w) for f in (*term.forms, term.zh_hant or "") for w in (f, *traditionals(f))),
        pinyin,
        pinyin.replace(" ", ""),
        plain,
        plain.replace(" ", ""),
        initials,
        term.en.preferred,
        *(a.text for a in term.en.accepted),
        *(a.text for a in term.en.avoid),
    ]
    return list(dict.fromkeys(w.lower() for w in words if w))


def unquoted(words: str) -> str:
    """“一网共享”平台 as it is typed: 一网共享平台."""
    return re.sub("[“”‘’「」『』]", "", words)


def _syllables(term: Term) -> list[str]:
    return [s for s in lazy_pinyin(term.zh) if s]


def _lettered(keyed: list[tuple[str, Term]], *, anchored: bool, every: bool) -> list[Group]:
    """Terms by the first letter of a key; what begins with no letter comes first. `every`: letters without a term, too."""
    groups: dict[str, list[Term]] = {letter: [] for letter in ("0–9", *ascii_uppercase)} if every else {}
    for key, term in sorted(keyed, key=lambda pair: (pair[0], pair[1].slug)):
        groups.setdefault(key[0].upper() if "a" <= key[:1] <= "z" else "0–9", []).append(term)
    return [
        Group(x.lower().replace("–", "-") if anchored else None, f"initial-{x[0].lower()}", label(x, ""), inside)
        for x, inside in groups.items()
    ]


def _by_pinyin(corpus: Corpus) -> list[Group]:
    return _lettered([(t.slug, t) for t in corpus.terms], anchored=True, every=False)


def _by_english(corpus: Corpus) -> list[Group]:
    """Its letters have no address on one page, and all have one where each has a page: a better rendering may leave one empty."""
    keyed = [(re.sub(r"^[^0-9a-z]+", "", t.en.preferred.lower()), t) for t in corpus.terms]
    return _lettered(keyed, anchored=False, every=not is_whole(corpus))


def _by_kind(corpus: Corpus) -> list[Group]:
    return [
        Group(kind, kind, name, sorted((t for t in corpus.terms if t.kind == kind), key=lambda t: t.slug))
        for kind, name in KINDS.items()
        if any(t.kind == kind for t in corpus.terms)
    ]


def _by_topic(corpus: Corpus) -> list[Group]:
    """Under each topic the terms of the passages that have it as their primary one.

    A topic's address is its own page; here it has none, so that one that moves leaves nothing to redirect.
    """
    first = corpus.topics.of_passage
    terms = {slug: {first[p][0] for p in {*passages}} for slug, passages in corpus.passages_with.items()}
    return [
        Group(
            None,
            topic.slug,
            topic.title,
            sorted((t for t in corpus.terms if topic.slug in terms[t.slug]), key=lambda t: t.slug),
        )
        for topic in corpus.topics.topics
    ]


def shards(corpus: Corpus) -> list[list[Term]]:
    """All terms by pinyin, in groups of which each makes a small file."""
    ordered = sorted(corpus.terms, key=lambda t: t.slug)
    return [[*inside] for inside in division.slices(ordered, TERMS_OF_A_FILE)]


def _file(number: int, terms: Sequence[Term]) -> str:
    """What the filter reads where the pages do not hold what terms are found by."""
    return listed(f"glossary/{number}", [_row(t) for t in terms])


def _row(term: Term) -> list[str]:
    """Slug, Chinese, pinyin, English, and what else it is found by; the script makes the plain forms of pinyin itself."""
    pinyin = (term.pinyin or "").lower()
    plain = _plain(pinyin)
    made = {term.slug, term.zh.lower(), term.en.preferred.lower()}
    made |= {form for p in (pinyin, plain) for form in (p, p.replace(" ", ""))}
    return [
        term.slug,
        term.zh,
        term.pinyin or "",
        term.en.preferred,
        " ".join(w for w in sought_words(term) if w not in made),
    ]


def _plain(pinyin: str) -> str:
    decomposed = unicodedata.normalize("NFD", pinyin.replace("ü", "v"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
