"""The indexes of the glossary: by pinyin, by English, by kind and by topic, each filterable as the reader types."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from jinja2 import Environment
from pypinyin import lazy_pinyin

from yuedu.corpus.corpus import Corpus
from yuedu.glossary.load import traditionals
from yuedu.glossary.shape import Term
from yuedu.pages.empty import nothing_yet
from yuedu.pages.labels import KINDS
from yuedu.pages.labels import both as label
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


def index_pages(corpus: Corpus, env: Environment) -> Iterator[tuple[str, str]]:
    """Path under docs/ and text of each view."""
    groups = {
        "": _by_pinyin(corpus),
        "by-english/": _by_english(corpus),
        "by-kind/": _by_kind(corpus),
        "by-topic/": _by_topic(corpus),
    }
    found_by = {t.slug: sought(t) for t in corpus.terms}
    for path, name in VIEWS:
        title = GLOSSARY_TITLE if not path else label(f"Glossary {(name.en or '').lower()}", f"术语{name.zh}")
        yield (
            f"glossary/{path}index.md",
            env.get_template("glossary.md.j2").render(
                page=GLOSSARY + path,
                title=title,
                views=[(GLOSSARY + other, text, other == path) for other, text in VIEWS],
                lede=label(
                    "Each term with what to call it in English, what not to call it, and every place it is used.",
                    "每条术语：英文译法、不宜的译法，以及全部用例。",
                ),
                groups=groups[path] if corpus.terms else [],
                empty=nothing_yet(corpus, "terms"),
                found_by=found_by,
            ),
        )


def sought(term: Term) -> str:
    """What a reader may type to find a term: forms in both scripts, pinyin with and without tones, initials, English."""
    pinyin = term.pinyin or ""
    plain = "".join(c for c in unicodedata.normalize("NFD", pinyin.replace("ü", "v")) if not unicodedata.combining(c))
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
    return " ".join(dict.fromkeys(w.lower() for w in words if w))


def unquoted(words: str) -> str:
    """“一网共享”平台 as it is typed: 一网共享平台."""
    return re.sub("[“”‘’「」『』]", "", words)


def _syllables(term: Term) -> list[str]:
    return [s for s in lazy_pinyin(term.zh) if s]


def _group(anchor: str | None, title: Bilingual, terms: list[Term]) -> dict[str, Any]:
    return {"anchor": anchor, "title": title, "terms": terms}


def _lettered(keyed: list[tuple[str, Term]]) -> dict[str, list[Term]]:
    """Terms by the first letter of a key; what begins with no letter comes first."""
    groups: dict[str, list[Term]] = {}
    for key, term in sorted(keyed, key=lambda pair: (pair[0], pair[1].slug)):
        groups.setdefault(key[0].upper() if "a" <= key[:1] <= "z" else "0–9", []).append(term)
    return groups


def _by_pinyin(corpus: Corpus) -> list[dict[str, Any]]:
    groups = _lettered([(t.slug, t) for t in corpus.terms])
    return [_group(letter.lower().replace("–", "-"), label(letter, ""), inside) for letter, inside in groups.items()]


def _by_english(corpus: Corpus) -> list[dict[str, Any]]:
    """Its letters have no address: a better rendering may leave one empty."""
    groups = _lettered([(re.sub(r"^[^0-9a-z]+", "", t.en.preferred.lower()), t) for t in corpus.terms])
    return [_group(None, label(letter, ""), inside) for letter, inside in groups.items()]


def _by_kind(corpus: Corpus) -> list[dict[str, Any]]:
    return [
        _group(kind, name, sorted((t for t in corpus.terms if t.kind == kind), key=lambda t: t.slug))
        for kind, name in KINDS.items()
        if any(t.kind == kind for t in corpus.terms)
    ]


def _by_topic(corpus: Corpus) -> list[dict[str, Any]]:
    """Under each topic the terms of the passages that have it as their primary one.

    A topic's address is its own page; here it has none, so that one that moves leaves nothing to redirect.
    """
    passages = {p: topics[0] for p, topics in corpus.topics.of_passage.items()}
    terms = {t.slug: {passages[p] for p, _ in corpus.occurrences[t.slug]} for t in corpus.terms}
    return [
        _group(
            None,
            topic.title,
            sorted((t for t in corpus.terms if topic.slug in terms[t.slug]), key=lambda t: t.slug),
        )
        for topic in corpus.topics.topics
    ]
