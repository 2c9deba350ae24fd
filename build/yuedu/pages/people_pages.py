"""The page of a speaker and of an office: what each said, when, and about which topics; and the index of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.people import Kind, Voice, posts_of, spoken
from yuedu.pages import budget
from yuedu.pages.division import Divided, Part, Unit, divide, filled, numbered
from yuedu.pages.empty import nothing_yet
from yuedu.pages.labels import both as label
from yuedu.pages.part_pages import part_of_index
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.pages.steps import steps
from yuedu.sources.shape import Bilingual
from yuedu.sources.topics import UNFILED

TITLES: dict[Kind, Bilingual] = {"speaker": label("Speakers", "讲话人"), "office": label("Offices", "职务与机关")}
LEDES: dict[Kind, Bilingual] = {
    "speaker": label("Who speaks in the documents, by name as stated.", "各文件的讲话人，姓名据原文。"),
    "office": label(
        "The posts that speakers hold and the bodies that issue documents, in the words of the documents.",
        "讲话人的职务与发文机关，均据原文。",
    ),
}


def sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """The index of each kind, and everybody's page."""
    corpus = shows.corpus
    for kind, voices in (("speaker", corpus.speakers), ("office", corpus.offices)):
        yield from _sheets(shows, env, kind, list(voices.values()))  # type: ignore[arg-type]


def _sheets(shows: Shows, env: Environment, kind: Kind, voices: list[Voice]) -> Iterator[Sheet]:
    index = urls.voices_url(kind)
    units = [Unit(v.slug, None, budget.entry_weight(v.name.en, v.name.zh), 1) for v in voices]
    whole = sum(u.weight for u in units) <= budget.LISTED
    letters = [] if whole else list(_letters(index, units))
    cards = {v.slug: _card(v) for v in voices}
    path = f"{index.strip('/')}/index.md"
    make = partial(_index, shows.corpus, env, kind, units, cards, letters)
    yield shows.sheet(path, make, cards, letters, len(shows.corpus.cards) > 0)
    every = [p for ps in letters for p in ps]
    named = [(p.url, p.title) for p in every]
    for part in every:
        shown = [cards[u.document] for u in part.units]
        make = partial(part_of_index, env, index, TITLES[kind], every, part, shown)
        yield shows.sheet(part.path, make, shown, named)
    for voice in voices:
        yield from _voice(shows, env, voice, urls.voice_url(kind, voice.slug))


def _index(
    corpus: Corpus,
    env: Environment,
    kind: Kind,
    units: Sequence[Unit],
    cards: Mapping[str, dict[str, Any]],
    letters: list[list[Part]],
) -> str:
    first = {u.document for u in next(filled(units, budget.LISTED - budget.YEARS), ())}
    return env.get_template("index.md.j2").render(
        page=urls.voices_url(kind),
        title=TITLES[kind],
        abstract=LEDES[kind],
        cards=[card for slug, card in cards.items() if not letters or slug in first],
        letters=[{"url": ps[0].url, "name": ps[0].group[0], "count": sum(len(p.units) for p in ps)} for ps in letters],
        empty=nothing_yet(corpus, f"{kind}s"),
    )


def _letters(index: str, units: Sequence[Unit]) -> Iterator[list[Part]]:
    """The pages of each first letter of a slug, in the order of the slugs; no slug has a hyphen."""
    ordered = sorted(units, key=lambda u: u.document)
    for letter, inside in groupby(ordered, key=lambda u: u.document[0]):
        yield numbered(f"{index}initial-{letter}/", f"{letter.upper()} …", list(filled(list(inside), budget.LISTED)))


def _card(voice: Voice) -> dict[str, Any]:
    n, dates = len(voice.speeches), sorted({s.year for s in voice.speeches if s.year})
    span = f"{dates[0]}–{dates[-1]}" if len(dates) > 1 else str(dates[0]) if dates else ""
    small = label(
        " · ".join(filter(None, [f"{n} document{'' if n == 1 else 's'}", span])),
        " · ".join(filter(None, [f"文件{n}份", span])),
    )
    return {
        "url": urls.voice_url(voice.kind, voice.slug),
        "title": voice.name,
        "abstract": Bilingual(),
        "small": small,
    }


def _voice(shows: Shows, env: Environment, voice: Voice, page: str) -> Iterator[Sheet]:
    """The page of one, and of its years where its documents are too many for that."""
    corpus = shows.corpus
    speeches = sorted(voice.speeches, key=lambda s: corpus.position[s.meta.id])
    units = [Unit(s.meta.id, s.meta.date, _weight(voice, s), 1) for s in speeches]
    parts = divide(page, units, budget.LISTED, budget.LISTED - budget.YEARS)
    held = [corpus.holdings[s.meta.id] for s in voice.speeches]
    term = next((t for t in corpus.terms if t.zh == voice.name.zh), None)
    yield shows.sheet(
        f"{page.strip('/')}/index.md",
        partial(_page, corpus, env, voice, page, parts),
        [voice.name, _documents(corpus, voice, parts.first), parts.years(), term and shows.term(term.slug)],
        [([(t.slug, h.primary[t.slug]) for t in corpus.topics.topics], h.figures, h.commitments) for h in held],
    )
    years = [(p.url, p.title) for p in parts.parts]
    for part in parts.parts:
        shown = _documents(corpus, voice, part.units)
        yield shows.sheet(part.path, partial(_year, env, voice, page, parts, part, shown), voice.name, shown, years)


def _year(
    env: Environment, voice: Voice, page: str, parts: Divided, part: Part, documents: list[dict[str, Any]]
) -> str:
    return env.get_template("voice_year.md.j2").render(
        page=part.url,
        trail=[(urls.voices_url(voice.kind), TITLES[voice.kind]), (page, voice.name)],
        voice=voice,
        part=part,
        parts=parts.beside(part),
        documents=documents,
        steps=steps(parts.parts, part, lambda p: (p.url, p.title)),
    )


def _weight(voice: Voice, speech: Speech) -> int:
    m, others = speech.meta, _beside(voice, speech)
    return budget.entry_weight(m.title.en, m.title.zh, *(w for b in (m.occasion, *others) if b for w in (b.en, b.zh)))


def _page(corpus: Corpus, env: Environment, voice: Voice, page: str, parts: Divided) -> str:
    held = [corpus.holdings[s.meta.id] for s in voice.speeches]
    topics = sum((Counter(h.primary) for h in held), Counter[str]())
    told = [t for t in corpus.topics.topics if topics[t.slug] and t.slug != UNFILED]
    term = next((t for t in corpus.terms if t.zh == voice.name.zh), None)
    return env.get_template("voice.md.j2").render(
        page=page,
        trail=[(urls.voices_url(voice.kind), TITLES[voice.kind])],
        voice=voice,
        term=term,
        documents=_documents(corpus, voice, parts.first),
        divided=None if parts.whole else parts,
        topics=[(t, topics[t.slug]) for t in sorted(told, key=lambda t: -topics[t.slug])],
        figures=sum(h.figures for h in held),
        commitments=sum(h.commitments for h in held),
    )


def _documents(corpus: Corpus, voice: Voice, units: Sequence[Unit]) -> list[dict[str, Any]]:
    here = {u.document for u in units}
    return [_document(corpus, voice, s) for s in voice.speeches if s.meta.id in here]


def _beside(voice: Voice, speech: Speech) -> list[Bilingual]:
    """On the page of a speaker the posts, on that of an office who spoke."""
    speaker = speech.meta.speaker
    return posts_of(speech) if voice.kind == "speaker" else [spoken(speaker)] if speaker else []


def _document(corpus: Corpus, voice: Voice, speech: Speech) -> dict[str, Any]:
    m = speech.meta
    kind: Kind = "office" if voice.kind == "speaker" else "speaker"
    field = voice.kind if m.speaker else "issuer"
    return {
        "url": urls.document_url(m.id),
        "title": m.title,
        "date": m.date,
        "occasion": m.occasion,
        "beside": [(voice_href(corpus, kind, name), name) for name in _beside(voice, speech)],
        "proposed": field in m.proposed,
    }


def voice_href(corpus: Corpus, kind: Kind, name: Bilingual) -> str | None:
    """The address of a speaker's or an office's page; None where there is none."""
    found = (corpus.speakers if kind == "speaker" else corpus.offices).get(name.zh or "")
    return urls.voice_url(kind, found.slug) if found else None
