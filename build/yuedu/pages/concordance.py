"""Every line in which a term stands: whole on the term's page while it fits, else the newest there and all of them by year.

Which pages there are rests on the numbers of the lines alone; a page reads no document but those whose lines it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.glossary.shape import Term
from yuedu.pages import budget, division
from yuedu.pages.chinese import found_mark, marked
from yuedu.pages.labels import both as label
from yuedu.pages.passages import Line, reference
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.pages.steps import steps
from yuedu.parts.stands import Held
from yuedu.sources.shape import Bilingual

Ids = Mapping[str, Sequence[str]]
"""Document → the ids of its headings, then of its sentences, in which a term stands."""
Trail = list[tuple[str, Bilingual]]


@dataclass(frozen=True, slots=True)
class Lines:
    """Some of the lines of a document: from `first` to before `last`; `shown`: a hash of all of them."""

    document: str
    first: int
    last: int
    shown: int

    @property
    def weight(self) -> int:
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Part:
    """A page of the concordance of one year."""

    year: str
    number: int
    lines: tuple[Lines, ...]


def fits(held: Held) -> bool:
    """Whether all of them stand on the term's page."""
    return held.count <= budget.LINES


def opening(held: Held) -> tuple[Lines, ...]:
    """What stands on the page of the term itself: all lines, or those of the newest documents."""
    return next(division.filled(_cut(held), budget.LINES), ())


def _cut(held: Iterable[tuple[str, int, int]]) -> Iterator[Lines]:
    for document, lines, shown in held:
        for first in range(0, lines, budget.LINES):
            yield Lines(document, first, min(first + budget.LINES, lines), shown)


def ids_of(corpus: Corpus, slug: str, lines: Iterable[Lines]) -> dict[str, Sequence[str]]:
    """The ids of these lines, by document."""
    return {n.document: corpus.cards[n.document].standing(slug)[n.first : n.last] for n in lines}


def seen(shows: Shows, lines: Sequence[Lines]) -> list[object]:
    """What a page shows of these lines: whoever changes another line of their documents makes it again, too."""
    return [lines, shows.documents(n.document for n in lines)]


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


def concordance_parts(corpus: Corpus, held: Held) -> list[Part]:
    """The pages of the years, the newest first; none where all lines stand on the term's page.

    A year's parts are filled from its oldest document on, so that a new document moves no line of another part.
    """
    if fits(held):
        return []
    by_year: dict[str, list[tuple[str, int, int]]] = {}
    for entry in reversed([*held]):
        by_year.setdefault(division.year_of(corpus.cards[entry[0]].meta.date), []).append(entry)
    return [
        Part(year, number, lines)
        for year in division.newest_years({*by_year})
        for number, lines in reversed([*enumerate(division.filled(_cut(by_year[year]), budget.LINES), 1)])
    ]


def part_url(term: Term, part: Part) -> str:
    """`/glossary/shuzizhengfu/2021/`, and `/2/` below it for its second part."""
    return division.address(f"{urls.term_url(term.slug)}{part.year}/", part.number)


def places_of(term: Term, held: Held, parts: Sequence[Part]) -> dict[str, str]:
    """Document → where its lines stand, the first of them: on the term's page, or on that of a year where it has pages."""
    page = urls.term_url(term.slug)
    if not parts:
        return {document: f"{page}#in-{document}" for document in held.documents}
    ordered = sorted(parts, key=lambda p: p.number, reverse=True)
    return {n.document: part_url(term, part) for part in ordered for n in part.lines}


def years(parts: Sequence[Part]) -> dict[str, int]:
    """The years with the number of their lines, the newest first."""
    counts: dict[str, int] = {}
    for part in parts:
        counts[part.year] = counts.get(part.year, 0) + sum(n.weight for n in part.lines)
    return counts


def listed_years(term: Term, counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """The same for the navigation above a concordance."""
    return [division.listed_year(year, f"{urls.term_url(term.slug)}{year}/", count) for year, count in counts.items()]


def year_sheets(shows: Shows, env: Environment, term: Term, parts: Sequence[Part], trail: Trail) -> Iterator[Sheet]:
    """Each page of the years."""
    counts = [*years(parts).items()]
    common = shows.hash(shows.term(term.slug), counts, [p.number for p in parts])
    for n, part in enumerate(parts):
        yield shows.sheet(
            f"{part_url(term, part).strip('/')}/index.md",
            partial(_year_page, shows, env, term, parts, trail, part),
            [common, n],
            seen(shows, part.lines),
            of=[n.document for n in part.lines],
        )


def _year_page(shows: Shows, env: Environment, term: Term, parts: Sequence[Part], trail: Trail, part: Part) -> str:
    page = part_url(term, part)
    shown = ids_of(shows.corpus, term.slug, reversed(part.lines))
    siblings = [p for p in parts if p.year == part.year]
    return env.get_template("concordance.md.j2").render(
        page=page,
        trail=trail,
        term=term,
        year=division.named(part.year),
        counts=_told(sum(map(len, shown.values())), len(shown)),
        years=listed_years(term, years(parts)),
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
