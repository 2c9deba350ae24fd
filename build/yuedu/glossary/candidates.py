"""What might be a term and is not in the term base: names, coinages, titles, and words that recur.

Four sources, each of which must come to none: every name in a series that the term base knows (晋政通, 晋办事: what begins
with the character that its systems share), every “coinage” in quotation marks, every 《title》, and every word of jieba's or new word that stands at least twice outside the terms that are known. A new word is
a string whose parts stand together more than chance has them, and with different neighbours on both sides (the pointwise
mutual information and branching entropy of new-word discovery; see Matrix67, 互联网时代的社会语言学, 2012).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Literal

from yuedu.glossary.match import Hit
from yuedu.glossary.shape import Term

Source = Literal["name", "coinage", "title", "word", "new word"]

COINAGE = re.compile("“([^“”]+)”")  # “免申即享”
TITLE = re.compile("《([^《》]+)》")  # 《广东省数据条例》
RUN = re.compile("[\u4e00-\u9fff]+")

IN_SERIES = 5
"""A character that as many systems begin with, and more systems than other terms, is the mark of a series of names."""
LEAST = 2
"""A word counts from its second occurrence outside known terms."""
LONGEST = 8
COHESION = 4.0
"""The least pointwise mutual information (nats) at the weakest joint of a new word."""
FREEDOM = 0.6
"""The least branching entropy (nats) on either side of a new word."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A string that no one has decided about, where it comes from, and the first places it stands in."""

    text: str
    source: Source
    count: int
    contexts: tuple[tuple[str, str], ...]  # part id, words around it


def candidates(
    texts: Mapping[str, str],
    hits: Mapping[str, Sequence[Hit]],
    words: Mapping[str, Sequence[tuple[int, int]]],
    known: set[str],
    marks: str = "",
) -> list[Candidate]:
    """Candidates, names and titles first, then by count.

    `texts` maps a part's id to its Chinese, `hits` to its terms, `words` to the token spans of the tokenizer; `known` are
    all forms of the term base and all strings on the list of what is no term; a name begins with one of `marks`.
    """
    named = re.compile(f"[{marks}][\u4e00-\u9fff]{{1,3}}") if marks else None  # 晋政通
    found: dict[tuple[str, Source], list[tuple[str, int]]] = defaultdict(list)
    free = {part: _uncovered(zh, hits.get(part, ())) for part, zh in texts.items()}
    for part, zh in texts.items():
        for text, source, start in (*_named(zh, free[part], words[part], named), *_words(zh, free[part], words[part])):
            found[text, source].append((part, start))
    for text, places in _new_words(texts, free).items():
        if (text, "word") not in found:
            found[text, "new word"] = places
    order: dict[Source, int] = {"name": 0, "coinage": 0, "title": 0, "word": 1, "new word": 2}
    out = [
        Candidate(text, source, len(places), tuple((p, _around(texts[p], at, text)) for p, at in places[:3]))
        for (text, source), places in found.items()
        if text not in known and (order[source] == 0 or len(places) >= LEAST)
    ]
    return sorted(out, key=lambda c: (order[c.source], -c.count, c.text))


def series_marks(terms: Sequence[Term]) -> str:
    """The first characters that the systems of a desk share: 晋 for 晋政通, 晋办事, 晋心办 …"""
    systems = Counter(t.zh[0] for t in terms if t.is_system)
    others = Counter(t.zh[0] for t in terms if not t.is_system)
    return "".join(c for c, n in sorted(systems.items()) if n >= IN_SERIES and n > others[c] and RUN.fullmatch(c))


def _uncovered(zh: str, hits: Sequence[Hit]) -> list[bool]:
    free = [True] * len(zh)
    for hit in hits:
        free[hit.start : hit.end] = [False] * (hit.end - hit.start)
    return free


def _named(
    zh: str, free: Sequence[bool], words: Sequence[tuple[int, int]], name: re.Pattern[str] | None
) -> Iterator[tuple[str, Source, int]]:
    """Names of a series, to the end of the token; coinages part by part; titles."""
    ends = dict(words)
    for match in name.finditer(zh) if name else ():
        if free[match.start()]:
            end = ends.get(match.start(), match.end())
            yield zh[match.start() : max(end, match.start() + 2)], "name", match.start()
    for match in COINAGE.finditer(zh):
        at = match.start(1)
        for part in re.split("[、，]", match[1]):
            if part and any(free[at : at + len(part)]):
                yield part, "coinage", at
            at += len(part) + 1
    for match in TITLE.finditer(zh):
        if any(free[match.start(1) : match.end(1)]):
            yield match[1], "title", match.start(1)


def _words(zh: str, free: Sequence[bool], words: Sequence[tuple[int, int]]) -> Iterator[tuple[str, Source, int]]:
    for start, end in words:
        if end - start > 1 and RUN.fullmatch(zh, start, end) and all(free[start:end]):
            yield zh[start:end], "word", start


def _new_words(texts: Mapping[str, str], free: Mapping[str, Sequence[bool]]) -> dict[str, list[tuple[str, int]]]:
    """Strings that recur outside known terms and hold together."""
    counts: Counter[str] = Counter()
    places: dict[str, list[tuple[str, int]]] = defaultdict(list)
    before: dict[str, Counter[str]] = defaultdict(Counter)
    after: dict[str, Counter[str]] = defaultdict(Counter)
    total = 0
    for part, zh in texts.items():
        for run in RUN.finditer(zh):
            total += len(run[0])
            for start in range(*run.span()):
                for end in range(start + 1, min(start + LONGEST, run.end()) + 1):
                    word = zh[start:end]
                    counts[word] += 1
                    if end - start > 1 and all(free[part][start:end]):
                        places[word].append((part, start))
                        before[word][zh[start - 1 : start] or f"^{part}"] += 1
                        after[word][zh[end : end + 1] or f"${part}"] += 1
    return {
        word: at
        for word, at in places.items()
        if len(at) >= LEAST
        and len(word) > 2
        and _cohesion(word, counts, total) >= COHESION
        and min(_entropy(before[word]), _entropy(after[word])) >= FREEDOM
    }


def _cohesion(word: str, counts: Counter[str], total: int) -> float:
    return min(log(counts[word] * total / (counts[word[:n]] * counts[word[n:]])) for n in range(1, len(word)))


def _entropy(neighbours: Counter[str]) -> float:
    total = sum(neighbours.values())
    return -sum(n / total * log(n / total) for n in neighbours.values())


def _around(zh: str, start: int, text: str) -> str:
    return zh[max(0, start - 8) : start + len(text) + 8]
