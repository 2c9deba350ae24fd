"""The pages of commitments: every sentence that directs or plans, as a table to be filtered.

One page while it holds them all; beyond that the newest documents on it, a list for each year, and a table for each document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from jinja2 import Environment

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.holdings import characters_of, english_of
from yuedu.pages import budget
from yuedu.pages.commitment_table import Places, commitments_on, table, topics_of
from yuedu.pages.division import Divided, Part, Unit, divide, filled, named, numbered
from yuedu.pages.labels import both as label
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.pages.steps import steps
from yuedu.pages.topic_page import INDEX, TITLE
from yuedu.pages.topic_parts import divided
from yuedu.sources.shape import Bilingual
from yuedu.text.ids import parse_id, passage_of

PAGE = urls.COMMITMENTS
INDEX_PATH = "topics/commitments/index.md"
NAME = label("Commitments", "要求与计划")


def sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """None where nothing is asked or planned."""
    corpus = shows.corpus
    if not any(c.commitments for c in corpus.cards.values()):
        return
    units = [u for s in corpus.speeches for u in _units(corpus, s.meta.id)]
    places = {t.slug: divided(corpus, t.slug).addresses() for t in corpus.topics.topics}
    parts = divide(PAGE, units, budget.LISTED, budget.LISTED - budget.YEARS)
    if parts.whole:
        yield shows.sheet(INDEX_PATH, partial(_whole, corpus, env, places), shows.everything)
        return
    listed = _listed(corpus)
    make = partial(_newest, corpus, env, places, parts, listed)
    total = sum(h.commitments for h in corpus.holdings.values())
    first = [u.document for u in parts.first]
    yield shows.sheet(INDEX_PATH, make, total, listed.years(), _shown(shows, places, parts.first), of=first)
    years = [(p.url, p.title) for p in listed.parts]
    for part in listed.parts:
        names = [(corpus.name_of_document[u.document], u) for u in part.units]
        yield shows.sheet(part.path, partial(_year, corpus, env, listed, part), years, names)
    by_document: dict[str, list[Unit]] = {}
    for unit in units:
        by_document.setdefault(unit.document, []).append(unit)
    order = list(by_document)
    for n, (document, pieces) in enumerate(by_document.items()):
        tables = numbered(urls.commitments_url(document), pieces[0].year, list(filled(pieces, budget.LISTED)))
        beside = [(d, corpus.name_of_document[d]) for d in order[max(0, n - 1) : n + 2]]
        for part in tables:
            make = partial(_document, corpus, env, places, tables, part, order)
            count = corpus.holdings[document].commitments
            what = count, len(tables), beside, _shown(shows, places, part.units)
            yield shows.sheet(part.path, make, *what, of=[document])


def _shown(shows: Shows, places: Places, units: Sequence[Unit]) -> list[object]:
    """What a table shows of these documents, and where the topics of its rows stand."""
    corpus, ids = shows.corpus, [i for u in units for i in u.ids]
    of = corpus.topics.of_passage
    where = [[places[t].get(i) or places[t].get(passage_of(i)) for t in of[passage_of(i)]] for i in ids]
    return [shows.parts(ids), shows.documents(u.document for u in units), where, topics_of(corpus)]


def _units(corpus: Corpus, document: str) -> Iterator[Unit]:
    """The commitments of a document; in pieces where they are too many for a page."""
    date, holding = corpus.speech_by_id[document].meta.date, corpus.holdings[document]
    whole = budget.rows_weight(holding.commitments, *holding.committing)
    if holding.commitments and whole <= budget.LISTED:
        yield Unit(document, date, whole, holding.commitments, corpus.cards[document].commitments)
    elif holding.commitments:
        for ident in corpus.cards[document].commitments:
            sentence = corpus, passage_of(ident), [parse_id(ident).sentence or 1]
            weight = budget.rows_weight(1, characters_of(*sentence), english_of(*sentence))
            yield Unit(document, date, weight, 1, (ident,))


def _listed(corpus: Corpus) -> Divided:
    """The documents with commitments, by year."""
    units = [
        Unit(ident, s.meta.date, budget.entry_weight(name.zh, name.en), corpus.holdings[ident].commitments)
        for s in corpus.speeches
        if corpus.holdings[ident := s.meta.id].commitments and (name := corpus.name_of_document[ident])
    ]
    return divide(PAGE, units, budget.LISTED, always=True)


def _whole(corpus: Corpus, env: Environment, places: Places) -> str:
    return table(
        corpus,
        env,
        PAGE,
        list(corpus.commitments),
        places,
        trail=[(INDEX, TITLE)],
        title=NAME,
        lede=_lede(len(corpus.commitments)),
        divided=None,
        part=None,
        steps=[],
        topics=[(t.slug, t.title) for t in corpus.topics.topics if any(t.slug in c.topics for c in corpus.commitments)],
    )


def _newest(corpus: Corpus, env: Environment, places: Places, parts: Divided, listed: Divided) -> str:
    return table(
        corpus,
        env,
        PAGE,
        commitments_on(corpus, parts.first),
        places,
        trail=[(INDEX, TITLE)],
        title=NAME,
        lede=_lede(sum(h.commitments for h in corpus.holdings.values())),
        divided=listed,
        part=None,
        steps=[],
        topics=topics_of(corpus),
        documents_here=parts.documents(parts.first),
    )


def _document(
    corpus: Corpus, env: Environment, places: Places, tables: Sequence[Part], part: Part, order: Sequence[str]
) -> str:
    document = part.units[0].document
    name, speech = corpus.name_of_document[document], corpus.speech_by_id[document]
    year = f"{PAGE}{part.group}/"
    number = f" ({part.number}/{part.of})" if part.of > 1 else ""
    n = corpus.holdings[document].commitments
    return table(
        corpus,
        env,
        part.url,
        commitments_on(corpus, part.units),
        places,
        trail=[(INDEX, TITLE), (PAGE, NAME), (year, named(part.group))],
        title=label(f"{NAME.en}: {name.en or name.zh}{number}", f"{NAME.zh}：{name.zh}{number}"),
        lede=label(
            f"The sentences of {speech.meta.title.en or speech.meta.title.zh} that direct or plan: {n}, found by rule.",
            f"{speech.meta.title.zh}中提出要求或计划的句子，共{n}句，由规则读取。",
        ),
        divided=None,
        part=part,
        parts=tables,
        steps=steps(order, document, lambda d: (urls.commitments_url(d), corpus.name_of_document[d])),
        topics=topics_of(corpus),
    )


def _year(corpus: Corpus, env: Environment, listed: Divided, part: Part) -> str:
    """The documents of a year, each with its number of commitments."""
    return env.get_template("commitments_year.md.j2").render(
        page=part.url,
        trail=[(INDEX, TITLE), (PAGE, NAME)],
        title=NAME,
        part=part,
        parts=listed.beside(part),
        entries=[
            {
                "url": urls.commitments_url(u.document),
                "title": corpus.name_of_document[u.document],
                "reason": label(f"{u.count} commitment{'' if u.count == 1 else 's'}", f"{u.count}项"),
            }
            for u in part.units
        ],
        steps=steps(listed.parts, part, lambda p: (p.url, p.title)),
    )


def _lede(count: int) -> Bilingual:
    return label(
        f"Every sentence of these speeches that directs or plans: {count}, found by rule, put right "
        "by the editor where the rule reads amiss. Who is whom the sentence itself tells to act; where it tells nobody, it is not stated, "
        "and nobody is guessed.",
        f"讲话中提出要求或计划的全部句子，共{count}句，由规则读取，有误之处由编者更正。“谁”指句中点明的主体；句中未点明的，注明未载，不作推测。",
    )
