"""The sentence that tells best what a term is, in both languages, as the exports carry it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from yuedu import urls
from yuedu.digest.linked_shape import TermRecord
from yuedu.digest.shape import Digest


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence or a heading; `form` is the words of the term there, `en` what a reader sees of its English."""

    id: str
    zh: str
    en: str | None
    form: str
    url: str


def contexts(digest: Digest) -> dict[str, Context]:
    """Slug → context, for every term that stands somewhere."""
    zh, en = _texts(digest)
    passages = {p.id: p.zh for p in digest.passages}
    found = {}
    for term in digest.terms:
        if term.context:
            form = _form(term, term.context, {**passages, **zh})
            found[term.slug] = Context(
                term.context, zh[term.context], en.get(term.context), form, urls.part_url(term.context)
            )
    return found


def _form(term: TermRecord, context: str, texts: Mapping[str, str]) -> str:
    """The words of the term's first hit in its context."""
    stands = [*term.occurrences, *term.also_at]
    spans = [(o.passage, o.start, o.end) for o in stands if f"{o.passage}.s{o.sentence}" == context]
    spans += [(h.part, h.start, h.end) for h in term.heading_occurrences if h.part == context]
    part, start, end = spans[0]
    return texts[part][start:end]


def _texts(digest: Digest) -> tuple[Mapping[str, str], Mapping[str, str | None]]:
    """The Chinese and the English of every sentence, heading and line by id."""
    zh = {f.id: f.zh for f in digest.front_matter} | {s.id: s.title.zh or "" for s in digest.sections}
    en = {f.id: f.en for f in digest.front_matter} | {s.id: s.title.en for s in digest.sections}
    for p in digest.passages:
        for n, span in enumerate(p.sentences, 1):
            zh[f"{p.id}.s{n}"] = p.zh[span.start : span.end]
            segments = [g.text for g in p.en.segments if n in g.stands_on] if p.en else []
            en[f"{p.id}.s{n}"] = " ".join(segments) or None
    return zh, en
