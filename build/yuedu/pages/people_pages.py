"""The page of a speaker and of an office: what each said, when, and about which topics; and the index of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.people import Kind, Voice, posts_of, spoken
from yuedu.pages.empty import nothing_yet
from yuedu.pages.labels import both as label
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
    yield (
        f"{index.strip('/')}/index.md",
        env.get_template("index.md.j2").render(
            page=index,
            title=TITLES[kind],
            abstract=LEDES[kind],
            cards=[_card(v) for v in voices],
            empty=nothing_yet(corpus, f"{kind}s"),
        ),
    )
    for voice in voices:
        page = urls.voice_url(kind, voice.slug)
        yield f"{page.strip('/')}/index.md", _page(corpus, env, voice, page)


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


def _page(corpus: Corpus, env: Environment, voice: Voice, page: str) -> str:
    passages = [p.id for s in voice.speeches for p in s.tree.passages]
    topics = Counter(corpus.topics.of_passage[p][0] for p in passages)
    told = [t for t in corpus.topics.topics if topics[t.slug] and t.slug != UNFILED]
    ids = {s.meta.id for s in voice.speeches}
    term = next((t for t in corpus.terms if t.zh == voice.name.zh), None)
    return env.get_template("voice.md.j2").render(
        page=page,
        trail=[(urls.voices_url(voice.kind), TITLES[voice.kind])],
        voice=voice,
        term=term,
        documents=[_document(corpus, voice, s) for s in voice.speeches],
        topics=[(t, topics[t.slug]) for t in sorted(told, key=lambda t: -topics[t.slug])],
        figures=sum(f.quantity.measured for p in passages for f in corpus.figures[p]),
        commitments=sum(corpus.speech_of[c.passage].meta.id in ids for c in corpus.commitments),
    )


def _document(corpus: Corpus, voice: Voice, speech: Speech) -> dict[str, Any]:
    m = speech.meta
    others = posts_of(speech) if voice.kind == "speaker" else [spoken(m.speaker)] if m.speaker else []
    kind: Kind = "office" if voice.kind == "speaker" else "speaker"
    field = voice.kind if m.speaker else "issuer"
    return {
        "url": urls.document_url(m.id),
        "title": m.title,
        "date": m.date,
        "occasion": m.occasion,
        "beside": [(voice_href(corpus, kind, name), name) for name in others],
        "proposed": field in m.proposed,
    }


def voice_href(corpus: Corpus, kind: Kind, name: Bilingual) -> str | None:
    """The address of a speaker's or an office's page; None where there is none."""
    found = (corpus.speakers if kind == "speaker" else corpus.offices).get(name.zh or "")
    return urls.voice_url(kind, found.slug) if found else None
