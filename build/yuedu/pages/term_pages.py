"""The glossary: its index, and a page for each term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from yuedu import urls
from yuedu.analysis.figures import Figure
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.counted import counted
from yuedu.corpus.uses import first_and_last
from yuedu.corpus.window import document_of
from yuedu.glossary.shape import Term
from yuedu.pages import budget, glossary_by_use, linked, uses_over_time
from yuedu.pages.concordance import (
    Ids,
    Part,
    concordance_parts,
    documents_of,
    ids_of,
    lines_of,
    listed_years,
    opening,
    places_of,
    seen,
    year_sheets,
    years,
)
from yuedu.pages.engine import both
from yuedu.pages.figure_pages import figure_row
from yuedu.pages.glossary_index import index_sheets
from yuedu.pages.glossary_orders import GLOSSARY, GLOSSARY_TITLE
from yuedu.pages.labels import KINDS, basis_of
from yuedu.pages.labels import both as label
from yuedu.pages.passages import Line, reference
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.pages.uses_over_time import OverTime, over_time
from yuedu.sources.shape import Bilingual
from yuedu.sources.topics import Topic
from yuedu.text.ids import parse_id, passage_of

CHIEFLY = 2
"""A term that more topics than this name most often belongs to none of them in particular."""


def sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """The indexes and every term."""
    corpus = shows.corpus
    yield from index_sheets(shows, env)
    uses = counted(corpus)
    yield from glossary_by_use.sheets(shows, env, uses)
    for term in corpus.terms:
        held = shows.stands[term.slug]
        parts = concordance_parts(corpus, held)
        counts, over = years(parts), over_time(corpus, uses[term.slug])
        where = places_of(term, held, parts) if over else {}
        shown = opening(held)
        example, near = corpus.context_of(term), [*term.broader, *term.related]
        yield shows.sheet(
            f"glossary/{term.slug}/index.md",
            partial(_term_page, shows, env, term, parts, over),
            [shows.term(term.slug), [shows.term(s) for s in near], [*counts.items()], held.count],
            seen(shows, shown),
            [
                over,
                [(corpus.short_of[i], corpus.cards[i].meta.date) for i in (s.name for s in over) if i in corpus.cards],
                [where[s.last] for s in over if s.last],
            ],
            [shows.parts([example] if example else []), shows.parts(corpus.printed.passages(term.slug))],
            [t.slug for t in _topics(shows, term)],
            list(_speaks(corpus, term, "/")),
            list(_chiefly(shows, term, "/")),
            [(use, corpus.name_of_document[use.document]) for use in first_and_last(corpus, term.slug) or ()],
            [corpus.short_of[document_of(p)] for p in corpus.printed.passages(term.slug)],
            [corpus.short_of[document_of(example)] if example else None],
            of=[n.document for n in shown],
        )
        if parts:
            trail = [(GLOSSARY, GLOSSARY_TITLE), (urls.term_url(term.slug), term_title(term))]
            yield from year_sheets(shows, env, term, parts, trail)


def term_title(term: Term) -> Bilingual:
    """A term with its preferred rendering."""
    return Bilingual(zh=term.zh, en=term.en.preferred)


def _term_page(shows: Shows, env: Environment, term: Term, parts: Sequence[Part], over: OverTime) -> str:
    corpus, page, counts = shows.corpus, urls.term_url(term.slug), years(parts)
    held = shows.stands[term.slug]
    shown = ids_of(corpus, term.slug, opening(held))
    figures, more_figures = _figures(corpus, shown, page, whole=not counts)
    near = [corpus.term_by_slug[s] for s in dict.fromkeys([*term.broader, *term.related])]
    return env.get_template("term.md.j2").render(
        page=page,
        trail=[(GLOSSARY, GLOSSARY_TITLE)],
        term=term,
        facts=[
            *_facts(term, page),
            *_speaks(corpus, term, page),
            *_chiefly(shows, term, page),
            *_used(corpus, term, page),
        ],
        printed=_printed(corpus, term, page),
        example=_example(shows, term, page),
        renderings=list(_renderings(term)),
        documents=documents_of(shows, term.slug, shown, page),
        uses=uses_over_time.table(corpus, over, places_of(term, held, parts)) if over else None,
        years=listed_years(term, counts),
        all_lines=held.count,
        figures=figures,
        more_figures=more_figures,
        linked=linked.of_term(term, page),
        topics=[{"url": urls.topic_url(t.slug), "title": t.title} for t in _topics(shows, term)],
        related=[{"url": urls.term_url(t.slug), "title": term_title(t)} for t in near],
    )


def _topics(shows: Shows, term: Term) -> list[Topic]:
    """The topics of the passages in which it stands."""
    return [t for t in shows.corpus.topics.topics if t.slug in shows.stands[term.slug].topics]


def _example(shows: Shows, term: Term, page: str) -> Line | None:
    """The sentence, or the heading, that tells best what a term is."""
    context = shows.corpus.context_of(term)
    if context is None or context not in shows.corpus.standing[term.slug]:
        return None
    return lines_of(shows, term.slug, document_of(context), [context], page)[0]


def _printed(corpus: Corpus, term: Term, page: str) -> list[dict[str, Any]]:
    """What the glossaries printed with the documents say of the term."""
    return [
        {
            "zh": one.zh,
            "href": urls.relative(urls.part_url(one.passage), page),
            "reference": reference(corpus, one.passage),
        }
        for one in corpus.printed.get(term.slug, [])
    ]


def _facts(term: Term, page: str) -> Iterator[tuple[Bilingual, Markup]]:
    yield label("Pinyin", "拼音"), Markup('<span lang="zh-Latn-pinyin">{}</span>').format(term.pinyin)
    yield label("Traditional", "繁体"), Markup('<span lang="zh-Hant">{}</span>').format(term.zh_hant)
    kind = KINDS[term.kind]
    tag = Markup('<a href="{}">{}</a>')
    by_kind = urls.relative(f"{GLOSSARY}by-kind/#{term.kind}", page)
    yield label("Kind", "类别"), tag.format(by_kind, both(kind))
    if term.aliases:
        forms = "、".join(term.aliases)
        yield label("Also written", "又作"), Markup('<span lang="zh-Hans">{}</span>').format(forms)
    yield label("Basis of the definition", "释义依据"), both(basis_of(term))
    if term.is_system:
        href = urls.relative(urls.system_url(term.slug), page)
        link = Markup('<a href="{}">{}</a>').format(href, both(label("System profile", "系统档案")))
        yield label("Profile", "档案"), link


def _chiefly(shows: Shows, term: Term, page: str) -> Iterator[tuple[Bilingual, Markup]]:
    """The topics whose own passages name the term most often."""
    counts = shows.stands[term.slug].chiefly
    most = max(counts.values(), default=0)
    chief = [t for t in shows.corpus.topics.topics if counts[t.slug] == most]
    if 0 < len(chief) <= CHIEFLY:
        links = [
            Markup('<a href="{}">{}</a>').format(urls.relative(urls.topic_url(t.slug), page), both(t.title))
            for t in chief
        ]
        yield label("Chiefly in the topic", "主要见于专题"), Markup("<br>").join(links)


def _speaks(corpus: Corpus, term: Term, page: str) -> Iterator[tuple[Bilingual, Markup]]:
    """A person, or a body, that speaks in the documents has a page for what it said."""
    for kind, voices in (("speaker", corpus.speakers), ("office", corpus.offices)):
        if found := voices.get(term.zh):
            href = urls.relative(urls.voice_url(kind, found.slug), page)
            link = Markup('<a href="{}">{}</a>').format(href, both(found.name))
            yield label("Documents by", "讲话与文件"), link


def _used(corpus: Corpus, term: Term, page: str) -> Iterator[tuple[Bilingual, Markup]]:
    """First and last use, where the corpus is of more than one year."""
    found = first_and_last(corpus, term.slug)
    if not found or len({s.year for s in corpus.speeches if s.year}) < 2:
        return
    for name, use in ((label("First use here", "最早见于"), found[0]), (label("Last use here", "最近见于"), found[1])):
        href = urls.relative(urls.part_url(use.id), page)
        yield name, Markup('<a href="{}">{} {}</a>').format(href, both(corpus.name_of_document[use.document]), use.date)


def _renderings(term: Term) -> Iterator[dict[str, str | None]]:
    en = term.en
    yield {
        "text": en.preferred,
        "status": "preferred",
        "provenance": en.provenance,
        "reference": en.reference,
        "note": None,
    }
    for a in en.accepted:
        yield {
            "text": a.text,
            "status": "accepted",
            "provenance": a.provenance,
            "reference": a.reference,
            "note": a.note,
        }
    for v in en.avoid:
        yield {"text": v.text, "status": "avoided", "provenance": None, "reference": None, "note": v.why}


def _figures(corpus: Corpus, shown: Ids, page: str, *, whole: bool) -> tuple[list[dict[str, Any]], bool]:
    """The measured figures of the sentences shown, in reading order where all are, and whether there are more."""
    order = {s.meta.id: n for n, s in enumerate(corpus.speeches)}
    documents = sorted(shown, key=order.__getitem__) if whole else shown
    sentences = {i for document in documents for i in shown[document] if parse_id(i).passage}
    passages = dict.fromkeys(passage_of(i) for document in documents for i in shown[document] if i in sentences)
    found: list[Figure] = []
    for passage in passages:
        measured = {corpus.sentence_id(passage, n) for n in corpus.cards[document_of(passage)].measured(passage)}
        if measured.isdisjoint(sentences):
            continue  # and its document is not opened
        here = {f.id: corpus.sentence_id(passage, f.sentence) for f in corpus.figures[passage]}
        found += [f for f in corpus.figures[passage] if here[f.id] in sentences and f.quantity.measured]
        if len(found) > budget.FIGURES_OF_LINES:
            break
    kept = found[: budget.FIGURES_OF_LINES]
    return [figure_row(corpus, f, page, anchored=False) for f in kept], not whole or len(kept) < len(found)
