"""The index of speeches: all of them, or the newest, and a page for each year."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.naming import newest_first
from yuedu.pages import budget
from yuedu.pages.division import Divided, Part, Unit, divide
from yuedu.pages.empty import nothing_yet
from yuedu.pages.labels import both as label
from yuedu.pages.part_pages import part_of_index
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows

INDEX = "/speeches/"
TITLE = label("Speeches", "讲话原文")


def sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """The index, and its years where it has any."""
    corpus = shows.corpus
    parts = divided_index(corpus)
    carded = partial(_carded, corpus)
    yield shows.sheet(
        "speeches/index.md", partial(_index, corpus, env, parts), parts.years(), carded(parts.first), len(corpus.cards)
    )
    years = [(p.url, p.title) for p in parts.parts]
    for part in parts.parts:
        yield shows.sheet(part.path, partial(_year, corpus, env, parts, part), years, carded(part.units))


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
    return part_of_index(env, INDEX, TITLE, parts.parts, part, _cards(corpus, part.units))


def _carded(corpus: Corpus, units: Collection[Unit]) -> list[object]:
    """What the cards of these documents show."""
    return [(c.meta.title, c.meta.abstract, c.meta.speaker, c.meta.date, c.meta.number, len(c.passages), c.meta.id)
            for c in (corpus.cards[u.document] for u in units)]  # fmt: skip


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
