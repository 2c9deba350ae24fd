"""The page of a topic: what was asked, reported and planned, document by document; and the index of topics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.emphasis import shared
from yuedu.corpus.filing import NOT_YET_FILED
from yuedu.corpus.naming import newest_first
from yuedu.pages import linked
from yuedu.pages.comparison import compared, topic_table
from yuedu.pages.empty import nothing_yet
from yuedu.pages.figure_pages import figure_row
from yuedu.pages.labels import STRANDS
from yuedu.pages.labels import both as label
from yuedu.pages.passages import Block, block
from yuedu.pages.quoted import quoted
from yuedu.pages.reported import charts
from yuedu.pages.steps import steps
from yuedu.pages.synopses import short
from yuedu.pages.timeline import dated
from yuedu.sources.topics import UNFILED, Topic
from yuedu.text.ids import parse_id, passage_of

INDEX = "/topics/"
TITLE = label("Topics", "专题")


def pages(corpus: Corpus, env: Environment) -> Iterator[tuple[str, str]]:
    """Path under docs/ and text, for the index and for each topic."""
    yield (
        "topics/index.md",
        env.get_template("index.md.j2").render(
            page=INDEX,
            title=TITLE,
            abstract=label(
                "What the speeches say, by theme: what was asked beside what was reported and planned.",
                "按主题看讲话：要求、汇报与计划对照。",
            ),
            cards=[_card(corpus, t) for t in corpus.topics.topics],
            doors=list(_doors(corpus)),
            empty=nothing_yet(corpus, "topics"),
        ),
    )
    for topic in corpus.topics.topics:
        yield f"topics/{topic.slug}/index.md", _page(corpus, env, topic)
    if not corpus.topics.gathered[UNFILED]:  # its address stays when all that waited is filed
        yield f"topics/{UNFILED}/index.md", _page(corpus, env, NOT_YET_FILED)


def _doors(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """The pages that look across all topics."""
    if compared(corpus):
        yield {"url": urls.COMPARE, "title": label("Who stressed what", "各有侧重")}
    if corpus.commitments:
        yield {"url": urls.COMMITMENTS, "title": label("Commitments", "要求与计划")}
    if dated(corpus):
        yield {"url": "/figures/#timeline", "title": label("Timeline", "时间线")}
    if corpus.cities:
        yield {"url": urls.CITIES, "title": label("Cities named", "提及的地市")}
    if corpus.frameworks:
        yield {"url": urls.FRAMEWORKS, "title": label("Frameworks", "业务体系")}


def _card(corpus: Corpus, topic: Topic) -> dict[str, Any]:
    n = len({passage_of(i) for i in corpus.topics.gathered[topic.slug]})
    small = label(f"{n} passage{'s' if n > 1 else ''}", f"{n}段")
    return {"url": urls.topic_url(topic.slug), "title": topic.title, "abstract": topic.abstract, "small": small}


def _page(corpus: Corpus, env: Environment, topic: Topic) -> str:
    page = urls.topic_url(topic.slug)
    shown = _blocks(corpus, topic, page)
    slugs = dict.fromkeys(slug for _, _, b in shown for slug in b.terms)
    gathered = _sentences(corpus, topic)
    figures = [
        f
        for passage, numbers in gathered.items()
        for f in corpus.figures[passage]
        if f.quantity.measured and (not numbers or f.sentence in numbers)
    ]
    return env.get_template("topic.md.j2").render(
        page=page,
        trail=[(INDEX, TITLE)],
        topic=topic,
        synopsis=short(corpus, corpus.synopses.topics.get(topic.slug), page, "s", _here(corpus, shown)),
        groups=list(_groups(corpus, shown, corpus.topics.under(topic.slug))),
        figures=[figure_row(corpus, f, page, anchored=False) for f in figures],
        charts=list(charts(corpus, {f.id for f in figures})),
        comparison=topic_table(corpus, topic.slug),
        related=[_related(corpus, topic, t) for t in corpus.topics.topics if t.slug in topic.related],
        empty=not shown,
        steps=steps(corpus.topics.topics, topic, lambda t: (urls.topic_url(t.slug), t.title)),
        terms=[corpus.term_by_slug[s] for s in slugs],
        linked=linked.of_topic(corpus, topic, page),
        sources=quoted(corpus, (corpus.speech_of[p].meta.id for p in gathered)),
    )


def _related(corpus: Corpus, topic: Topic, other: Topic) -> dict[str, Any]:
    """A related topic, and what the two have in common."""
    passages, terms = shared(corpus, topic.slug, other.slug)
    reason = label(f"shares {_many(passages, 'passage')}, {_many(terms, 'term')}", f"共有{passages}段、{terms}个术语")
    return {"url": urls.topic_url(other.slug), "title": other.title, "reason": reason}


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _sentences(corpus: Corpus, topic: Topic) -> dict[str, set[int]]:
    """The topic's passages in reading order, each with its chosen sentences; none chosen is all of them."""
    chosen: dict[str, set[int]] = {}
    for ident in corpus.topics.gathered[topic.slug]:
        number = parse_id(ident).sentence
        chosen.setdefault(passage_of(ident), set()).update({number} if number else set())
    return chosen


def _blocks(corpus: Corpus, topic: Topic, page: str) -> list[tuple[str, Speech, Block]]:
    out: list[tuple[str, Speech, Block]] = []
    for ident, numbers in _sentences(corpus, topic).items():
        passage, speech = corpus.passages[ident], corpus.speech_of[ident]
        out.append((speech.strand_of(passage.id), speech, block(corpus, passage, page, sorted(numbers))))
    return out


def _here(corpus: Corpus, shown: list[tuple[str, Speech, Block]]) -> set[str]:
    """The ids of the passages shown whole, and of all sentences shown."""
    whole = {b.id for _, _, b in shown if b.id}
    return whole | {f"{p}.s{n}" for p in whole for n in range(1, len(corpus.passages[p].sentences) + 1)}


def _groups(corpus: Corpus, shown: list[tuple[str, Speech, Block]], about: frozenset[str]) -> Iterator[dict[str, Any]]:
    """Strands in their order, one heading for each; in each the newest documents first. `about`: the passages on the
    topic."""
    for strand in STRANDS:
        group = [(s, b) for kind, s, b in shown if kind == strand]
        if group:
            documents = list(_documents(corpus, strand, group, about))
            yield {"strand": strand, "anchor": strand, "label": STRANDS[strand], "documents": documents}


def _documents(
    corpus: Corpus, strand: str, group: list[tuple[Speech, Block]], about: frozenset[str]
) -> Iterator[dict[str, Any]]:
    """Each document's passages: those about the topic come before those that touch on it. A review has the period that
    its text states."""
    for speech in newest_first(list({s.meta.id: s for s, _ in group}.values())):
        blocks = [b for s, b in group if s is speech]
        name = corpus.name_of_document[speech.meta.id]
        told = not several_years(corpus) or not speech.year or (name.zh or "").endswith(str(speech.year))
        yield {
            "id": speech.meta.id,
            "label": name,
            "year": None if told else speech.year,
            "period": speech.meta.period if strand == "done" else None,
            "about": [b for b in blocks if b.id in about],
            "touching": [b for b in blocks if b.id not in about],
        }


def several_years(corpus: Corpus) -> bool:
    """Whether the corpus is of more than one year: a year beside each name tells something then."""
    return len({s.year for s in corpus.speeches}) > 1
