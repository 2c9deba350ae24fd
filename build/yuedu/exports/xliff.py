"""All passages for an outside translator: XLIFF 1.2 (OASIS, 2008), one file for each document, one group for each passage.

A unit is one Chinese sentence, `wang-2023.1.p1.s2`; where English that a reader sees joins sentences, the unit is the
sentences that belong together, `wang-2023.1.p1.s2-3`, with all their English as its target. Notes say where the sentence
stands, how its terms are rendered, and what its figures amount to; a sentence that the English leaves out says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from yuedu.analysis.figures import Figure
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.exports.xml import add, joined, to_text
from yuedu.sources.summaries import Summary
from yuedu.text.tree import Passage, headed

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"


@dataclass(frozen=True, slots=True)
class Unit:
    """Sentences `first` to `last` of a passage, their place in it, and their English."""

    id: str
    first: int
    last: int
    start: int
    end: int
    en: str | None


def xliff(corpus: Corpus, speeches: Iterable[Speech]) -> str:
    """Every passage of these documents, in reading order."""
    root = etree.Element(etree.QName(NAMESPACE, "xliff"), {"version": "1.2"}, nsmap={None: NAMESPACE})
    for speech in speeches:
        languages = {"source-language": "zh-Hans", "target-language": "en"}
        file = add(root, "file", original=speech.meta.id, datatype="plaintext", **languages)
        body = add(file, "body")
        for passage in speech.tree.passages:
            group = add(body, "group", id=passage.id, restype="x-passage")
            english = corpus.english.get(passage.id)
            summary = english.summary if english and english.shown(corpus.drafts) else None
            for unit in units(passage, summary):
                _unit(group, corpus, passage, unit, summary)
    return to_text(root)


def whole_xliff(parts: Iterable[str]) -> str:
    """One file of those of the documents."""
    open_tag = f'<xliff xmlns="{NAMESPACE}" version="1.2"'
    return joined(parts, f"{open_tag}>\n", "</xliff>\n", f"{open_tag}/>\n")


def listed_xliff(files: Iterable[tuple[str, str]]) -> str:
    """Names the file of each document, by its id, where one of all would be too large: a skeleton that lies elsewhere."""
    root = etree.Element(etree.QName(NAMESPACE, "xliff"), {"version": "1.2"}, nsmap={None: NAMESPACE})
    for document, address in files:
        languages = {"source-language": "zh-Hans", "target-language": "en"}
        file = add(root, "file", original=document, datatype="plaintext", **languages)
        add(add(add(file, "header"), "skl"), "external-file", href=address)
        add(file, "body")
    return to_text(root)


def units(passage: Passage, summary: Summary | None) -> list[Unit]:
    """The sentences of a passage, those joined by a segment in one unit; all of them, in order."""
    blocks = [(n, n) for n in range(1, len(passage.sentences) + 1)]
    there = len(passage.sentences)
    segments = [s for s in summary.segments if max(s.stands_on) <= there] if summary else []
    for segment in segments:
        low, high = min(segment.stands_on), max(segment.stands_on)
        inside = [b for b in blocks if b[1] >= low and b[0] <= high]
        at = blocks.index(inside[0])
        blocks[at : at + len(inside)] = [(inside[0][0], inside[-1][1])]
    out = []
    for first, last in blocks:
        english = [s.text for s in segments if first <= min(s.stands_on) <= last]
        start, end = passage.sentences[first - 1][0], passage.sentences[last - 1][1]
        ident = f"{passage.id}.s{first}" + (f"-{last}" if last > first else "")
        out.append(Unit(ident, first, last, start, end, " ".join(english) or None))
    return out


def _unit(group: Any, corpus: Corpus, passage: Passage, unit: Unit, summary: Summary | None) -> None:
    reviewed = summary is not None and summary.state == "reviewed"
    element = add(group, "trans-unit", id=unit.id, **({"approved": "yes"} if unit.en and reviewed else {}))
    add(element, "source", passage.zh[unit.start : unit.end])
    if unit.en:
        add(element, "target", unit.en, state="signed-off" if reviewed else "needs-review-translation")
    for origin, text in _notes(corpus, passage, unit, summary):
        add(element, "note", text, **{"from": origin})


def _notes(corpus: Corpus, passage: Passage, unit: Unit, summary: Summary | None) -> Iterator[tuple[str, str]]:
    if passage.section:
        yield "heading", _heading(corpus, passage.section)
    hits = [h for h in corpus.hits[passage.id] if unit.start <= h.start < unit.end]
    for slug, form in dict.fromkeys((h.slug, passage.zh[h.start : h.end]) for h in hits):
        yield "glossary", f"{form} = {corpus.term_by_slug[slug].en.preferred}"
    for figure in corpus.figures[passage.id]:
        if unit.first <= figure.sentence <= unit.last and figure.quantity.status != "structural":
            yield "figure", _figure(figure)
    for omission in summary.omitted if summary else ():
        if unit.first <= omission.sentence <= unit.last:
            yield "omitted", omission.reason


def _heading(corpus: Corpus, ident: str) -> str:
    """The headings above a passage, outermost first; the editor's are in English where they have no Chinese."""
    section, title = corpus.sections[ident], corpus.section_title(ident)
    above = f"{_heading(corpus, section.parent)} > " if section.parent else ""
    return f"{above}{headed(section.label, title.zh or title.en)}"


def _figure(figure: Figure) -> str:
    q = figure.quantity
    value = q.value if q.value_max is None else f"{q.value} to {q.value_max}"
    facts = [q.type, q.bound, q.status, *filter(None, (q.currency, q.unit_zh, q.period))]
    return f"{q.zh} = {value} ({', '.join(facts)})"
