"""The digest of the whole on the front page: between two marks of a page that is otherwise written by hand."""

from __future__ import annotations

import re

from jinja2 import Environment

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.pages.empty import NO_DOCUMENT
from yuedu.pages.newest import moved, newest
from yuedu.pages.synopses import short
from yuedu.sources.shape import Bilingual

PATH = "index.md"
OPENS, CLOSES = "<!-- digest: written by `yuedu build` from summaries/synopses.yml -->", "<!-- /digest -->"
_BETWEEN = re.compile(f"(?<={re.escape(OPENS)}\n).*?(?={re.escape(CLOSES)})", re.S)


def with_digest(text: str, corpus: Corpus, env: Environment) -> str:
    """The front page with the digest as it is now; a page without the marks stays as it is."""
    if OPENS not in text:
        return text
    standing = corpus.synopses.front
    told = short(corpus, standing, "/", "d")
    titles = {t.slug: t.title for t in corpus.topics.topics}
    named = [s.topic for s in standing.synopsis.sentences] if standing else []
    topics = [{"url": urls.topic_url(t), "title": titles[t]} if t else None for t in named]
    rows = list(zip(told.sentences, topics, strict=True)) if told and told.sentences else []
    digest = env.get_template("front.md.j2").render(
        short=told,
        rows=rows,
        newest=newest(corpus, "/"),
        moved=moved(corpus, "/"),
        held=_held(corpus),
        page="/",
        empty=None if corpus.speeches else NO_DOCUMENT,
    )
    return _BETWEEN.sub(lambda _: f"\n{digest.strip()}\n\n", text)


def _held(corpus: Corpus) -> Bilingual:
    """How many documents the digest holds, and of which years."""
    years = sorted({s.year for s in corpus.speeches if s.year})
    n = len(corpus.speeches)
    span = f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0]) if years else ""
    en = f"{n} document{'' if n == 1 else 's'}{f' of {span}' if span else ''}"
    return Bilingual(en=en, zh=f"{f'{span}年' if span else ''}文件{n}份")
