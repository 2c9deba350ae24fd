"""The reviewed English as a translation memory: TMX 1.4 (LISA OSCAR, TMX 1.4b), one unit for each English segment.

Only reviewed English that a reader sees is in it: a tool that reads a memory drops the marks that would tell a draft from
the rest. The Chinese of a unit is the sentences its segment stands on, joined. A unit's `tuid` is the id of the heading,
line or passage, and for a passage the number of its segment: wang-2023.1.p1/2. There are no dates and no tool's version,
and no DOCTYPE, which a reader would look for beside the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from yuedu import urls
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.exports.xml import add, joined, to_text
from yuedu.text.tree import FrontLine, Passage, Section

HEADER = {
    "creationtool": "yuedu",
    "creationtoolversion": "1",  # required; of the form of this file, not of the program
    "segtype": "sentence",
    "o-tmf": "yuedu",
    "adminlang": "en",
    "srclang": "zh-Hans",
    "datatype": "plaintext",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment and its Chinese."""

    id: str
    zh: str
    en: str
    reviewer_kind: str
    url: str


def tmx(corpus: Corpus, speeches: Iterable[Speech]) -> str:
    """Every pair of these documents, in reading order."""
    root = etree.Element("tmx", version="1.4")
    add(root, "header", **HEADER)
    body = add(root, "body")
    for pair in pairs(corpus, speeches):
        unit = add(body, "tu", tuid=pair.id)
        add(unit, "note", pair.url)
        add(unit, "prop", "reviewed", type="x-state")
        add(unit, "prop", pair.reviewer_kind, type="x-reviewer-kind")
        add(add(unit, "tuv", lang="zh-Hans"), "seg", pair.zh)
        add(add(unit, "tuv", lang="en"), "seg", pair.en)
    return to_text(root)


def whole_tmx(parts: Iterable[str]) -> str:
    """One memory of those of the documents."""
    return joined(parts, "  <body>\n", "  </body>\n", "  <body/>\n")


def listed_tmx(addresses: Iterable[str]) -> str:
    """A memory without units that names those of the documents, where one of all would be too large."""
    root = etree.Element("tmx", version="1.4")
    header = add(root, "header", **HEADER)
    for address in addresses:
        add(header, "note", address)
    add(root, "body")
    return to_text(root)


def pairs(corpus: Corpus, speeches: Iterable[Speech]) -> Iterator[Pair]:
    """Reviewed segments that a reader sees, with the Chinese each stands on."""
    for part in (p for s in speeches for p in s.tree.parts):
        english = corpus.english.get(part.id)
        if english is None or english.state != "reviewed" or not english.shown(corpus.drafts):
            continue
        sentences = _sentences(part)
        segments = english.summary.segments
        for n, segment in enumerate(segments, 1):
            ident = f"{part.id}/{n}" if isinstance(part, Passage) or len(segments) > 1 else part.id
            zh = "".join(sentences[m - 1] for m in sorted(set(segment.stands_on)))
            yield Pair(ident, zh, segment.text, english.summary.reviewer_kind or "", urls.part_url(part.id))


def _sentences(part: FrontLine | Section | Passage) -> list[str]:
    """A heading or a line is one sentence."""
    if isinstance(part, Passage):
        return [part.zh[start:end] for start, end in part.sentences]
    return [(part.title if isinstance(part, Section) else part.zh) or ""]
