"""The page of a speech: everything it holds, in reading order; and the index of speeches."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from yuedu import urls
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.naming import newest_first
from yuedu.corpus.people import Kind, posts_of, spoken
from yuedu.digest.text_records import notes_of
from yuedu.pages import budget, linked
from yuedu.pages.credits import credit
from yuedu.pages.empty import nothing_yet
from yuedu.pages.engine import both
from yuedu.pages.labels import BY_RULE
from yuedu.pages.labels import both as label
from yuedu.pages.part_pages import year_of_index
from yuedu.pages.parts import Divided, Part, Unit, divide
from yuedu.pages.passages import block
from yuedu.pages.people_pages import voice_href
from yuedu.pages.quoted import quoted
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.pages.steps import steps
from yuedu.pages.synopses import short
from yuedu.sources.shape import Bilingual
from yuedu.text.tree import FrontLine, Section, headed

INDEX = "/speeches/"
TITLE = label("Speeches", "讲话原文")


def sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """The index, its years where it has any, and each document."""
    corpus = shows.corpus
    parts = divided_index(corpus)
    carded = partial(_carded, corpus)
    yield shows.sheet(
        "speeches/index.md", partial(_index, corpus, env, parts), parts.years(), carded(parts.first), len(corpus.cards)
    )
    years = [(p.url, p.title) for p in parts.parts]
    for part in parts.parts:
        yield shows.sheet(part.path, partial(_year, corpus, env, parts, part), years, carded(part.units))
    for speech in corpus.speeches:
        beside = [corpus.speech_by_id[i] for i in _siblings(corpus, speech)]
        voices = [voice_href(corpus, kind, name) for kind, name in _voices(speech)]
        yield shows.sheet(
            f"speeches/{speech.meta.id}/index.md",
            partial(_page, corpus, env, speech),
            [shows.stamp(speech.meta.id), shows.documents([speech.meta.id]), voices],
            [(s.meta.id, s.meta.title, s.meta.number, s.meta.part_of) for s in beside],
            of=[speech.meta.id],
        )


def _index(corpus: Corpus, env: Environment, parts: Divided) -> str:
    return env.get_template("index.md.j2").render(
        page=INDEX,
        title=TITLE,
        abstract=label("The documents in full, in order, in both languages.", "文件全文，按原文次序，中英对照。"),
        cards=_cards(corpus, parts.first),
        doors=[
            {"url": urls.voices_url("speaker"), "title": label("Speakers", "讲话人")},
            {"url": urls.voices_url("office"), "title": label("Offices", "职务与机关")},
        ]
        if corpus.speeches
        else [],
        divided=None if parts.whole else parts,
        empty=nothing_yet(corpus, "documents"),
    )


def _year(corpus: Corpus, env: Environment, parts: Divided, part: Part) -> str:
    return year_of_index(env, INDEX, TITLE, parts, part, _cards(corpus, part.units))


def _carded(corpus: Corpus, units: Collection[Unit]) -> list[object]:
    """What the cards of these documents show."""
    return [(c.meta.title, c.meta.abstract, c.meta.speaker, c.meta.date, c.meta.number, len(c.passages), c.meta.id)
            for c in (corpus.cards[u.document] for u in units)]  # fmt: skip


def _siblings(corpus: Corpus, speech: Speech) -> list[str]:
    """The documents that its page names: those of its seed, what it is part of, and its parts."""
    ids = [i for i, c in corpus.cards.items() if c.seed == speech.seed]
    ids += [i for i, c in corpus.cards.items() if c.meta.part_of == speech.meta.id]
    return list(dict.fromkeys([*ids, *([speech.meta.part_of] if speech.meta.part_of else [])]))


def _voices(speech: Speech) -> list[tuple[Kind, Bilingual]]:
    """Who speaks, and as what."""
    speaker: list[tuple[Kind, Bilingual]] = [("speaker", spoken(speech.meta.speaker))] if speech.meta.speaker else []
    return [*speaker, *(("office", post) for post in posts_of(speech))]


def divided_index(corpus: Corpus) -> Divided:
    """The index, and its years where one page is too short for all documents."""
    units = [Unit(s.meta.id, s.meta.date, _card_weight(s), 1) for s in corpus.speeches]
    return divide(INDEX, units, budget.LISTED, budget.LISTED - budget.YEARS)


def _cards(corpus: Corpus, units: Collection[Unit]) -> list[dict[str, Any]]:
    return [_card(corpus, s) for s in newest_first([corpus.speech_by_id[u.document] for u in units])]


def _card_weight(speech: Speech) -> int:
    m = speech.meta
    speaker = m.speaker.zh if m.speaker else None
    return budget.entry_weight(m.title.en, m.title.zh, m.abstract.en, m.abstract.zh, speaker)


def _card(corpus: Corpus, speech: Speech) -> dict[str, Any]:
    m, n = speech.meta, corpus.holdings[speech.meta.id].passages
    en = [m.speaker.en] if m.speaker else []
    zh = [m.speaker.zh] if m.speaker else []
    small = label(
        " · ".join(filter(None, [*en, m.date, f"{n} passage{'s' if n > 1 else ''}"])),
        " · ".join(filter(None, [*zh, m.number, f"{n}段"])),
    )
    return {"url": urls.document_url(m.id), "title": m.title, "abstract": m.abstract, "small": small}


def _page(corpus: Corpus, env: Environment, speech: Speech) -> str:
    page = urls.document_url(speech.meta.id)
    title = next((f for f in speech.tree.front if f.role == "title"), None)
    slugs: dict[str, None] = {}
    items: list[dict[str, Any]] = []
    for part in speech.tree.parts:
        if isinstance(part, FrontLine) and part.role == "furniture":
            if not items or items[-1]["type"] != "furniture":
                items.append({"type": "furniture", "lines": []})
            items[-1]["lines"].append({"id": part.id, "zh": part.zh})
        elif isinstance(part, FrontLine):
            if part is not title:
                items.append(_front(corpus, speech, part))
        elif isinstance(part, Section):
            items.append(_section(corpus, speech, part))
        else:
            shown = block(corpus, part, page)
            slugs |= dict.fromkeys(shown.terms)
            items.append({"type": "passage", "block": shown})
    return env.get_template("speech.md.j2").render(
        page=page,
        trail=[(INDEX, TITLE)],
        meta=speech.meta,
        title=speech.meta.title,
        title_id=title.id if title else f"{speech.meta.id}.title",
        title_notes=notes_of(speech, title.id) if title else [],
        synopsis=short(corpus, corpus.synopses.documents.get(speech.meta.id), page, "abstract-", _here(speech)),
        facts=list(_facts(corpus, speech, page)),
        items=items,
        terms=[corpus.term_by_slug[s] for s in slugs],
        linked=linked.of_speech(corpus, speech, page),
        sources=quoted(corpus, [speech.meta.id]),
        steps=steps(
            [s for s in corpus.speeches if s.seed == speech.seed],
            speech,
            lambda s: (urls.document_url(s.meta.id), s.meta.title),
        ),
    )


def _here(speech: Speech) -> set[str]:
    """The ids of its passages and their sentences."""
    passages = speech.tree.passages
    return {p.id for p in passages} | {f"{p.id}.s{n}" for p in passages for n in range(1, len(p.sentences) + 1)}


def _front(corpus: Corpus, speech: Speech, part: FrontLine) -> dict[str, Any]:
    return {
        "type": "front",
        "id": part.id,
        "role": part.role,
        "zh": part.zh,
        "en": corpus.text_en(part.id),
        "english": _unreviewed(corpus, part.id),
        "notes": notes_of(speech, part.id),
    }


def _section(corpus: Corpus, speech: Speech, part: Section) -> dict[str, Any]:
    declared = {d.section: d.reason for d in speech.meta.sections}
    path = ".".join(map(str, part.path))
    return {
        "type": "section",
        "id": part.id,
        "level": min(len(part.path) + 1, 6),
        "label": part.label,
        "gap": headed(part.label, None).removeprefix(part.label or ""),
        "placed": part.place is None,
        "title": corpus.section_title(part.id),
        "english": _unreviewed(corpus, part.id),
        "reason": declared.get(path) if part.place is None else None,
    }


def _unreviewed(corpus: Corpus, ident: str) -> dict[str, Any] | None:
    """What a reader must be told of a line's English: that it is a draft, or why it is withheld."""
    english = corpus.english.get(ident)
    if english is None or not (english.problem or corpus.is_draft(ident)):
        return None
    return {
        "problem": english.problem,
        "state": english.state,
        "en": corpus.text_en(ident),
        "credit": credit(english.summary, english.state),
    }


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


def _facts(corpus: Corpus, speech: Speech, page: str) -> Iterator[tuple[Bilingual, Markup]]:
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
