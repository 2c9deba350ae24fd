"""The orders of the glossary: by pinyin, by English, by kind and by topic, each in groups."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from string import ascii_uppercase

from yuedu.corpus.corpus import Corpus
from yuedu.corpus.counted import years
from yuedu.glossary.shape import Term
from yuedu.pages import budget
from yuedu.pages.labels import KINDS
from yuedu.pages.labels import both as label
from yuedu.sources.shape import Bilingual


@dataclass(frozen=True, slots=True)
class Group:
    """Terms under a heading; `anchor` is its address on the page of the view, `key` its own page's below that."""

    anchor: str | None
    key: str
    title: Bilingual
    terms: list[Term]


def is_whole(corpus: Corpus) -> bool:
    """Whether an index holds what its terms may be found by; else that stands in files of its own."""
    return len(corpus.terms) <= budget.TERMS


def topics_fit(corpus: Corpus) -> bool:
    """Whether the index by topic, in which a term stands under several, is whole as well."""
    return is_whole(corpus) and sum(len(g.terms) for g in _by_topic(corpus)) <= budget.PLACES


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


ORDERS: dict[str, tuple[Bilingual, Callable[[Corpus], list[Group]]]] = {
    "": (label("By pinyin", "按拼音"), _by_pinyin),
    "by-english/": (label("By English", "按英文"), _by_english),
    "by-kind/": (label("By kind", "按类别"), _by_kind),
    "by-topic/": (label("By topic", "按专题"), _by_topic),
}
"""Path below /glossary/ → name and groups. A slug of a term has no hyphen, so none can take such a path."""
GLOSSARY = "/glossary/"
GLOSSARY_TITLE = label("Glossary", "术语")
BY_USE = "by-use/"
"""A table instead of groups, where documents are of several years (see `glossary_by_use`)."""


def views(corpus: Corpus, here: str | None) -> list[tuple[str, Bilingual, bool]]:
    """The address and the name of each order, and whether it is the one that is shown."""
    named = {path: name for path, (name, _) in ORDERS.items()}
    if len(years(corpus)) > 1:
        named[BY_USE] = label("By use", "按次数")
    return [(GLOSSARY + path, name, path == here) for path, name in named.items()]
