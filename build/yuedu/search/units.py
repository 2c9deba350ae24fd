"""What can be found: terms, topics, documents, headings, passages; what hangs on a document comes of its records alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from yuedu.digest.linked_shape import FigureRecord, TermRecord, TopicRecord
from yuedu.digest.shape import Digest
from yuedu.digest.synopsis_shape import Synopsis
from yuedu.digest.text_shape import DocumentRecord, FrontRecord, PassageRecord, SectionRecord
from yuedu.text.pinyin import pinyin_name, typed
from yuedu.text.tree import headed

Kind = Literal["term", "topic", "document", "heading", "line", "passage"]
R = TypeVar("R", SectionRecord, FrontRecord, PassageRecord)


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing to be found. `shown` is what a reader's browser needs to draw it, as JSON; `facets` are its filters."""

    kind: Kind
    zh: str
    en: tuple[str, ...]
    figures: tuple[str, ...]
    facets: tuple[str, ...]
    shown: list[Any]


@dataclass(frozen=True, slots=True)
class Records:
    """What the digest says of one document."""

    document: DocumentRecord
    sections: Sequence[SectionRecord]
    front_matter: Sequence[FrontRecord]
    passages: Sequence[PassageRecord]
    figures: Sequence[FigureRecord]


def records(digest: Digest) -> Iterator[Records]:
    """The digest, document by document."""
    sections, front, passages = (
        _by_document(digest.sections),
        _by_document(digest.front_matter),
        _by_document(digest.passages),
    )
    figures: dict[str, list[FigureRecord]] = {}
    for figure in digest.figures:
        figures.setdefault(figure.passage, []).append(figure)
    for d in digest.documents:
        own = passages.get(d.id, [])
        stated = [f for p in own for f in figures.get(p.id, ())]
        yield Records(d, sections.get(d.id, []), front.get(d.id, []), own, stated)


def _by_document(rows: Sequence[R]) -> dict[str, list[R]]:
    out: dict[str, list[R]] = {}
    for row in rows:
        out.setdefault(row.document, []).append(row)
    return out


def document_units(given: Records) -> Iterator[Unit]:
    """A document, its headings and lines of front matter, its passages."""
    document = given.document
    yield _document(document)
    headings = {s.id: s for s in given.sections}
    for section in given.sections:
        title = section.title
        shown: list[Any] = [section.id, headed(section.label, title.zh), title.en or ""]
        yield Unit("heading", title.zh or "", (title.en or "",), (), _facets(document, ()), shown)
    for line in given.front_matter:
        if line.role != "furniture":
            shown = [line.id, line.zh, line.en]
            yield Unit("line", line.zh, (line.en or "",), (), _facets(document, ()), shown)
    figures: dict[str, list[Any]] = {}
    for f in given.figures:
        counts = [f.counts.zh or "", f.counts.en or ""]
        row = [f.start, f.end, f.value, f.type, f.unit.en or f.unit.zh or "", f.currency or "", f.bound, *counts]
        figures.setdefault(f.passage, []).append(row)
    for passage in given.passages:
        above = headings[passage.section].title if passage.section else None
        under = [above.zh or "", above.en or ""] if above else ["", ""]
        yield _passage(passage, document, under, figures.get(passage.id, []))


def collection_units(terms: Iterable[TermRecord], topics: Iterable[TopicRecord]) -> Iterator[Unit]:
    """Terms and topics, which belong to no document."""
    for t in terms:
        names = [t.zh, *t.aliases]
        english = (t.en.preferred, *(a.text for a in t.en.accepted), t.definition.en)
        zh = "\n".join([*names, t.definition.zh])
        yield Unit("term", zh, english, (), (), [t.slug, t.definition.zh, t.definition.en])
    yield from map(_topic, topics)


def _topic(topic: TopicRecord) -> Unit:
    title, abstract = topic.title, topic.abstract
    told = _told(topic.synopsis)
    zh = "\n".join([title.zh or "", abstract.zh or "", *(z for z, _ in told)])
    english = (title.en or "", abstract.en or "", *(e for _, e in told))
    shown = [topic.slug, [title.zh, title.en], [abstract.zh, abstract.en], told]
    return Unit("topic", zh, english, (), (f"topic:{topic.slug}",), shown)


def _document(d: DocumentRecord) -> Unit:
    told, named = _told(d.synopsis), _named(d)
    title = [d.title.zh or "", d.title.en or ""]
    zh = "\n".join([title[0], *(z for z, _, _ in named), d.number or "", d.abstract.zh or "", *(z for z, _ in told)])
    english = (
        title[1],
        *(e for _, e, _ in named),
        *(s for _, _, s in named),
        d.abstract.en or "",
        *(e for _, e in told),
    )
    shown = [d.id, title, [d.abstract.zh or "", d.abstract.en or ""], told, named]
    return Unit("document", zh, english, (), _facets(d, ()), shown)


def _named(d: DocumentRecord) -> list[list[str]]:
    """Who speaks, as what, and who issues it: the Chinese, the English, and a name in one word as pinyin is typed.

    A speaker without English has pinyin: 孟凡利, Meng Fanli, mengfanli; 吕逸, Lü Yi, lvyi luyi.
    """
    named = []
    if d.speaker and d.speaker.zh:
        spelled = pinyin_name(d.speaker.zh)
        named.append([d.speaker.zh, d.speaker.en or spelled or "", " ".join(typed(d.speaker.en or spelled or ""))])
    return named + [[part.zh or "", part.en or "", ""] for part in (d.office, d.issuer) if part]


def _told(synopsis: Synopsis | None) -> list[list[str]]:
    return [[s.zh, s.en] for s in synopsis.sentences] if synopsis else []


def _passage(p: PassageRecord, document: DocumentRecord, under: list[str], figures: list[Any]) -> Unit:
    segments = p.en.segments if p.en else []
    values = tuple(v for f in figures for v in [f[2]])
    shown = [
        p.id,
        [document.short.zh or "", document.short.en or ""],
        under,
        p.zh,
        [s.end for s in p.sentences],
        [[s.text, s.stands_on] for s in segments],
        figures,
        p.topics[0],
        p.strand,
    ]
    return Unit("passage", p.zh, tuple(s.text for s in segments), values, _facets(document, p.topics), shown)


def _facets(document: DocumentRecord, topics: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    year = (f"year:{document.date[:4]}",) if document.date else ()
    return (f"doc:{document.id}", *year, *(f"topic:{t}" for t in topics))
