"""What might be a term and is not in the term base, the likeliest first.

What the document itself defines comes first, in its order. Then 《titles》, “coinages”, and words and phrases that recur
outside the terms that are known, ranked by `likelihood`: how often, how much oftener than in general Chinese, how fixed.
A scrap of a longer expression is left out, and a longer string that only joins an expression to its neighbours.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

from yuedu.glossary.background import background
from yuedu.glossary.definitions import definitions
from yuedu.glossary.joining import LIGHT
from yuedu.glossary.likelihood import Likelihood
from yuedu.glossary.match import Hit
from yuedu.glossary.names import names
from yuedu.glossary.nesting import without_scraps
from yuedu.glossary.phrases import Unit, spans, units

Source = Literal["definition", "name", "title", "coinage", "word", "phrase"]
Place = tuple[str, int, int]  # part id, start, end

TITLE = re.compile("《([^《》]+)》")  # 《广东省数据条例》
LEAST = 2
"""A word or a phrase counts from its second occurrence outside known terms."""
LEAST_SCORE = 9.0
"""What scores less is an ordinary word or a free combination."""
AROUND = 12
"""Characters of context on either side."""


@dataclass(frozen=True, slots=True)
class Definition:
    """What the document says of the term, and the part that says it."""

    zh: str
    part: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A string that no one has decided about: where it comes from, how likely it is a term, the first places it stands in."""

    text: str
    source: Source
    count: int
    score: float
    definition: Definition | None
    contexts: tuple[tuple[str, str], ...]  # part id, words around it


def candidates(
    texts: Mapping[str, str],
    hits: Mapping[str, Sequence[Hit]],
    words: Mapping[str, Sequence[tuple[int, int]]],
    known: Collection[str],
    marks: str = "",
) -> list[Candidate]:
    """Candidates, likeliest first; those that score alike by their text.

    `texts` maps a part's id to its Chinese in reading order, `hits` to its terms, `words` to the token spans of the
    tokenizer; `known` are all forms of the term base and all strings on the list of what is no term;
    `marks` are the characters that names of a series begin with (see `series_marks`).
    """
    general = background()
    free = {part: _uncovered(zh, hits.get(part, ())) for part, zh in texts.items()}
    runs = {part: units(zh, words[part], free[part], general) for part, zh in texts.items()}
    measure = Likelihood(texts, [run for found in runs.values() for run in found], general)
    defined = {d.text: d for d in definitions(texts)}
    places = _places(texts, free, runs, marks)
    scored = {
        text: (source, measure.score(parts, source, len(at)), at)
        for text, (source, parts, at) in places.items()
        if text not in defined and text not in known
    }
    whole = {d: (inf, _everywhere(d, texts)) for d in defined}
    kept = without_scraps(
        whole | {text: (score, at) for text, (_, score, at) in scored.items() if score >= LEAST_SCORE}
    )
    listed = [
        Candidate(
            d.text,
            "definition",
            len(at),
            round(measure.score((), "definition", len(at)), 3),
            Definition(d.definition, d.part),
            _contexts(at, texts),
        )
        for d in defined.values()
        if d.text not in known
        for at in [whole[d.text][1]]
    ]
    ranked = [
        Candidate(text, source, len(at), round(score, 3), None, _contexts(at, texts))
        for text, (source, score, at) in scored.items()
        if text in kept
    ]
    return listed + sorted(ranked, key=lambda c: (-c.score, c.text))


def _places(
    texts: Mapping[str, str],
    free: Mapping[str, Sequence[bool]],
    runs: Mapping[str, Sequence[Sequence[Unit]]],
    marks: str,
) -> dict[str, tuple[Source, tuple[Unit, ...], list[Place]]]:
    found: dict[tuple[Source, str], list[Place]] = defaultdict(list)
    made_of: dict[tuple[Source, str], tuple[Unit, ...]] = {}

    def note(source: Source, text: str, parts: Sequence[Unit], place: Place) -> None:
        made_of.setdefault((source, text), tuple(parts))
        found[source, text].append(place)

    for part, zh in texts.items():
        for match in TITLE.finditer(zh):
            if any(free[part][match.start(1) : match.end(1)]):
                note("title", match[1], (), (part, match.start(1), match.end(1)))
        for start, end in names(zh, runs[part], marks):
            note("name", zh[start:end], (), (part, start, end))
        for run in runs[part]:
            for unit in run:
                if unit.quoted:
                    at = unit.start + 1
                    for piece in re.split("([、，])", unit.text):
                        if piece not in "、，" and any(free[part][at : at + len(piece)]):
                            note("coinage", piece, (unit,), (part, at, at + len(piece)))
                        at += len(piece)
                elif unit.free and len(unit.text) > 1 and unit.tag != "m":
                    note("word", unit.text, (unit,), (part, unit.start, unit.end))
            for first, last in spans(run):
                start, end = run[first].start, run[last - 1].end
                note("phrase", zh[start:end], run[first:last], (part, start, end))
    return _merged(found, made_of)


def _merged(
    found: Mapping[tuple[Source, str], list[Place]], made_of: Mapping[tuple[Source, str], tuple[Unit, ...]]
) -> dict[str, tuple[Source, tuple[Unit, ...], list[Place]]]:
    """Text → its source, units and places; what stands mostly without quotation marks is a word or a phrase."""
    sources: dict[str, dict[Source, list[Place]]] = defaultdict(dict)
    for (source, text), at in found.items():
        sources[text][source] = at
    out = {}
    for text, by_source in sources.items():
        at = [place for places in by_source.values() for place in places]
        source = max(by_source, key=lambda s: len(by_source[s]))
        if len(text) < 2 or text in LIGHT or (source in ("word", "phrase") and len(at) < LEAST):
            continue
        out[text] = source, made_of[source, text], sorted(at)
    return out


def _uncovered(zh: str, hits: Sequence[Hit]) -> list[bool]:
    free = [True] * len(zh)
    for hit in hits:
        free[hit.start : hit.end] = [False] * (hit.end - hit.start)
    return free


def _everywhere(text: str, texts: Mapping[str, str]) -> list[Place]:
    pattern = re.compile(re.escape(text))
    return [(part, m.start(), m.end()) for part, zh in texts.items() for m in pattern.finditer(zh)]


def _contexts(at: Sequence[Place], texts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((p, texts[p][max(0, start - AROUND) : end + AROUND]) for p, start, end in at[:3])
