"""A passage as a block of a page: its reference, its Chinese with marks, its English or why there is none, its notes.

The order that each sentence carries weaves the two languages together on a screen with room for one column.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.digest.text_records import notes_of
from yuedu.digest.text_shape import NoteRecord
from yuedu.pages.chinese import Mark, disjoint, figure_mark, marked, term_mark
from yuedu.pages.credits import credit
from yuedu.pages.spoken import spoken_value
from yuedu.sources.shape import Bilingual
from yuedu.sources.summaries import Segment
from yuedu.text.ids import parse_id
from yuedu.text.tree import Passage


@dataclass(frozen=True, slots=True)
class Reference:
    """How something is called in a line: whose words, and the numbers of the place."""

    name: Bilingual
    place: str


@dataclass(frozen=True, slots=True)
class Block:
    """A passage, or some of its sentences, ready for a template. `id` is None where only sentences are shown."""

    id: str | None
    href: str
    reference: Reference
    where: Bilingual | None
    where_draft: bool
    zh: Markup
    en: Markup | None
    state: str
    problem: str | None
    credit: Bilingual | None
    notes: list[NoteRecord]
    terms: list[str]
    by_rule: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or a heading, with the words it is quoted for; `strand` says what its passage does."""

    ident: str
    href: str
    reference: Reference
    strand: str
    document: str
    zh: Markup
    en: str | None
    draft: bool


def reference(corpus: Corpus, ident: str) -> Reference:
    """How a part or a sentence is called: Wang 王曦 2.4 ¶3 s2."""
    ref = parse_id(ident)
    places = (
        ".".join(map(str, ref.section)),
        f"¶{ref.passage}" if ref.passage else "",
        f"s{ref.sentence}" if ref.sentence else "",
    )
    return Reference(corpus.short_of[ref.document], " ".join(filter(None, places)))


def block(corpus: Corpus, passage: Passage, page: str, only: Collection[int] = ()) -> Block:
    """A whole passage, or only the sentences with these numbers, as it stands on `page`."""
    marks, terms = _marks(corpus, passage, page, only)
    english = corpus.english.get(passage.id)
    shown = english if english and english.shown(corpus.drafts) else None
    whole = not only
    return Block(
        id=passage.id if whole else None,
        href=urls.relative(urls.part_url(passage.id), page),
        reference=reference(corpus, passage.id),
        where=_where(corpus, passage),
        where_draft=passage.section is not None and corpus.is_draft(passage.section),
        zh=_chinese(passage, marks, only),
        en=_english(shown.summary.segments, _english_marks(corpus, passage), only) if shown else None,
        state=english.state if english else "missing",
        problem=english.problem if english else None,
        credit=credit(shown.summary, shown.state) if shown else None,
        notes=[n for n in notes_of(corpus.speech_of[passage.id], passage.id) if _is_about(n, passage, only)]
        + [
            NoteRecord(zh=n.zh, en=n.en, kind="translator")
            for n in (shown.summary.notes if shown else [])
            if not only or not n.about or set(n.about) & set(only)
        ],
        terms=terms,
        by_rule=(filed := corpus.topics.filed.get(passage.id)) is not None and filed.by == "rule",
    )


def heading_line(corpus: Corpus, part: str, page: str, marks: list[Mark]) -> Line:
    """A heading or a line of front matter as a line on `page`; it has the strand of what follows it."""
    speech = corpus.speech_of[part]
    zh = (corpus.sections[part].title if part in corpus.sections else corpus.front[part].zh) or ""
    return Line(
        ident=part,
        href=urls.relative(urls.part_url(part), page),
        reference=reference(corpus, part),
        strand=speech.strand_of(part),
        document=speech.meta.id,
        zh=marked(zh, 0, len(zh), marks),
        en=corpus.text_en(part),
        draft=corpus.is_draft(part),
    )


def line(corpus: Corpus, passage: str, number: int, page: str, marks: list[Mark]) -> Line:
    """One sentence of a passage as a line on `page`."""
    text, speech = corpus.passages[passage], corpus.speech_of[passage]
    ident = corpus.sentence_id(passage, number)
    return Line(
        ident=ident,
        href=urls.relative(urls.part_url(ident), page),
        reference=reference(corpus, ident),
        strand=speech.strand_of(passage),
        document=speech.meta.id,
        zh=marked(text.zh, *text.sentences[number - 1], marks),
        en=corpus.sentence_en(passage, number),
        draft=corpus.is_draft(passage),
    )


def _where(corpus: Corpus, passage: Passage) -> Bilingual | None:
    return corpus.section_title(passage.section) if passage.section else None


def _marks(corpus: Corpus, passage: Passage, page: str, only: Collection[int]) -> tuple[list[Mark], list[str]]:
    """Term links at each term's first occurrence in what is shown, and every figure; and the terms, in order."""
    first: dict[str, Mark] = {}
    for hit in corpus.hits[passage.id]:
        if hit.slug not in first and (not only or corpus.sentence_at(passage.id, hit.start) in only):
            href = urls.relative(urls.term_url(hit.slug), page)
            first[hit.slug] = term_mark(hit.start, hit.end, hit.slug, href)
    figures = [
        figure_mark(f.quantity.start, f.quantity.end, f, spoken=spoken_value(f.quantity))
        for f in corpus.figures[passage.id]
    ]
    return disjoint([*first.values(), *figures]), list(first)


def _chinese(passage: Passage, marks: list[Mark], only: Collection[int]) -> Markup:
    out: list[str] = []
    skipped = False
    for number, (start, end) in enumerate(passage.sentences, 1):
        if only and number not in only:
            skipped = True
            continue
        if only and skipped:
            out.append('<span class="yd-gap">…… </span>')
        skipped = False
        inside = marked(passage.zh, start, end, marks, passage.emphasis)
        where = f'id="{passage.id}.s{number}" data-s="{number}" style="order:{2 * number}"'
        out.append(f'<span class="yd-s" {where}>{inside}</span>')
    return Markup("".join(out))


def _is_about(note: NoteRecord, passage: Passage, only: Collection[int]) -> bool:
    """Whether a note belongs beside these sentences: the one that holds its quotation, else any."""
    at = passage.zh.find(note.quote) if note.quote else -1
    if not only or at < 0:
        return True
    return next(n for n, (_, end) in enumerate(passage.sentences, 1) if at < end) in only


def _english_marks(corpus: Corpus, passage: Passage) -> list[Mark]:
    """The figures of a passage where its English says them."""
    places = corpus.carried.get(passage.id, {})
    return disjoint(
        figure_mark(*places[f.id], f, spoken=spoken_value(f.quantity))
        for f in corpus.figures[passage.id]
        if f.id in places
    )


def _english(segments: Sequence[Segment], marks: Sequence[Mark], only: Collection[int]) -> Markup:
    """Segments as they stand in the joined text, in which the marks have their places."""
    text, out, end = " ".join(s.text for s in segments), [], -1
    for segment in segments:
        start, end = end + 1, end + 1 + len(segment.text)
        if only and not set(segment.stands_on) & set(only):
            continue
        numbers = " ".join(map(str, segment.stands_on))
        where = f'data-s="{numbers}" style="order:{2 * min(segment.stands_on) - 1}"'
        out.append(f'<span class="yd-s" {where}>{marked(text, start, end, marks)}</span>')
    return Markup(" ".join(out))
