"""Every line in which a term stands: whole on the term's page while it fits, else the newest there and all of them by year.

Which pages there are rests on the ids of the lines alone; a page reads no document but those whose lines it shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.commitments.gather import sentence_id
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.naming import newest_first
from yuedu.glossary.shape import Term
from yuedu.pages import budget, division
from yuedu.pages.chinese import found_mark, marked
from yuedu.pages.division import Unit
from yuedu.pages.labels import both as label
from yuedu.pages.passages import Line, reference
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.pages.steps import steps
from yuedu.sources.shape import Bilingual

Ids = Mapping[str, Sequence[str]]
"""Document → the ids of its headings, then of its sentences, in which a term stands."""
Trail = list[tuple[str, Bilingual]]


@dataclass(frozen=True, slots=True)
class Part:
    """A page of the concordance of one year."""

    year: str
    number: int
    pieces: tuple[Unit, ...]


def lines_by_document(corpus: Corpus, order: Sequence[str], slug: str) -> dict[str, list[str]]:
    """Document → the ids of its lines, the documents in `order`."""
    found = {}
    for document in order:
        card = corpus.cards[document]
        ids = [*dict.fromkeys(card.headed.get(slug, ())), *dict.fromkeys(sentence_id(*p) for p in card.places(slug))]
        if ids:
            found[document] = ids
    return found


def newest_order(corpus: Corpus) -> list[str]:
    """The ids of the documents, the newest first."""
    return [s.meta.id for s in newest_first(corpus.speeches)]


def fits(ids: Ids) -> bool:
    """Whether all of them stand on the term's page."""
    return sum(map(len, ids.values())) <= budget.LINES


def opening(ids: Ids) -> dict[str, list[str]]:
    """What stands on the page of the term itself: all lines, or those of the newest documents."""
    pieces = next(division.filled(division.pieces(ids, budget.LINES), budget.LINES), ())
    return {p.document: list(p.ids) for p in pieces}


def lines_of(shows: Shows, slug: str, document: str, idents: Sequence[str], page: str) -> list[Line]:
    """Lines of a document with the term marked."""
    there = shows.lines(document, slug)
    return [_line(shows.corpus, ident, there[ident], page) for ident in idents]


def _line(corpus: Corpus, ident: str, words: tuple[str, tuple[tuple[int, int], ...]], page: str) -> Line:
    zh, places = words
    passage, _, number = ident.rpartition(".s")
    part = passage if passage in corpus.topics.of_passage else ident
    speech = corpus.speech_of[ident]
    return Line(
        ident=ident,
        href=urls.relative(urls.part_url(ident), page),
        reference=reference(corpus, ident),
        strand=speech.strand_of(part),
        document=speech.meta.id,
        zh=marked(zh, 0, len(zh), [found_mark(*place) for place in places]),
        en=corpus.sentence_en(part, int(number)) if part == passage else corpus.text_en(part),
        draft=corpus.is_draft(part),
    )


def documents_of(shows: Shows, slug: str, ids: Ids, page: str) -> list[dict[str, Any]]:
    """Documents with their lines, for a template."""
    names = shows.corpus.name_of_document
    return [
        {"id": document, "title": names[document], "lines": lines_of(shows, slug, document, inside, page)}
        for document, inside in ids.items()
    ]


def concordance_parts(corpus: Corpus, ids: Ids) -> list[Part]:
    """The pages of the years, the newest first; none where all lines stand on the term's page.

    A year's parts are filled from its oldest document on, so that a new document moves no line of another part.
    """
    if fits(ids):
        return []
    years = {s.meta.id: division.year_of(s.meta.date) for s in corpus.speeches}
    by_year: dict[str, dict[str, Sequence[str]]] = {}
    for document, inside in reversed([*ids.items()]):
        by_year.setdefault(years[document], {})[document] = inside
    return [
        Part(year, number, pieces)
        for year in division.newest_years({*by_year})
        for number, pieces in reversed(
            [*enumerate(division.filled(division.pieces(by_year[year], budget.LINES), budget.LINES), 1)]
        )
    ]


def part_url(term: Term, part: Part) -> str:
    """`/glossary/shuzizhengfu/2021/`, and `/2/` below it for its second part."""
    return division.address(f"{urls.term_url(term.slug)}{part.year}/", part.number)


def years_of(term: Term, parts: Sequence[Part]) -> list[dict[str, Any]]:
    """The years with the number of their lines, for the navigation above a concordance."""
    counts: dict[str, int] = {}
    for part in parts:
        counts[part.year] = counts.get(part.year, 0) + sum(p.count for p in part.pieces)
    return [division.listed_year(year, f"{urls.term_url(term.slug)}{year}/", count) for year, count in counts.items()]


def year_sheets(
    shows: Shows, env: Environment, term: Term, ids: Ids, parts: Sequence[Part], trail: Trail
) -> Iterator[Sheet]:
    """Each page of the years."""
    years = shows.hash(years_of(term, parts), shows.term(term.slug))
    for n, part in enumerate(parts):
        shown = {p.document: p.ids for p in reversed(part.pieces)}
        siblings = [p.number for p in parts if p.year == part.year]
        beside = [(p.year, p.number) for p in parts[max(0, n - 1) : n + 2]]
        yield shows.sheet(
            f"{part_url(term, part).strip('/')}/index.md",
            partial(_year_page, shows, env, term, ids, parts, trail, part),
            [years, siblings, beside],
            [shows.parts(i for inside in shown.values() for i in inside), shows.documents(shown)],
            of=shown,
        )


def _year_page(
    shows: Shows, env: Environment, term: Term, ids: Ids, parts: Sequence[Part], trail: Trail, part: Part
) -> str:
    page = part_url(term, part)
    shown = {p.document: p.ids for p in reversed(part.pieces)}
    siblings = [p for p in parts if p.year == part.year]
    return env.get_template("concordance.md.j2").render(
        page=page,
        trail=trail,
        term=term,
        year=division.named(part.year),
        counts=_told(sum(map(len, shown.values())), len(shown)),
        years=years_of(term, parts),
        here=part.year,
        parts=division.in_parts(f"{urls.term_url(term.slug)}{part.year}/", len(siblings)),
        documents=documents_of(shows, term.slug, shown, page),
        steps=steps(parts, part, lambda p: (part_url(term, p), _title(p))),
    )


def _told(lines: int, documents: int) -> Bilingual:
    return label(
        f"{lines} sentence{'' if lines == 1 else 's'} and headings of {documents} document{'' if documents == 1 else 's'}"
        if lines > 1
        else "1 line of 1 document",
        f"{documents}份文件中的{lines}处",
    )


def _title(part: Part) -> Bilingual:
    year = division.named(part.year)
    return year if part.number == 1 else label(f"{year.en}, part {part.number}", f"{year.zh}（{part.number}）")
