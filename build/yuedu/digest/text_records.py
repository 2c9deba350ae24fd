"""A speech and its parts as records of the digest."""

from __future__ import annotations

from yuedu import urls
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.english import English
from yuedu.digest import text_shape
from yuedu.digest.linked_records import synopsis
from yuedu.sources.reviews import sha256
from yuedu.text.tree import Passage


def notes_of(speech: Speech, part: str) -> list[text_shape.NoteRecord]:
    """The notes beside a part: words that were repaired, and what the editor remarks."""
    repaired = [
        text_shape.NoteRecord(
            zh=f"原件作“{c.find}”，改为“{c.replace}”。{c.reason.zh}",
            en=f"The source reads “{c.find}”, corrected to “{c.replace}”. {c.reason.en}",
            kind="editor",
        )
        for c in (p.correction for p in speech.placed if p.part == part)
    ]
    remarked = [
        text_shape.NoteRecord(zh=n.zh, en=n.en, kind=n.kind, quote=n.quote) for n in speech.notes if n.passage == part
    ]
    lines = {f.id: f.zh for f in speech.tree.front}
    noted = [
        text_shape.NoteRecord(zh=lines[n.line], en=None, kind="source", quote=n.mark)
        for n in speech.tree.notes
        if n.passage == part
    ]
    return repaired + remarked + noted


def document(corpus: Corpus, speech: Speech) -> text_shape.DocumentRecord:
    m = speech.meta
    return text_shape.DocumentRecord(
        id=m.id,
        title=m.title,
        subtitle=m.subtitle,
        speaker=m.speaker,
        office=m.office,
        issuer=m.issuer,
        addressees=m.addressees,
        signatory=m.signatory,
        occasion=m.occasion,
        date=m.date,
        date_basis=m.date_basis,
        number=m.number,
        part_of=m.part_of,
        follows=m.follows,
        seed=speech.seed,
        abstract=m.abstract,
        synopsis=synopsis(corpus, corpus.synopses.documents.get(m.id)),
        short=m.short,
        period=m.period,
        proposed=[*m.proposed],
        url=urls.document_url(m.id),
    )


def repairs(speech: Speech) -> list[text_shape.RepairRecord]:
    reasons = {p.repair: p.correction.reason for p in speech.placed}
    return [
        text_shape.RepairRecord(
            seed=speech.seed,
            document=speech.meta.id,
            kind=r.kind,
            start=r.start,
            end=r.end,
            before=r.before,
            after=r.after,
            reason=reasons.get(r),
        )
        for r in speech.repairs
    ]


def front_matter(corpus: Corpus, speech: Speech) -> list[text_shape.FrontRecord]:
    return [
        text_shape.FrontRecord(
            id=f.id,
            document=speech.meta.id,
            role=f.role,
            kind=f.kind,
            zh=f.zh,
            en=corpus.text_en(f.id),
            en_state=_state(corpus, f.id),
            source=text_shape.Span(start=f.start, end=f.end),
            notes=notes_of(speech, f.id),
        )
        for f in speech.tree.front
    ]


def sections(corpus: Corpus, speech: Speech) -> list[text_shape.SectionRecord]:
    return [
        text_shape.SectionRecord(
            id=s.id,
            document=speech.meta.id,
            parent=s.parent,
            label=s.label,
            title=corpus.section_title(s.id),
            en_state=_state(corpus, s.id),
            source=text_shape.Span(start=s.place[0], end=s.place[1]) if s.place else None,
        )
        for s in speech.tree.sections
    ]


def _state(corpus: Corpus, ident: str) -> text_shape.State | None:
    """The state of a heading's or a line's English that a reader may see."""
    english = corpus.english.get(ident)
    return english.summary.state if english and english.shown(corpus.drafts) else None


def passage(corpus: Corpus, speech: Speech, p: Passage) -> text_shape.PassageRecord:
    english = corpus.english.get(p.id)
    translated = (
        [text_shape.NoteRecord(zh=n.zh, en=n.en, kind="translator") for n in english.summary.notes] if english else []
    )
    return text_shape.PassageRecord(
        id=p.id,
        document=speech.meta.id,
        section=p.section,
        strand=speech.strand_of(p.id),
        zh=p.zh,
        source=text_shape.Source(start=p.start, end=p.end, sha256=sha256(p.zh)),
        emphasis=[text_shape.Span(start=a, end=b) for a, b in p.emphasis],
        sentences=[text_shape.Span(start=a, end=b) for a, b in p.sentences],
        en=_english(english) if english and english.shown(corpus.drafts) else None,
        notes=notes_of(speech, p.id) + translated,
        topics=list(corpus.topics.of_passage[p.id]),
        filed=_filed(corpus, p.id),
        terms=[text_shape.TermSpan(slug=h.slug, start=h.start, end=h.end) for h in corpus.hits[p.id]],
        figures=[f.id for f in corpus.figures[p.id]],
        url=urls.part_url(p.id),
    )


def _filed(corpus: Corpus, passage: str) -> text_shape.FiledRecord | None:
    filed = corpus.topics.filed.get(passage)
    return text_shape.FiledRecord(by=filed.by, score=filed.score) if filed else None


def _english(english: English) -> text_shape.EnglishRecord:
    s = english.summary
    return text_shape.EnglishRecord(
        segments=[text_shape.SegmentRecord(text=g.text, stands_on=g.stands_on) for g in s.segments],
        omitted=[text_shape.OmissionRecord(sentence=o.sentence, reason=o.reason) for o in s.omitted],
        state=s.state,
        drafted_by=s.drafted_by,
        reviewed_by=s.reviewed_by,
        reviewer_kind=s.reviewer_kind,
        reviewed_on=s.reviewed_on,
    )
