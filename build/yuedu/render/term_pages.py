"""The glossary: its index, a page for each term, and a profile for each named system."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from yuedu import urls
from yuedu.corpus import Corpus
from yuedu.glossary.shape import RunBy, Term
from yuedu.render import linked
from yuedu.render.engine import both
from yuedu.render.figure_pages import figure_row
from yuedu.render.glossary_index import GLOSSARY, GLOSSARY_TITLE, index_pages
from yuedu.render.labels import KINDS, STRANDS, basis_of, strand_label
from yuedu.render.labels import both as label
from yuedu.render.passages import Line, lines, reference
from yuedu.render.reported import charts, reported
from yuedu.shape import Bilingual

SYSTEMS = "/systems/"
SYSTEMS_TITLE = label("Systems", "系统平台")


def pages(corpus: Corpus, env: Environment) -> Iterator[tuple[str, str]]:
    """Path under docs/ and text, for the indexes, every term and every system."""
    yield from index_pages(corpus, env)
    for term in corpus.terms:
        yield f"glossary/{term.slug}/index.md", _term_page(corpus, env, term)
    systems = sorted((t for t in corpus.terms if t.is_system), key=lambda t: (t.tier, t.slug))
    yield (
        "systems/index.md",
        env.get_template("index.md.j2").render(
            page=SYSTEMS,
            title=SYSTEMS_TITLE,
            abstract=label(
                "The named platforms and programmes: what each is, what is reported of it and what is planned.",
                "讲话提到的平台与系统：是什么、报告了什么、计划什么。",
            ),
            cards=[_system_card(corpus, t) for t in systems],
        ),
    )
    for term in systems:
        yield f"systems/{term.slug}/index.md", _system_page(corpus, env, term)


def _title(term: Term) -> Bilingual:
    return Bilingual(zh=term.zh, en=term.en.preferred)


def _system_card(corpus: Corpus, term: Term) -> dict[str, Any]:
    n = len(corpus.occurrences[term.slug]) + len(corpus.in_headings[term.slug])
    small = label(f"{n} mention{'' if n == 1 else 's'}", f"提及{n}次")
    abstract = label(term.definition.en, term.definition.zh)
    return {"url": urls.system_url(term.slug), "title": _title(term), "abstract": abstract, "small": small}


def _term_page(corpus: Corpus, env: Environment, term: Term) -> str:
    page = urls.term_url(term.slug)
    passages = {p for p, _ in corpus.occurrences[term.slug]}
    slugs = {slug for p in passages for slug in corpus.topics.of_passage[p]}
    used = [t for t in corpus.topics.topics if t.slug in slugs]
    by_document: dict[str, list[Line]] = {}
    for found_line in lines(corpus, term.slug, page):
        by_document.setdefault(found_line.document, []).append(found_line)
    near = [corpus.term_by_slug[s] for s in dict.fromkeys([*term.broader, *term.related])]
    return env.get_template("term.md.j2").render(
        page=page,
        trail=[(GLOSSARY, GLOSSARY_TITLE)],
        term=term,
        facts=list(_facts(term, page)),
        example=_example(corpus, term, page),
        renderings=list(_renderings(term)),
        documents=[
            {"id": s.meta.id, "title": s.name, "lines": by_document[s.meta.id]}
            for s in corpus.speeches
            if s.meta.id in by_document
        ],
        figures=_figures(corpus, term, page),
        linked=linked.of_term(term, page),
        topics=[{"url": urls.topic_url(t.slug), "title": t.title} for t in used],
        related=[{"url": urls.term_url(t.slug), "title": _title(t)} for t in near],
    )


def _example(corpus: Corpus, term: Term, page: str) -> Line | None:
    """The sentence, or the heading, that tells best what a term is."""
    context = corpus.context_of(term)
    return next((n for n in lines(corpus, term.slug, page) if n.ident == context), None)


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


def _system_page(corpus: Corpus, env: Environment, term: Term) -> str:
    page = urls.system_url(term.slug)
    found = lines(corpus, term.slug, page)
    return env.get_template("system.md.j2").render(
        page=page,
        trail=[(SYSTEMS, SYSTEMS_TITLE)],
        term=term,
        basis=basis_of(term),
        groups=list(_groups(found)),
        run_by=[_run_by(corpus, who, page) for who in term.run_by],
        figures=[reported(corpus, corpus.figure_by_id[f], page) for f in term.figures],
        charts=list(charts(corpus, term.figures)),
        passages=[
            {"url": urls.part_url(p), "reference": reference(corpus, p)}
            for p in dict.fromkeys(p for p, _ in corpus.occurrences[term.slug])
        ],
    )


def _run_by(corpus: Corpus, who: RunBy, page: str) -> dict[str, Any]:
    return {
        "url": urls.term_url(who.body) if who.body else None,
        "name": corpus.name_of(who),
        "role": label(who.role.en, who.role.zh),
        "href": urls.relative(urls.part_url(who.stands_on), page),
        "reference": reference(corpus, who.stands_on),
    }


def _figures(corpus: Corpus, term: Term, page: str) -> list[dict[str, Any]]:
    """The measured figures of the sentences in which a term stands."""
    sentences = {(p, corpus.sentence_at(p, h.start)): None for p, h in corpus.occurrences[term.slug]}
    return [
        figure_row(corpus, f, page, anchored=False)
        for passage in dict.fromkeys(p for p, _ in sentences)
        for f in corpus.figures[passage]
        if (passage, f.sentence) in sentences and f.quantity.measured
    ]


def _groups(found: list[Line]) -> Iterator[dict[str, Any]]:
    years = sorted({n.year or 0 for n in found})
    for strand in ("done", *(s for s in STRANDS if s != "done")):
        for year in years:
            group = [n for n in found if n.strand == strand and (n.year or 0) == year]
            if group:
                anchor = strand if len(years) == 1 else f"{strand}-{year}"
                yield {"strand": strand, "anchor": anchor, "label": strand_label(strand, year or None), "lines": group}
