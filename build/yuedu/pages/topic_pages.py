"""The index of topics, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.filing import NOT_YET_FILED
from yuedu.pages import change_index, topic_page
from yuedu.pages.comparison import compared
from yuedu.pages.empty import nothing_yet
from yuedu.pages.figure_pages import fits
from yuedu.pages.labels import both as label
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.pages.timeline import dated, newest_dated
from yuedu.pages.topic_page import INDEX, TITLE
from yuedu.sources.topics import UNFILED, Topic
from yuedu.text.ids import passage_of


def sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """The index and each topic."""
    corpus = shows.corpus
    yield shows.sheet("topics/index.md", partial(_index, corpus, env), shows.everything)
    for topic in corpus.topics.topics:
        yield from topic_page.sheets(shows, env, topic)
    if not corpus.topics.gathered[UNFILED]:  # its address stays when all that waited is filed
        yield from topic_page.sheets(shows, env, NOT_YET_FILED)


def _index(corpus: Corpus, env: Environment) -> str:
    return env.get_template("index.md.j2").render(
        page=INDEX,
        title=TITLE,
        abstract=label(
            "What the speeches say, by theme: what was asked beside what was reported and planned.",
            "按主题看讲话：要求、汇报与计划对照。",
        ),
        cards=[_card(corpus, t) for t in corpus.topics.topics],
        doors=list(_doors(corpus)),
        empty=nothing_yet(corpus, "topics"),
    )


def _doors(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """The pages that look across all topics."""
    if compared(corpus):
        yield {"url": urls.COMPARE, "title": label("Who stressed what", "各有侧重")}
    if any(c.commitments for c in corpus.cards.values()):
        yield {"url": urls.COMMITMENTS, "title": label("Commitments", "要求与计划")}
    if dated(corpus) if fits(corpus) else newest_dated(corpus):
        yield {"url": "/figures/#timeline", "title": label("Timeline", "时间线")}
    if corpus.pairs:
        yield {"url": change_index.INDEX, "title": change_index.TITLE}
    if corpus.cities:
        yield {"url": urls.CITIES, "title": label("Cities named", "提及的地市")}
    if corpus.frameworks:
        yield {"url": urls.FRAMEWORKS, "title": label("Frameworks", "业务体系")}


def _card(corpus: Corpus, topic: Topic) -> dict[str, Any]:
    n = len({passage_of(i) for i in corpus.topics.gathered[topic.slug]})
    small = label(f"{n} passage{'s' if n > 1 else ''}", f"{n}段")
    return {"url": urls.topic_url(topic.slug), "title": topic.title, "abstract": topic.abstract, "small": small}
