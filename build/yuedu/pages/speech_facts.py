"""What the head of a speech's page tells: who spoke, when, where it was published, and what it came as."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from yuedu import urls
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.people import Kind, posts_of, spoken
from yuedu.pages.engine import both
from yuedu.pages.labels import BY_RULE
from yuedu.pages.labels import both as label
from yuedu.pages.people_pages import voice_href
from yuedu.sources.shape import Bilingual


def voices_of(speech: Speech) -> list[tuple[Kind, Bilingual]]:
    """Who speaks, and as what."""
    speaker: list[tuple[Kind, Bilingual]] = [("speaker", spoken(speech.meta.speaker))] if speech.meta.speaker else []
    return [*speaker, *(("office", post) for post in posts_of(speech))]


def _linked(corpus: Corpus, speech: Speech, field: str, page: str) -> Markup:
    """A fact of the head, with a link where it has a page: the speaker, each of the posts, the issuer that speaks."""
    value: Bilingual = getattr(speech.meta, field)
    if field == "speaker":
        names: list[tuple[Kind, Bilingual]] = [("speaker", spoken(value))]
    elif field == "office" or (field == "issuer" and not speech.meta.speaker):
        names = [("office", post) for post in posts_of(speech)]
    else:
        names = []
    links = [(voice_href(corpus, kind, name), name) for kind, name in names]
    if not links or not all(href for href, _ in links):
        return both(value)
    made = [Markup('<a href="{}">{}</a>').format(urls.relative(h or "", page), both(name)) for h, name in links]
    whole = Markup(" <small>({})</small>").format(both(value)) if field == "office" and len(links) > 1 else Markup("")
    return Markup(" · ").join(made) + whole


def _by_rule(speech: Speech, field: str) -> Markup:
    """A mark beside what a rule filled in and nobody has confirmed."""
    mark = Markup(' <small class="yd-state yd-none">{}</small>').format(both(BY_RULE))
    return mark if field in speech.meta.proposed else Markup("")


def facts_of(corpus: Corpus, speech: Speech, page: str) -> Iterator[tuple[Bilingual, Markup]]:
    """Each with its name, as a template shows them on `page`."""
    m = speech.meta
    named = (
        (label("Speaker", "讲话人"), "speaker"),
        (label("Office, as the source states it", "职务（据原文）"), "office"),
        (label("Occasion", "场合"), "occasion"),
        (label("Issuer", "发文机关"), "issuer"),
        (label("Addressees", "主送"), "addressees"),
        (label("Signatory", "落款"), "signatory"),
    )
    for name, field in named:
        if getattr(m, field):
            yield name, _linked(corpus, speech, field, page) + _by_rule(speech, field)
    if m.date:
        basis = Markup(" <small>({})</small>").format(both(m.date_basis)) if m.date_basis else Markup("")
        yield label("Date", "日期"), Markup("{}").format(m.date) + basis + _by_rule(speech, "date")
    whole = corpus.speech_by_id[m.part_of] if m.part_of else None
    if m.number:
        own = Markup('<span lang="zh-Hans">{}</span>').format(m.number)
        yield label("Document number", "文号"), own + _by_rule(speech, "number")
    if whole:
        href = urls.relative(urls.document_url(whole.meta.id), page)
        number = Markup(' (<span lang="zh-Hans">{}</span>)').format(whole.meta.number) if whole.meta.number else ""
        yield label("Part of", "载于"), Markup('<a href="{}">{}</a>').format(href, both(whole.meta.title)) + number
    parts = [s.meta for s in corpus.speeches if s.meta.part_of == m.id]
    if parts:
        links = [
            Markup('<a href="{}">{}</a>').format(urls.relative(urls.document_url(p.id), page), both(p.title))
            for p in parts
        ]
        yield label("Holds", "内含"), Markup("<br>").join(links)
    counted = corpus.holdings[m.id].figures
    if counted:
        href = urls.relative(urls.figures_url(m.id), page)
        many = label(f"{counted} figure{'' if counted == 1 else 's'}", f"{counted}项")
        yield label("Figures", "数据"), Markup('<a href="{}">{}</a>').format(href, both(many))
    compared = corpus.pairs_of.get(m.id, ())
    if compared:
        links = [
            Markup('<a href="{}">{}</a>').format(
                urls.relative(urls.changes_url(p.name), page), both(corpus.name_of_document[p.other(m.id)])
            )
            for p in compared
        ]
        yield label("Wording compared with", "文本比较"), Markup("<br>").join(links)
    received = next(s for s in corpus.seeds if s.file == speech.seed)
    if received.converter:
        how = label(
            f"{received.file.rpartition('.')[2]}, read by {received.converter}",
            f"{received.file.rpartition('.')[2]}文件，由{received.converter}读取",
        )
        said = Markup("").join(
            Markup('<br><small lang="en" class="yd-own">{}</small>').format(n) for n in received.notes
        )
        yield label("Received as", "原件格式"), both(how) + said
    text = urls.relative(f"/data/{m.id}.txt", page)
    yield label("Chinese text", "中文全文"), Markup('<a href="{}">{}.txt</a>').format(text, escape(m.id))
