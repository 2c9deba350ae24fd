"""Cleaning: a tuple of named steps, each of which yields the edits it would make.

Steps run in order on the whole seed. Only an editor's correction, and a dash that a converter lost, change a character
that is neither white space nor markup nor a bracket of the date line; both are shown to the reader. The correction comes
first, so that it is written against the seed as received.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from yuedu.text import grammar
from yuedu.text.definitions import ENTRY, GLOSSARY
from yuedu.text.joins import joins
from yuedu.text.lines import heading
from yuedu.text.spacing import BLANK, spacing
from yuedu.text.trace import Edit, Trace


@dataclass(frozen=True, slots=True)
class Correction:
    """An editor's change to the words of a seed, with the number of places it must be found in."""

    kind: str
    find: str
    replace: str
    times: int = 1


def corrections(text: str, wanted: Iterable[Correction]) -> Iterator[tuple[str, Edit]]:
    """The edits of the editor's corrections, cut down to the characters that change, in order of place."""
    edits: list[tuple[str, Edit]] = []
    for c in wanted:
        head = next(
            (n for n, (a, b) in enumerate(zip(c.find, c.replace, strict=False)) if a != b),
            min(len(c.find), len(c.replace)),
        )
        tail = 0
        while tail < min(len(c.find), len(c.replace)) - head and c.find[-1 - tail] == c.replace[-1 - tail]:
            tail += 1
        if head + tail == len(c.find):  # a pure insertion must hold on to a character
            head -= head > 0
            tail -= head == 0
        for match in re.finditer(re.escape(c.find), text):
            start, end = match.start() + head, match.end() - tail
            edits.append((c.kind, (start, end, c.replace[head : len(c.replace) - tail])))
    return iter(sorted(edits, key=lambda e: e[1]))


def line_ends(text: str) -> Iterator[Edit]:
    """Every kind of line or page end is a line feed: CR LF, form feed."""
    for m in re.finditer(r"\r\n|[\r\f\v\x85\u2028\u2029]", text):
        yield m.start(), m.end(), "\n"


def lost_dashes(text: str) -> Iterator[Edit]:
    """A soft hyphen between two digits stands where a converter lost a dash: 2014\u00ad2020 → 2014—2020."""
    for m in re.finditer("(?<=[0-9年])\u00ad+(?=[0-9])", text):
        yield m.start(), m.end(), "—"


def invisible(text: str) -> Iterator[Edit]:
    """Characters nobody sees: a byte-order mark, zero-width spaces, soft hyphens."""
    for m in re.finditer("[\ufeff\u200b-\u200f\u00ad\u2060]+", text):
        yield m.start(), m.end(), ""


def emphasis(text: str) -> Iterator[Edit]:
    """`**` around words and `#` before a heading; where the `**` stood is kept as emphasis offsets."""
    for m in re.finditer(rf"\*\*|^{BLANK}*#{{1,6}}{BLANK}+", text, re.M):
        yield m.start(), m.end(), ""


def run_in_lines(text: str) -> Iterator[Edit]:
    """A wide gap inside a line stands for a line feed after a heading or a sentence, and before a heading or a dash.

    第一节　电力工业　　1990年，全国发电量…: a converter that lost the lines and kept their indentation.
    """
    for line in re.finditer(r"[^\n]+", text):
        begun = line.start()
        for gap in re.finditer(r"(?<=\S)(?:\u3000{2,}|[ \u00a0\t\u3000]{4,})(?=\S)", line[0]):
            start, end = line.start() + gap.start(), line.start() + gap.end()
            left, right = (re.sub(r"\s", "", part) for part in (text[begun:start], text[end : line.end()]))
            found = heading(left)
            ended = grammar.TERMINAL.search(left) or (found and found.standalone)
            if (ended and len(right) > 3) or heading(right) or right.startswith("——"):
                yield start, end, "\n"
                begun = end


def blank_lines(text: str) -> Iterator[Edit]:
    """One line feed between lines, none at the ends of the file."""
    for m in re.finditer(r"\A\n+|\n+\Z|(?<=\n)\n+", text):
        yield m.start(), m.end(), ""


def brackets(text: str) -> Iterator[Edit]:
    """The brackets of a date line are full-width: (2023年2月7日) → （2023年2月7日）."""
    for m in re.finditer(rf"^\(({grammar.DATE})\)$", text, re.M):
        yield m.start(), m.start() + 1, "（"
        yield m.end() - 1, m.end(), "）"


def lone_marks(text: str) -> Iterator[Edit]:
    """一是, 第一， or 各位代表！ alone on a line is joined to the line that it counts or addresses.

    So is the term of a glossary's entry, 1.“四上”企业：, below 名词解释.
    """
    at = 0
    lines = text.split("\n")
    below = next((n for n, line in enumerate(lines) if GLOSSARY.fullmatch(line)), len(lines))
    for n, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=True)):
        at += len(line) + 1
        entry = n > below and (found := ENTRY.fullmatch(line)) is not None and not found["said"]
        alone = entry or grammar.LONE_MARK.fullmatch(line) or grammar.ADDRESS.fullmatch(line)
        if alone and following and heading(following) is None and not grammar.LONE_MARK.match(following):
            yield at - 1, at, ""


STEPS: tuple[tuple[str, Callable[[str], Iterator[Edit]]], ...] = (
    ("line end", line_ends),
    ("lost dash", lost_dashes),
    ("invisible", invisible),
    ("emphasis", emphasis),
    ("run-in line", run_in_lines),
    ("spacing", spacing),
    ("blank line", blank_lines),
    ("brackets", brackets),
    ("lone mark", lone_marks),
)


def clean(seed: str, wanted: Iterable[Correction] = ()) -> Trace:
    """The cleaned text of a seed, with every difference recorded."""
    trace = Trace(seed)
    trace.apply_named(corrections(seed, wanted))
    for kind, step in STEPS:
        trace.apply(kind, step(trace.text))
    trace.apply_named(joins(trace))
    return trace
