"""Chinese and English in rows that belong together, with the words of each finding marked by a sign and its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from yuedu.checks.pair import Pair, Span
from yuedu.desk.terminal.harmless import harmless
from yuedu.findings import Finding

SIGNS = {"error": "x", "warning": "!"}
STYLES = {"error": "bold red", "warning": "bold yellow"}


Numbered = tuple[str, Text]
"""A sentence, and before it its number or the numbers it stands on."""


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences and segments that stand on each other and on nothing else, each with its numbers; a side may be empty."""

    zh: list[Numbered]
    en: list[Numbered]


def rows(pair: Pair, findings: Sequence[Finding]) -> list[Row]:
    """The rows in order; `findings` are numbered from 1 in the order in which they are given."""
    zh_marks = [(n, f, f.zh) for n, f in enumerate(findings, 1) if f.zh]
    en_marks = [(n, f, f.en) for n, f in enumerate(findings, 1) if f.en]
    out = []
    for sentences, segments in _groups(pair):
        zh = [(f"[{n}]", _marked(pair.zh, pair.sentences[n - 1], zh_marks)) for n in sentences]
        en = [(_stands_on(pair, n), _marked(pair.en, pair.segment_spans[n], en_marks)) for n in segments]
        out.append(Row(zh, en))
    return out


def _groups(pair: Pair) -> Iterator[tuple[list[int], list[int]]]:
    """Sentences (from 1) and segments (from 0), in order of the sentences."""
    groups: list[tuple[set[int], list[int]]] = [({n}, []) for n in range(1, len(pair.sentences) + 1)]
    for index, segment in enumerate(pair.segments):
        on = {n for n in segment.stands_on if n <= len(pair.sentences)}
        joined = [g for g in groups if g[0] & on]
        rest = [g for g in groups if not g[0] & on]
        made = (set[int]().union(*(g[0] for g in joined)), sorted([n for g in joined for n in g[1]] + [index]))
        groups = [*rest, made]
    yield from ((sorted(s), e) for s, e in sorted(groups, key=lambda g: min(g[0], default=len(pair.sentences) + 1)))


def _stands_on(pair: Pair, segment: int) -> str:
    return f"[{','.join(map(str, pair.segments[segment].stands_on))}]"


def _marked(text: str, span: Span, marks: Sequence[tuple[int, Finding, Span]]) -> Text:
    """One sentence; where marks overlap, each word is in the first of them."""
    start, end = span
    out = Text()
    position = start
    for number, finding, (a, b) in sorted(marks, key=lambda m: (m[2][0], m[0])):
        a, b = max(a, position), min(b, end)
        if a >= b:
            continue
        out.append(harmless(text[position:a]))
        sign = SIGNS[finding.severity]
        out.append(f"{{{sign}{number} {harmless(text[a:b])}}}", STYLES[finding.severity])
        position = b
    return out.append(harmless(text[position:end]))
