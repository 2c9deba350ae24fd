"""What a reader may type to find a term; on the page of an index while that holds all, else in small files that its script reads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import partial

from pypinyin import lazy_pinyin

from yuedu.corpus.corpus import Corpus
from yuedu.glossary.load import traditionals
from yuedu.glossary.shape import Term
from yuedu.pages import division
from yuedu.pages.listed import listed
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows

TERMS_OF_A_FILE = 160
"""About 30 kB, with all that its terms are found by."""


def filter_files(shows: Shows) -> Iterator[Sheet]:
    """`data/glossary/0.js` and those after it."""
    for number, inside in enumerate(shards(shows.corpus)):
        slugs = [shows.term(t.slug) for t in inside]
        yield shows.sheet(f"data/glossary/{number}.js", partial(_file, number, inside), slugs)


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


def _plain(pinyin: str) -> str:
    decomposed = unicodedata.normalize("NFD", pinyin.replace("ü", "v"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
