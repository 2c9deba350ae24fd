"""A corpus to its digest."""

from __future__ import annotations

from yuedu import urls
from yuedu.commitments.gather import Commitment
from yuedu.corpus import Corpus
from yuedu.digest import linked_shape, shape, text_shape
from yuedu.digest.synopsis_shape import Synopsis, SynopsisSentence
from yuedu.figures import Figure
from yuedu.glossary.shape import RunBy, Term
from yuedu.reviews import sha256
from yuedu.shape import Bilingual
from yuedu.speeches import Speech
from yuedu.summaries import English
from yuedu.synopses import Standing
from yuedu.text.tree import Passage


def make_digest(corpus: Corpus) -> shape.Digest:
    """The whole corpus as data, in reading order; terms and topics in the order of their files."""
    return shape.Digest(
        seeds=[text_shape.SeedRecord(file=f, sha256=h, encoding=e) for f, h, e in corpus.seeds],
        documents=[_document(corpus, s) for s in corpus.speeches],
        repairs=[r for s in corpus.speeches for r in _repairs(s)],
        front_matter=[r for s in corpus.speeches for r in _front(corpus, s)],
        sections=[r for s in corpus.speeches for r in _sections(corpus, s)],
        passages=[_passage(corpus, s, p) for s in corpus.speeches for p in s.tree.passages],
        front=_synopsis(corpus, corpus.synopses.front),
        topics=[
            linked_shape.TopicRecord(
                slug=t.slug,
                title=t.title,
                abstract=t.abstract,
                synopsis=_synopsis(corpus, corpus.synopses.topics.get(t.slug)),
                passages=list(corpus.topics.gathered[t.slug]),
                related=t.related,
                url=urls.topic_url(t.slug),
            )
            for t in corpus.topics.topics
        ],
        terms=[_term(corpus, t) for t in corpus.terms],
        figures=[_figure(corpus, f) for found in corpus.figures.values() for f in found],
        commitments=[_commitment(corpus, c) for c in corpus.commitments],
    )


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
    return repaired + remarked


def _document(corpus: Corpus, speech: Speech) -> text_shape.DocumentRecord:
    m = speech.meta
    return text_shape.DocumentRecord(
        id=m.id,
        title=m.title,
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
        seed=speech.seed,
        abstract=m.abstract,
        synopsis=_synopsis(corpus, corpus.synopses.documents.get(m.id)),
        short=m.short,
        url=urls.document_url(m.id),
    )


def _repairs(speech: Speech) -> list[text_shape.RepairRecord]:
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


def _front(corpus: Corpus, speech: Speech) -> list[text_shape.FrontRecord]:
    return [
        text_shape.FrontRecord(
            id=f.id,
            document=speech.meta.id,
            role=f.role,
            zh=f.zh,
            en=corpus.text_en(f.id),
            en_state=_state(corpus, f.id),
            source=text_shape.Span(start=f.start, end=f.end),
            notes=notes_of(speech, f.id),
        )
        for f in speech.tree.front
    ]


def _sections(corpus: Corpus, speech: Speech) -> list[text_shape.SectionRecord]:
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


def _passage(corpus: Corpus, speech: Speech, p: Passage) -> text_shape.PassageRecord:
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
        terms=[text_shape.TermSpan(slug=h.slug, start=h.start, end=h.end) for h in corpus.hits[p.id]],
        figures=[f.id for f in corpus.figures[p.id]],
        url=urls.part_url(p.id),
    )


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


def _synopsis(corpus: Corpus, standing: Standing | None) -> Synopsis | None:
    """A synopsis that a reader may see."""
    if standing is None or not standing.shown(corpus.drafts):
        return None
    s = standing.synopsis
    return Synopsis(
        state=s.state,
        drafted_by=s.drafted_by,
        reviewed_by=s.reviewed_by,
        reviewer_kind=s.reviewer_kind,
        reviewed_on=s.reviewed_on,
        sentences=[SynopsisSentence(zh=x.zh, en=x.en, stands_on=x.stands_on, topic=x.topic) for x in s.sentences],
    )


def _term(corpus: Corpus, t: Term) -> linked_shape.TermRecord:
    occurrences = [
        linked_shape.OccurrenceRecord(passage=p, sentence=corpus.sentence_at(p, h.start), start=h.start, end=h.end)
        for p, h in corpus.occurrences[t.slug]
    ]
    return linked_shape.TermRecord(
        slug=t.slug,
        zh=t.zh,
        zh_hant=t.zh_hant or t.zh,
        pinyin=t.pinyin or "",
        kind=t.kind,
        tier=t.tier,
        en=linked_shape.RenderingRecord.model_validate(t.en.model_dump()),
        definition=t.definition,
        basis=t.basis,
        basis_note=t.basis_note,
        context=corpus.context_of(t),
        aliases=t.aliases,
        related=t.related,
        broader=t.broader,
        occurrences=[o for o in occurrences if corpus.passages[o.passage].zh[o.start : o.end] in t.forms],
        also_at=[o for o in occurrences if corpus.passages[o.passage].zh[o.start : o.end] not in t.forms],
        heading_occurrences=[
            linked_shape.HeadingOccurrence(part=i, start=h.start, end=h.end) for i, h in corpus.in_headings[t.slug]
        ],
        url=urls.term_url(t.slug),
        system_url=urls.system_url(t.slug) if t.is_system else None,
        figures=t.figures,
        run_by=[_run_by(corpus, who) for who in t.run_by],
    )


def _run_by(corpus: Corpus, who: RunBy) -> linked_shape.RunByRecord:
    name = corpus.name_of(who)
    return linked_shape.RunByRecord(
        body=who.body,
        zh=name.zh or "",
        en=name.en or "",
        role=Bilingual(zh=who.role.zh, en=who.role.en),
        stands_on=who.stands_on,
    )


def _figure(corpus: Corpus, f: Figure) -> linked_shape.FigureRecord:
    q = f.quantity
    return linked_shape.FigureRecord(
        id=f.id,
        passage=f.passage,
        sentence=f.sentence,
        zh=q.zh,
        start=q.start,
        end=q.end,
        type=q.type,
        value=q.value,
        value_max=q.value_max,
        unit=Bilingual(zh=q.unit_zh or None, en=q.unit_en or None),
        currency=q.currency,
        bound=q.bound,
        period=q.period,
        status=q.status,
        measured=q.measured,
        counts=f.counts,
        en=corpus.figure_en(f),
    )


def _commitment(corpus: Corpus, c: Commitment) -> linked_shape.CommitmentRecord:
    passage = corpus.passages[c.passage]
    start, end = passage.sentences[c.sentence - 1]
    return linked_shape.CommitmentRecord(
        sentence=c.id,
        passage=c.passage,
        zh=passage.zh[start:end],
        en=corpus.sentence_en(c.passage, c.sentence),
        words=[linked_shape.DirectingWord(zh=w.zh, start=w.start, force=w.force) for w in c.words],
        who=[linked_shape.ActorRecord(zh=a.zh, en=a.en, slug=a.slug) for a in c.who],
        when=linked_shape.WhenRecord(zh=list(c.when.zh), period=c.when.period) if c.when else None,
        bodies=list(c.bodies),
        topics=list(c.topics),
        corrected=c.corrected,
        url=urls.part_url(c.id),
    )
