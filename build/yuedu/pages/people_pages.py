"""The page of a speaker and of an office: what each said, when, and about which topics; and the index of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.people import Kind, Voice, posts_of, spoken
from yuedu.pages import budget
from yuedu.pages.empty import nothing_yet
from yuedu.pages.labels import both as label
from yuedu.pages.parts import Divided, Part, Unit, divide, filled, numbered
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


def pages(corpus: Corpus, env: Environment) -> Iterator[tuple[str, str]]:
    """Path under docs/ and text."""
    for kind, voices in (("speaker", corpus.speakers), ("office", corpus.offices)):
        yield from _pages(corpus, env, kind, list(voices.values()))  # type: ignore[arg-type]


def _pages(corpus: Corpus, env: Environment, kind: Kind, voices: list[Voice]) -> Iterator[tuple[str, str]]:
    index = urls.voices_url(kind)
    units = [Unit(v.slug, None, budget.entry_weight(v.name.en, v.name.zh), 1) for v in voices]
    first = {u.document for u in next(filled(units, budget.LISTED - budget.YEARS), ())}
    whole = sum(u.weight for u in units) <= budget.LISTED
    letters = [] if whole else list(_letters(index, units))
    yield (
        f"{index.strip('/')}/index.md",
        env.get_template("index.md.j2").render(
            page=index,
            title=TITLES[kind],
            abstract=LEDES[kind],
            cards=[_card(v) for v in voices if whole or v.slug in first],
            letters=[
                {"url": ps[0].url, "name": ps[0].year[0], "count": sum(len(p.units) for p in ps)} for ps in letters
            ],
            empty=nothing_yet(corpus, f"{kind}s"),
        ),
    )
    by_slug = {v.slug: v for v in voices}
    for parts in letters:
        for part in parts:
            yield part.path, _letter(env, kind, parts, part, [by_slug[u.document] for u in part.units], letters)
    for voice in voices:
        yield from _voice(corpus, env, voice, urls.voice_url(kind, voice.slug))


def _letters(index: str, units: Sequence[Unit]) -> Iterator[list[Part]]:
    """The pages of each first letter of a slug, in the order of the slugs; no slug has a hyphen."""
    ordered = sorted(units, key=lambda u: u.document)
    for letter, inside in groupby(ordered, key=lambda u: u.document[0]):
        yield numbered(f"{index}initial-{letter}/", f"{letter.upper()} …", list(filled(list(inside), budget.LISTED)))


def _letter(
    env: Environment, kind: Kind, parts: list[Part], part: Part, voices: Sequence[Voice], letters: list[list[Part]]
) -> str:
    every = [p for ps in letters for p in ps]
    return env.get_template("index_part.md.j2").render(
        page=part.url,
        trail=[(urls.voices_url(kind), TITLES[kind])],
        title=TITLES[kind],
        part=part,
        parts=parts,
        cards=[_card(v) for v in voices],
        steps=steps(every, part, lambda p: (p.url, p.title)),
    )


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


def _voice(corpus: Corpus, env: Environment, voice: Voice, page: str) -> Iterator[tuple[str, str]]:
    """The page of one, and of its years where its documents are too many for that."""
    speeches = sorted(voice.speeches, key=lambda s: corpus.position[s.meta.id])
    units = [Unit(s.meta.id, s.meta.date, _weight(voice, s), 1) for s in speeches]
    parts = divide(page, units, budget.LISTED, budget.LISTED - budget.YEARS)
    yield f"{page.strip('/')}/index.md", _page(corpus, env, voice, page, parts)
    for part in parts.parts:
        yield (
            part.path,
            env.get_template("voice_year.md.j2").render(
                page=part.url,
                trail=[(urls.voices_url(voice.kind), TITLES[voice.kind]), (page, voice.name)],
                voice=voice,
                part=part,
                parts=[p for p in parts.parts if p.year == part.year],
                documents=_documents(corpus, voice, part.units),
                steps=steps(parts.parts, part, lambda p: (p.url, p.title)),
            ),
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
