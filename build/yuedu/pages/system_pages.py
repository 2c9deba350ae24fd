"""The profiles of named systems: what each is, who runs it, what is reported of it and what is planned."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.window import document_of
from yuedu.glossary.shape import RunBy, Term
from yuedu.pages import budget
from yuedu.pages.concordance import Ids, fits, ids_of, lines_of, opening, seen
from yuedu.pages.empty import nothing_yet
from yuedu.pages.labels import STRANDS, basis_of
from yuedu.pages.labels import both as label
from yuedu.pages.passages import Line, reference
from yuedu.pages.reported import charts, reported
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.pages.term_pages import term_title
from yuedu.text.ids import parse_id, passage_of

SYSTEMS = "/systems/"
SYSTEMS_TITLE = label("Systems", "系统平台")


def sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """The index and every system."""
    corpus = shows.corpus
    systems = sorted((t for t in corpus.terms if t.is_system), key=lambda t: (t.tier, t.slug))
    counts = [(shows.term(t.slug), _mentions(corpus, t)) for t in systems]
    yield shows.sheet("systems/index.md", partial(_index, corpus, env, systems), counts, len(corpus.cards) > 0)
    for term in systems:
        held = shows.stands[term.slug]
        shown = opening(held)
        from_ = [who.stands_on for who in term.run_by]
        documents = dict.fromkeys(map(document_of, (*term.figures, *from_)))
        yield shows.sheet(
            f"systems/{term.slug}/index.md",
            partial(_system_page, shows, env, term),
            [shows.term(term.slug), [shows.term(w.body) for w in term.run_by if w.body], held.count],
            [seen(shows, shown), shows.documents(documents)],
            [shows.parts(term.figures), shows.parts(from_)],
            of=[n.document for n in shown],
        )


def _index(corpus: Corpus, env: Environment, systems: list[Term]) -> str:
    return env.get_template("index.md.j2").render(
        page=SYSTEMS,
        title=SYSTEMS_TITLE,
        abstract=label(
            "The named platforms and programmes: what each is, what is reported of it and what is planned.",
            "讲话提到的平台与系统：是什么、报告了什么、计划什么。",
        ),
        cards=[_system_card(corpus, t) for t in systems] if len(systems) <= budget.CARDS else [],
        terms=systems[: budget.TERMS_OF_A_LETTER] if len(systems) > budget.CARDS else [],
        further="/glossary/by-kind/system/" if len(systems) > budget.TERMS_OF_A_LETTER else None,
        empty=nothing_yet(corpus, "systems"),
    )


def _mentions(corpus: Corpus, term: Term) -> int:
    """How often it stands in passages, headings and lines."""
    said = sum(len(c.said.get(term.slug, ())) // 2 for c in corpus.cards.values())
    return said + sum(len(c.headed.get(term.slug, ())) for c in corpus.cards.values())


def _system_card(corpus: Corpus, term: Term) -> dict[str, Any]:
    n = _mentions(corpus, term)
    small = label(f"{n} mention{'' if n == 1 else 's'}", f"提及{n}次")
    abstract = label(term.definition.en, term.definition.zh)
    return {"url": urls.system_url(term.slug), "title": term_title(term), "abstract": abstract, "small": small}


def _system_page(shows: Shows, env: Environment, term: Term) -> str:
    corpus, page = shows.corpus, urls.system_url(term.slug)
    held = shows.stands[term.slug]
    shown = ids_of(corpus, term.slug, opening(held))
    found = [n for d in shown for n in lines_of(shows, term.slug, d, shown[d], page)]
    return env.get_template("system.md.j2").render(
        page=page,
        trail=[(SYSTEMS, SYSTEMS_TITLE)],
        term=term,
        basis=basis_of(term),
        groups=list(_groups(found)),
        run_by=[_run_by(corpus, who, page) for who in term.run_by],
        figures=[reported(corpus, corpus.figure_by_id[f], page) for f in term.figures],
        charts=list(charts(corpus, term.figures)),
        passages=[{"url": urls.part_url(p), "reference": reference(corpus, p)} for p in _passages(corpus, shown)],
        everywhere=None if fits(held) else held.count,
    )


def _passages(corpus: Corpus, shown: Ids) -> Iterator[str]:
    """The passages of the lines shown, in reading order of the documents."""
    for speech in corpus.speeches:
        inside = (i for i in shown.get(speech.meta.id, ()) if parse_id(i).passage)
        yield from dict.fromkeys(passage_of(i) for i in inside)


def _run_by(corpus: Corpus, who: RunBy, page: str) -> dict[str, Any]:
    return {
        "url": urls.term_url(who.body) if who.body else None,
        "name": corpus.name_of(who),
        "role": label(who.role.en, who.role.zh),
        "href": urls.relative(urls.part_url(who.stands_on), page),
        "reference": reference(corpus, who.stands_on),
    }


def _groups(found: list[Line]) -> Iterator[dict[str, Any]]:
    """By what their passages do; in each the newest documents first."""
    for strand in ("done", *(s for s in STRANDS if s != "done")):
        if group := [n for n in found if n.strand == strand]:
            yield {"strand": strand, "anchor": strand, "label": STRANDS[strand], "lines": group}
