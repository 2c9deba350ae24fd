"""What the speakers say of a topic, side by side: a small table on its page, and the matrix of all topics."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.emphasis import bodies, pieces, shares
from yuedu.corpus.naming import newest_first
from yuedu.pages.labels import COMPARED, STRANDS
from yuedu.pages.labels import both as label
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.pages.topic_parts import divided, place
from yuedu.sources.document import Strand
from yuedu.sources.shape import Bilingual
from yuedu.sources.topics import UNFILED

PAGE = urls.COMPARE
NAME = label("Who stressed what", "各有侧重")
PICKED = 3
"""Documents that are compared before the reader picks."""
MOST = 24
"""Documents to pick from, the newest: the page holds a column for each strand of each."""
CELLS = 24 * 30
"""Documents by topics that the page takes at most: where topics are many, there are fewer documents to pick from."""
IN_TABLE = 6
"""Documents in the table on a topic's page, the newest."""
DEEPEST = 40
"""How much of a strand's colour the fullest cell takes, in per cent: as much as its words stay legible on."""


def topic_table(corpus: Corpus, topic: str, places: Mapping[str, str], page: str) -> dict[str, Any] | None:
    """The table of one topic on `page`: a row for each document that asks, reports, plans or admits; None where none does.

    `places`: where what the topic gathers stands.
    """
    speeches = [corpus.speech_by_id[i] for i in table_documents(corpus, topic)]
    if not speeches:
        return None
    strands = [k for k in COMPARED if any(k in _strands(corpus, s, topic) for s in speeches)]
    return {
        "columns": [(k, STRANDS[k]) for k in strands],
        "rows": [_topic_row(corpus, topic, s, strands, places, page) for s in speeches],
        "committed": committed(corpus, topic),
    }


def table_documents(corpus: Corpus, topic: str) -> list[str]:
    """The documents in the table on a topic's page."""
    speaking = [s for s in corpus.speeches if any(k in COMPARED for k in _strands(corpus, s, topic))]
    return [s.meta.id for s in newest_first(speaking)[:IN_TABLE]]


def committed(corpus: Corpus, topic: str) -> int:
    """How many commitments a topic gathers."""
    return sum(h.committed.get(topic, 0) for h in corpus.holdings.values())


def _strands(corpus: Corpus, speech: Speech, topic: str) -> Collection[Strand]:
    held = corpus.holdings[speech.meta.id].topics.get(topic)
    return held.strands if held else ()


def _topic_row(
    corpus: Corpus, topic: str, speech: Speech, strands: list[Strand], places: Mapping[str, str], page: str
) -> dict[str, Any]:
    ident = speech.meta.id
    found = pieces(corpus, topic, ident)
    counts = {k: sum(p.strand == k for p in found) for k in strands}
    anchors = {k: place(corpus, places, topic, ident, k) for k in strands}
    return {
        "name": corpus.name_of_document[ident],
        "cells": [{"strand": k, "count": counts[k], "href": urls.relative(anchors[k] or "", page)} for k in strands],
        "figures": corpus.holdings[ident].topics[topic].figures,
        "figures_href": urls.relative(f"{places[ident]}#figures", page),
        "bodies": [_body(corpus, slug, count) for slug, count in bodies(corpus, found).items()],
    }


def _body(corpus: Corpus, slug: str, count: int) -> dict[str, Any]:
    term = corpus.term_by_slug[slug]
    name = Bilingual(zh=term.zh, en=term.en.preferred)
    return {"url": urls.term_url(slug), "name": name, "count": count}


def compared(corpus: Corpus) -> list[Speech]:
    """The documents that ask, report, plan or admit a gap."""
    return [s for s in corpus.speeches if any(k in COMPARED for k in corpus.holdings[s.meta.id].strands)]


def sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """The matrix: topics by document and strand."""
    corpus = shows.corpus
    many = min(MOST, max(PICKED, CELLS // (len(corpus.topics.topics) or 1)))
    if speeches := newest_first(compared(corpus))[:many]:
        yield shows.sheet("topics/compare/index.md", partial(_page, corpus, env, speeches), shows.everything)


def _page(corpus: Corpus, env: Environment, speeches: list[Speech]) -> str:
    present = {s.meta.id: corpus.holdings[s.meta.id].strands for s in speeches}
    columns = [(s, k) for s in speeches for k in (None, *(k for k in COMPARED if k in present[s.meta.id]))]
    table = {t.slug: shares(corpus, t.slug) for t in corpus.topics.topics}
    wholes = {(t, s.meta.id): 0.0 for t in table for s in speeches}
    for t, found in table.items():
        for (document, _), part in found.items():
            if (t, document) in wholes:
                wholes[t, document] += part
    most = max(wholes.values())
    rows = []
    for topic in corpus.topics.topics:
        places = divided(corpus, topic.slug).addresses()
        cells = []
        for speech, strand in columns:
            ident = speech.meta.id
            part = wholes[topic.slug, ident] if strand is None else table[topic.slug].get((ident, strand), 0.0)
            cells.append(
                {
                    "document": ident,
                    "share": _percent(part),
                    "depth": round(DEEPEST * part / most),
                    "strand": strand,
                    "label": _column(speech, strand),
                    "name": corpus.short_of[ident],
                    "url": place(corpus, places, topic.slug, ident, strand),
                }
            )
        rows.append({"title": topic.title, "url": urls.topic_url(topic.slug), "cells": cells})
    return str(
        env.get_template("compare.md.j2").render(
            page=PAGE,
            trail=[("/topics/", label("Topics", "专题"))],
            title=NAME,
            lede=label(
                "How much of each speaker’s text goes to each topic, and whether it asks, reports, plans or admits a gap. "
                "The measure: characters of the passages and sentences gathered under the topic, as a share of all "
                "characters of that speaker’s passages. A passage may stand under several topics, so columns add up to "
                "more than 100%. Each share leads to the words.",
                "各讲话人的文字在各专题上的分布，以及其中属于要求、汇报、计划还是差距。计量方法：归入该专题的段落和句子的字数，占该讲话人全部段落字数的比例。一段可归入多个专题，各列合计超过100%。点击比例可见原文。",
            ),
            groups=[(s.meta.id, corpus.name_of_document[s.meta.id], sum(x is s for x, _ in columns)) for s in speeches],
            columns=[(s.meta.id, k, _column(s, k)) for s, k in columns],
            choice=[(s.meta.id, corpus.name_of_document[s.meta.id]) for s in speeches],
            picked=[s.meta.id for s in speeches[:PICKED]] if len(speeches) > PICKED else [],
            rows=rows,
            leaders=[_leaders(corpus, s, wholes) for s in speeches],
        )
    )


def _column(speech: Speech, strand: str | None) -> Bilingual:
    return label("All", "全部") if strand is None else STRANDS[strand]


def _leaders(corpus: Corpus, speech: Speech, wholes: Mapping[tuple[str, str], float]) -> dict[str, Any]:
    """The three topics that most of a speech goes to."""
    ident = speech.meta.id
    named = [t for t in corpus.topics.topics if t.slug != UNFILED]
    ordered = sorted(named, key=lambda t: -wholes[t.slug, ident])[:3]
    return {
        "document": ident,
        "name": corpus.name_of_document[ident],
        "topics": [
            {"title": t.title, "url": urls.topic_url(t.slug), "share": _percent(wholes[t.slug, ident])}
            for t in ordered
            if wholes[t.slug, ident]
        ],
    }


def _percent(part: float) -> str:
    """For a reader: whole per cent, and <1% rather than 0% for what is there."""
    if not part:
        return ""
    return "<1%" if part < 0.005 else f"{part:.0%}"
