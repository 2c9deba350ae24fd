"""The page of a topic: what was asked, reported and planned, document by document; and the pages of its years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.emphasis import shared
from yuedu.corpus.naming import newest_first
from yuedu.pages import linked
from yuedu.pages.comparison import committed, table_documents, topic_table
from yuedu.pages.division import Divided, Part, Unit
from yuedu.pages.figure_pages import figure_row
from yuedu.pages.labels import STRANDS
from yuedu.pages.labels import both as label
from yuedu.pages.passages import Block, block
from yuedu.pages.quoted import quoted
from yuedu.pages.reported import charts
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.pages.steps import steps
from yuedu.pages.synopses import short
from yuedu.pages.topic_parts import divided
from yuedu.sources.topics import Topic
from yuedu.text.ids import parse_id, passage_of

INDEX = "/topics/"
TITLE = label("Topics", "专题")


def sheets(shows: Shows, env: Environment, topic: Topic) -> Iterator[Sheet]:
    """The topic's own page, and those of its years where it has any."""
    corpus = shows.corpus
    parts = divided(corpus, topic.slug)
    related = [_related(corpus, topic, t) for t in corpus.topics.topics if t.slug in topic.related]
    compared = table_documents(corpus, topic.slug)
    gathered = corpus.gathered_of[topic.slug]
    yield shows.sheet(
        f"topics/{topic.slug}/index.md",
        partial(_page, corpus, env, topic, parts, related),
        [topic, parts.first, parts.years(), related, committed(corpus, topic.slug)],
        [_shown(shows, parts.first), shows.synopsis(corpus.synopses.topics.get(topic.slug))],
        [(d, shows.document(d), shows.parts(gathered[d]), _where(parts, gathered[d])) for d in compared],
        of=[u.document for u in parts.first],
    )
    years = shows.hash([(p.url, p.title) for p in parts.parts])
    for part in parts.parts:
        make = partial(_year, corpus, env, topic, parts, part)
        documents = [u.document for u in part.units]
        yield shows.sheet(part.path, make, topic.slug, part, years, _shown(shows, part.units), of=documents)


def _shown(shows: Shows, units: Sequence[Unit]) -> list[str]:
    """What a page shows of these documents."""
    return [shows.parts(i for u in units for i in u.ids), shows.documents(u.document for u in units)]


def _where(parts: Divided, ids: Sequence[str]) -> list[str]:
    """The pages on which these stand."""
    places = parts.addresses()
    return list(dict.fromkeys(places[i] for i in ids))


def _page(corpus: Corpus, env: Environment, topic: Topic, parts: Divided, related: list[dict[str, Any]]) -> str:
    page = urls.topic_url(topic.slug)
    body = _body(corpus, topic, page, parts.first)
    places = parts.addresses()
    return env.get_template("topic.md.j2").render(
        **body,
        page=page,
        trail=[(INDEX, TITLE)],
        topic=topic,
        synopsis=short(corpus, corpus.synopses.topics.get(topic.slug), page, "s", _here(corpus, body["shown"])),
        comparison=topic_table(corpus, topic.slug, places, page),
        divided=None if parts.whole else parts,
        related=related,
        empty=not body["shown"],
        steps=steps(corpus.topics.topics, topic, lambda t: (urls.topic_url(t.slug), t.title)),
    )


def _year(corpus: Corpus, env: Environment, topic: Topic, parts: Divided, part: Part) -> str:
    return env.get_template("topic_year.md.j2").render(
        **_body(corpus, topic, part.url, part.units),
        page=part.url,
        trail=[(INDEX, TITLE), (urls.topic_url(topic.slug), topic.title)],
        topic=topic,
        part=part,
        parts=parts.beside(part),
        documents=len({u.document for u in part.units}),
        passages=sum(u.count for u in part.units),
        steps=steps(parts.parts, part, lambda p: (p.url, p.title)),
    )


def _body(corpus: Corpus, topic: Topic, page: str, units: tuple[Unit, ...]) -> dict[str, Any]:
    """What a page shows of these documents, and what it says of that to scripts and machines."""
    ordered = sorted(units, key=lambda u: corpus.position[u.document])  # stable: pieces keep their order
    ids = [i for u in ordered for i in u.ids]
    gathered = _sentences(ids)
    shown = _blocks(corpus, gathered, page)
    slugs = dict.fromkeys(slug for _, _, b in shown for slug in b.terms)
    figures = [
        f
        for passage, numbers in gathered.items()
        for f in corpus.figures[passage]
        if f.quantity.measured and (not numbers or f.sentence in numbers)
    ]
    about = frozenset(i for i in ids if i in gathered and corpus.topics.of_passage[i][0] == topic.slug)
    return {
        "shown": shown,
        "groups": list(_groups(corpus, shown, about)),
        "figures": [figure_row(corpus, f, page, anchored=False) for f in figures],
        "charts": list(charts(corpus, {f.id for f in figures})),
        "terms": [corpus.term_by_slug[s] for s in slugs],
        "linked": linked.of_topic(corpus, topic, page, ids),
        "sources": quoted(corpus, (corpus.speech_of[p].meta.id for p in gathered)),
    }


def _related(corpus: Corpus, topic: Topic, other: Topic) -> dict[str, Any]:
    """A related topic, and what the two have in common."""
    passages, terms = shared(corpus, topic.slug, other.slug)
    reason = label(f"shares {_many(passages, 'passage')}, {_many(terms, 'term')}", f"共有{passages}段、{terms}个术语")
    return {"url": urls.topic_url(other.slug), "title": other.title, "reason": reason}


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _sentences(ids: list[str]) -> dict[str, set[int]]:
    """The passages in reading order, each with its chosen sentences; none chosen is all of them."""
    chosen: dict[str, set[int]] = {}
    for ident in ids:
        number = parse_id(ident).sentence
        chosen.setdefault(passage_of(ident), set()).update({number} if number else set())
    return chosen


def _blocks(corpus: Corpus, gathered: Mapping[str, set[int]], page: str) -> list[tuple[str, Speech, Block]]:
    out: list[tuple[str, Speech, Block]] = []
    for ident, numbers in gathered.items():
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
