"""What links the speeches as records of the digest: terms, figures, commitments, synopses."""

from __future__ import annotations

from yuedu import urls
from yuedu.analysis.figures import Figure
from yuedu.commitments.gather import Commitment
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.people import Voice
from yuedu.corpus.series import figures_in_time
from yuedu.corpus.synopses import Standing
from yuedu.corpus.uses import Use, first_and_last
from yuedu.corpus.window import document_of
from yuedu.digest import linked_shape
from yuedu.digest.synopsis_shape import Synopsis, SynopsisSentence
from yuedu.glossary.shape import RunBy, Term
from yuedu.sources.series import Series
from yuedu.sources.shape import Bilingual


def synopsis(corpus: Corpus, standing: Standing | None) -> Synopsis | None:
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


def term(corpus: Corpus, t: Term, *, places: bool = True, only: str | None = None) -> linked_shape.TermRecord:
    """A term; not `places`: without those where it stands, which the passages name too; or `only` those in one part."""
    documents = ([document_of(only)] if only else list(corpus.cards)) if places else []
    occurrences = [
        linked_shape.OccurrenceRecord(passage=p, sentence=corpus.sentence_at(p, h.start), start=h.start, end=h.end)
        for d in documents
        for p, h in corpus.occurrences.inside(t.slug, d)
        if only in (None, p)
    ]
    headings = [
        linked_shape.HeadingOccurrence(part=p, start=h.start, end=h.end)
        for d in documents
        for p, h in corpus.in_headings.inside(t.slug, d)
        if only in (None, p)
    ]
    uses = first_and_last(corpus, t.slug)
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
        uses=sum(len(c.said.get(t.slug, ())) // 2 for c in corpus.cards.values()) - _others(t),
        occurrences=[o for o in occurrences if corpus.passages[o.passage].zh[o.start : o.end] in t.forms],
        also_at=[o for o in occurrences if corpus.passages[o.passage].zh[o.start : o.end] not in t.forms],
        heading_occurrences=headings,
        first_use=_use(uses, 0),
        last_use=_use(uses, 1),
        url=urls.term_url(t.slug),
        system_url=urls.system_url(t.slug) if t.is_system else None,
        figures=t.figures,
        run_by=[_run_by(corpus, who) for who in t.run_by],
    )


def _others(t: Term) -> int:
    """The places that stand under `also_at` because their words are no form of the term."""
    return sum(place.words not in t.forms for place in t.also_at)


def _use(found: tuple[Use, Use] | None, which: int) -> linked_shape.UseRecord | None:
    return linked_shape.UseRecord(id=u.id, document=u.document, date=u.date) if found and (u := found[which]) else None


def voice(v: Voice) -> linked_shape.VoiceRecord:
    return linked_shape.VoiceRecord(
        slug=v.slug, name=v.name, documents=[s.meta.id for s in v.speeches], url=urls.voice_url(v.kind, v.slug)
    )


def series(corpus: Corpus, s: Series) -> linked_shape.SeriesRecord:
    return linked_shape.SeriesRecord(
        slug=s.slug,
        title=s.title,
        note=s.note,
        figures=[f.id for f in figures_in_time(corpus, s)],
        url=urls.series_url(s.slug),
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


def figure(corpus: Corpus, f: Figure) -> linked_shape.FigureRecord:
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


def commitment(corpus: Corpus, c: Commitment) -> linked_shape.CommitmentRecord:
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
        inferred=[linked_shape.ActorRecord(zh=a.zh, en=a.en, slug=a.slug) for a in c.inferred],
        basis=c.basis,
        url=urls.part_url(c.id),
    )
