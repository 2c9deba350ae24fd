"""What an outside translator sent back, held against the corpus: drafts, and findings for what cannot be one.

A passage is taken whole or not at all: English with a hole would be no draft but an error of the next build. Its
sentences need a target each, unless the English that is there leaves them out with a reason.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from yuedu.corpus.corpus import Corpus
from yuedu.corpus.english import English
from yuedu.desk.returning.xliff import Returned
from yuedu.exports.xliff import units
from yuedu.findings import Finding
from yuedu.glossary.load import HAN
from yuedu.sources.reviews import sha256
from yuedu.sources.summaries import Segment, Summary
from yuedu.text.tree import Passage

UNIT = re.compile(r"(?P<passage>.+)\.s(?P<first>[1-9]\d{0,5})(?:-(?P<last>[1-9]\d{0,5}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Piece:
    """Sentences `first` to `last` of a passage and their English, empty where there is none."""

    first: int
    last: int
    text: str
    line: int

    @property
    def numbers(self) -> set[int]:
        return set(range(self.first, self.last + 1))


@dataclass(slots=True)
class Drafts:
    """The drafts by passage, in reading order; passages as they were, without a target, and left alone for a finding."""

    written: dict[str, Summary] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    untranslated: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def make_drafts(returned: Sequence[Returned], corpus: Corpus, name: str, by: str, replace: bool) -> Drafts:
    """Drafts by `by`. Reviewed English is kept unless `replace` says otherwise; what says the same is kept in any case."""
    out = Drafts()
    by_passage: dict[str, list[Piece]] = defaultdict(list)
    refused: set[str] = set()
    lines: dict[str, int] = {}
    for unit in returned:
        piece, of, finding = _piece(unit, corpus, name, lines)
        lines.setdefault(unit.id, unit.line)
        if finding:
            out.findings.append(finding)
            refused.add(of)
        elif piece:
            by_passage[of].append(piece)
    for ident, passage in corpus.passages.items():
        pieces = sorted(by_passage.get(ident, ()), key=lambda p: p.first)
        filled = [p for p in pieces if p.text]
        english = corpus.english.get(ident)
        if ident in refused:
            out.left.append(ident)
        elif pieces and not filled:
            out.untranslated.append(ident)
        elif filled and _says_the_same(passage, english, filled):
            out.unchanged.append(ident)
        elif filled:
            draft = _draft(passage, english, filled, by)
            problems = [*_problems(ident, passage, draft, pieces, name), *_kept(ident, english, replace, name, filled)]
            out.findings += [*problems, *_warnings(ident, filled, name)]
            if problems:
                out.left.append(ident)
            else:
                out.written[ident] = draft
    return out


def _piece(
    unit: Returned, corpus: Corpus, name: str, lines: dict[str, int]
) -> tuple[Piece | None, str, Finding | None]:
    place = f"{name}:{unit.line}"
    match = UNIT.fullmatch(unit.id)
    passage = corpus.passages.get(match["passage"]) if match else None
    first, last = (int(match["first"]), int(match["last"] or match["first"])) if match else (0, 0)
    if passage is None or not first <= last <= len(passage.sentences):
        ids = [f"{p.id}.s{n}" for p in corpus.passages.values() for n in range(1, len(p.sentences) + 1)]
        near = (get_close_matches(unit.id, ids, 1) or [""])[0]
        message = "no sentence of the corpus has this id"
        return None, passage.id if passage else "", Finding("error", "link.unit", place, message, unit.id, near)
    if unit.id in lines:
        message = f"the unit {unit.id} stands twice (first in line {lines[unit.id]})"
        return None, passage.id, Finding("error", "link.unit", place, message, unit.id, "", passage.id)
    zh = passage.zh[passage.sentences[first - 1][0] : passage.sentences[last - 1][1]]
    if unit.source != " ".join(zh.split()):
        message = "the source is not the Chinese that stands here now; the passage is left as it is"
        return None, passage.id, Finding("error", "state.stale", place, message, unit.source, zh, passage.id)
    text = "" if unit.target == unit.source else unit.target  # a tool may fill what is not translated with the source
    return Piece(first, last, text, unit.line), passage.id, None


def _says_the_same(passage: Passage, english: English | None, filled: Sequence[Piece]) -> bool:
    if english is None or english.problem:
        return False
    there = [(u.first, u.last, " ".join(u.en.split())) for u in units(passage, english.summary) if u.en]
    return there == [(p.first, p.last, p.text) for p in filled]


def _draft(passage: Passage, english: English | None, filled: Sequence[Piece], by: str) -> Summary:
    """The draft, with the notes and, where the Chinese is the same, the omissions and labels of the English there is."""
    said = set[int]().union(*(p.numbers for p in filled))
    hash_ = sha256(passage.zh)
    same = english.summary if english and english.summary.source == hash_ else None
    return Summary(
        source=hash_,
        state="draft",
        drafted_by=by,
        segments=[Segment(text=p.text, stands_on=sorted(p.numbers)) for p in filled],
        omitted=[o for o in same.omitted if o.sentence not in said] if same else [],
        notes=english.summary.notes if english else [],
        figures=same.figures if same else {},
    )


def _problems(ident: str, passage: Passage, draft: Summary, pieces: Sequence[Piece], name: str) -> Iterator[Finding]:
    """Sentences without English while others have some, and sentences in two units."""
    stood = [n for s in draft.segments for n in s.stands_on]
    missing = set(range(1, len(passage.sentences) + 1)) - {*stood} - {o.sentence for o in draft.omitted}
    for piece in pieces:
        if not piece.text and missing & piece.numbers:
            message = "an empty target in a passage that has others; the passage is left as it is"
            yield Finding("error", "text.empty", f"{name}:{piece.line}", message, passage=ident)
    place = f"{name}:{pieces[0].line}"
    if gone := missing - set[int]().union(*(p.numbers for p in pieces)):
        message = "sentences of this passage are in no unit; the passage is left as it is"
        yield Finding("error", "text.grounding", place, message, ", ".join(map(str, sorted(gone))), "", ident)
    if twice := {n for n in stood if stood.count(n) > 1}:
        message = "sentences of this passage are in two units; the passage is left as it is"
        yield Finding("error", "text.grounding", place, message, ", ".join(map(str, sorted(twice))), "", ident)


def _kept(ident: str, english: English | None, replace: bool, name: str, filled: Sequence[Piece]) -> Iterator[Finding]:
    if english and english.state == "reviewed" and not replace:
        message = "reviewed English stands here and is kept; with --replace this becomes a draft in its place"
        yield Finding("warning", "state.reviewed", f"{name}:{filled[0].line}", message, passage=ident)


def _warnings(ident: str, filled: Sequence[Piece], name: str) -> Iterator[Finding]:
    for piece in filled:
        if han := HAN.findall(piece.text):
            message = "Han characters in the English"
            yield Finding("warning", "text.han", f"{name}:{piece.line}", message, "".join(han), "", ident)
