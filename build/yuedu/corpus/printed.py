"""What the glossaries that are printed with documents (名词解释) say of the terms of the term base."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yuedu.analysis.speeches import Speech
from yuedu.glossary.shape import Term
from yuedu.text.definitions import bare


@dataclass(frozen=True, slots=True)
class Printed:
    """The passage of an entry, and its words on the term."""

    passage: str
    zh: str


def printed(speeches: Iterable[Speech], terms: Iterable[Term]) -> dict[str, list[Printed]]:
    """Slug of a term → its entries in reading order. A name is the term's where they differ in quotation marks alone."""
    slugs = {_plain(form): term.slug for term in terms for form in term.forms}
    found: dict[str, list[Printed]] = {}
    for speech in speeches:
        entries = {p.id: p.zh for p in speech.tree.passages} if speech.tree.definitions else {}
        for one in speech.tree.definitions:
            zh = entries[one.passage]
            if slug := slugs.get(_plain(zh[slice(*one.term)])):
                found.setdefault(slug, []).append(Printed(one.passage, zh[slice(*one.said)]))
    return found


def _plain(name: str) -> str:
    return bare(name).replace("“", "").replace("”", "")
