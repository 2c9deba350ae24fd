"""The page of a speech: everything it holds, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.pairs import Pair
from yuedu.digest.text_records import notes_of
from yuedu.pages import linked, speech_index
from yuedu.pages.credits import credit
from yuedu.pages.passages import block
from yuedu.pages.people_pages import voice_href
from yuedu.pages.quoted import quoted
from yuedu.pages.said_again import said_again
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.pages.speech_facts import facts_of, voices_of
from yuedu.pages.speech_index import INDEX, TITLE
from yuedu.pages.steps import steps
from yuedu.pages.synopses import short
from yuedu.text.tree import FrontLine, Section, headed


def sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """The index, and each document."""
    yield from speech_index.sheets(shows, env)
    corpus = shows.corpus
    for speech in corpus.speeches:
        beside = [corpus.speech_by_id[i] for i in _siblings(corpus, speech)]
        voices = [voice_href(corpus, kind, name) for kind, name in voices_of(speech)]
        yield shows.sheet(
            f"speeches/{speech.meta.id}/index.md",
            partial(_page, shows, env, speech),
            [shows.stamp(speech.meta.id), shows.documents([speech.meta.id]), voices],
            [(s.meta.id, s.meta.title, s.meta.number, s.meta.part_of) for s in beside],
            [
                (p.name, shows.stamp_of(p.name), shows.document(p.other(speech.meta.id)))
                for p in _compared(corpus, speech)
            ],
            of=[speech.meta.id],
        )


def _compared(corpus: Corpus, speech: Speech) -> list[Pair]:
    """What its wording is compared with."""
    return corpus.pairs_of.get(speech.meta.id, [])


def _siblings(corpus: Corpus, speech: Speech) -> list[str]:
    """The documents that its page names: those of its seed, what it is part of, and its parts."""
    ids = [i for i, c in corpus.cards.items() if c.seed == speech.seed]
    ids += [i for i, c in corpus.cards.items() if c.meta.part_of == speech.meta.id]
    return list(dict.fromkeys([*ids, *([speech.meta.part_of] if speech.meta.part_of else [])]))


def _page(shows: Shows, env: Environment, speech: Speech) -> str:
    corpus, page = shows.corpus, urls.document_url(speech.meta.id)
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
            items.append({"type": "passage", "block": shown, "again": said_again(shows, part, page)})
    return env.get_template("speech.md.j2").render(
        page=page,
        trail=[(INDEX, TITLE)],
        meta=speech.meta,
        title=speech.meta.title,
        title_id=title.id if title else f"{speech.meta.id}.title",
        title_notes=notes_of(speech, title.id) if title else [],
        synopsis=short(corpus, corpus.synopses.documents.get(speech.meta.id), page, "abstract-", _here(speech)),
        facts=list(facts_of(corpus, speech, page)),
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
