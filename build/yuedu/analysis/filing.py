"""A document's filings, each held against the words it was made for.

1. A filing whose words stand where it says holds there.
2. One whose words have moved within the document is carried along to where they stand now, with a finding that says so.
3. One whose words stand nowhere any more, while the place begins much like them, holds there, with a finding: a word was
   put right.
4. One whose words stand nowhere, or in several places, files nothing, and a finding says so: no filing is ever left
   pointing at other text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from yuedu.findings import Finding
from yuedu.sources.document import Document
from yuedu.sources.filing import Filed
from yuedu.sources.yamlfile import Where, YamlFile
from yuedu.text.tree import Passage, Section, Tree

SHORTEST_WORDS = 12
"""Characters that a filing remembers at least, where its text has as many; more where they begin another text too."""

ALIKE = 0.7
"""How alike, from 0 to 1, the first words of a place must be to those it was filed for, to be the same words put right."""

Kind = Literal["section", "passage", "sentence"]


@dataclass(frozen=True, slots=True)
class Primary:
    """The topic of a passage; `at` is where `document.yml` says so."""

    topic: str
    by: Literal["editor", "rule"]
    score: float | None
    at: Where


@dataclass(frozen=True, slots=True)
class Filing:
    """Passage id → its primary topic; and (passage or sentence id, further topic, place) in the order of the file."""

    primary: Mapping[str, Primary]
    also: tuple[tuple[str, str, Where], ...]


def filing(file: YamlFile, n: int, meta: Document, tree: Tree) -> tuple[Filing, list[Finding]]:
    """What the editor's file says of the `n`-th document's places, as it applies to the text as it is now."""
    texts = texts_of(tree)
    findings: list[Finding] = []
    given: dict[str, tuple[Filed, Where]] = {}
    exact: set[str] = set()
    for key, filed in meta.topics.items():
        where: Where = ("documents", n, "topics", key)
        if key in texts and texts[key][0] == "sentence":
            message = f"{key!r} is a sentence"
            raise file.error(where, message, "a primary topic takes whole passages; list it under also")
        now = _now(file, where, meta.id, key, filed.words, texts, findings)
        if now is None or now in exact or (now != key and now in given):
            continue  # what says where it stands comes before what was carried there
        given[now] = (filed, where)
        exact |= {now} & {key}
    also = []
    for key, other in meta.also.items():
        where = ("documents", n, "also", key)
        now = _now(file, where, meta.id, key, other.words, texts, findings)
        also += [(f"{meta.id}.{now}", slug, (*where, "topics", m)) for m, slug in enumerate(other.topics) if now]
    primary = {}
    for passage in tree.passages:
        holds = next((given[key] for key in _upwards(passage.id.removeprefix(f"{meta.id}.")) if key in given), None)
        if holds:
            filed, at = holds
            primary[passage.id] = Primary(filed.topic, filed.by, filed.score, at)
    return Filing(primary, tuple(also)), findings


def texts_of(tree: Tree) -> dict[str, tuple[Kind, str]]:
    """Every place of a document that can be filed, without the document's id: its kind and its text."""
    found: dict[str, tuple[Kind, str]] = {}
    for part in tree.parts:
        key = part.id.removeprefix(f"{tree.document}.")
        if isinstance(part, Section):
            found[key] = "section", part.title or ""
        elif isinstance(part, Passage):
            found[key] = "passage", part.zh
            found |= {f"{key}.s{m}": ("sentence", part.zh[a:b]) for m, (a, b) in enumerate(part.sentences, 1)}
    return found


def words_for(key: str, texts: Mapping[str, tuple[Kind, str]]) -> str | None:
    """The words a filing of this place remembers: as many as no other place of its kind begins with; None for a section
    that has no heading of its own."""
    kind, text = texts[key]
    others = [other for k, (kd, other) in texts.items() if kd == kind and k != key]
    length = SHORTEST_WORDS
    while length < len(text) and any(other.startswith(text[:length]) for other in others):
        length += 1
    return text[:length] or None


def _now(
    file: YamlFile,
    where: Where,
    document: str,
    key: str,
    words: str | None,
    texts: Mapping[str, tuple[Kind, str]],
    findings: list[Finding],
) -> str | None:
    """Where the filing of `key` applies now; None for nowhere."""
    if not key or (key in texts and (words is None or texts[key][1].startswith(words))):
        return key
    kind = _kind(key)
    places = [k for k, (kd, text) in texts.items() if kd == kind and words and text.startswith(words)]
    place = file.place(*where)
    if len(places) == 1:
        message = f"the filing of {document}.{key} was made for words that now stand at {document}.{places[0]}"
        findings.append(
            Finding("warning", "structure.filing", place, message, key, places[0], f"{document}.{places[0]}")
        )
        return places[0]
    begins = texts[key][1][: len(words or "")] if key in texts else ""
    if words and not places and SequenceMatcher(None, begins, words).ratio() >= ALIKE:
        message = f"the words that {document}.{key} was filed for have changed; the filing holds"
        findings.append(Finding("warning", "structure.filing", place, message, words, begins, f"{document}.{key}"))
        return key
    if words and places:
        message = f"the words that {document}.{key} was filed for begin {len(places)} places: {', '.join(places)}"
    elif words:
        message = f"the words that {document}.{key} was filed for, {words!r}, begin no {kind} of {document} any more"
    else:
        message = f"{document} has no {kind} {key!r}"
    findings.append(Finding("error", "link.filing", place, message, key, _hint(key, texts)))
    return None


def _kind(key: str) -> Kind:
    last = key.rpartition(".")[2]
    return "sentence" if last.startswith("s") else "passage" if last.startswith("p") else "section"


def _hint(key: str, texts: Mapping[str, tuple[Kind, str]]) -> str:
    """What is there instead: the number of sentences of the passage, or the places below the nearest that is there."""
    if _kind(key) == "sentence" and (home := key.rpartition(".")[0]) in texts:
        return f"{home} has {sum(k.startswith(f'{home}.s') for k in texts)} sentences"
    return ""


def _upwards(key: str) -> Iterator[str]:
    """A place, then each that holds it, the document last."""
    while key:
        yield key
        key = key.rpartition(".")[0]
    yield ""
