"""The digest of the whole on the front page: between two marks of a page that is otherwise written by hand."""

from __future__ import annotations

import re

from jinja2 import Environment

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.pages.empty import NO_DOCUMENT
from yuedu.pages.synopses import short
from yuedu.sources.shape import Bilingual

PATH = "index.md"
OPENS, CLOSES = "<!-- digest: written by `yuedu build` from summaries/synopses.yml -->", "<!-- /digest -->"
NEWEST = 4
"""Documents that are named as the newest."""
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
        newest=_newest(corpus),
        page="/",
        empty=None if corpus.speeches else NO_DOCUMENT,
    )
    return _BETWEEN.sub(lambda _: f"\n{digest.strip()}\n\n", text)


def _newest(corpus: Corpus) -> list[tuple[str, Bilingual, str]]:
    """Address, short name and date of the latest documents; of one day, in the order of the texts."""
    dated = [s.meta for s in corpus.speeches if s.meta.date]
    latest = sorted(dated, key=lambda m: m.date or "", reverse=True)[:NEWEST]
    return [(urls.relative(urls.document_url(m.id), "/"), corpus.short_of[m.id], m.date or "") for m in latest]
