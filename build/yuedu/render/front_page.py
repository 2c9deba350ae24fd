"""The digest of the whole on the front page: between two marks of a page that is otherwise written by hand."""

from __future__ import annotations

import re

from jinja2 import Environment

from yuedu import urls
from yuedu.corpus import Corpus
from yuedu.render.synopses import short

PATH = "index.md"
OPENS, CLOSES = "<!-- digest: written by `yuedu build` from summaries/synopses.yml -->", "<!-- /digest -->"
_BETWEEN = re.compile(f"(?<={re.escape(OPENS)}\n).*?(?={re.escape(CLOSES)})", re.S)


def with_digest(text: str, corpus: Corpus, env: Environment) -> str:
    """The front page with the digest as it is now; a page without the marks stays as it is."""
    if OPENS not in text:
        return text
    standing = corpus.synopses.front
    told = short(corpus, standing, "/", "d")
    topics = [urls.topic_url(s.topic) if s.topic else None for s in standing.synopsis.sentences] if standing else []
    rows = list(zip(told.sentences, topics, strict=True)) if told and told.sentences else []
    digest = env.get_template("front.md.j2").render(short=told, rows=rows, page="/")
    return _BETWEEN.sub(lambda _: f"\n{digest.strip()}\n\n", text)
