"""A row of a comparison as a template shows it: its sentences with the words that changed, its figures, its force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.pages.amounts import amount, compact, myriads
from yuedu.pages.chinese import Mark, marked
from yuedu.pages.labels import both as label
from yuedu.pages.passages import Line, reference
from yuedu.quantities import hedges
from yuedu.quantities.model import Quantity
from yuedu.sources.shape import Bilingual
from yuedu.text.ids import parse_id, passage_of
from yuedu.wording.shape import FigureChange, Force, Kind, Row, Sentence, Shift, Span, joined

KINDS: dict[Kind, Bilingual] = {
    "same": label("Word for word", "原句"),
    "reworded": label("Reworded", "改写"),
    "moved": label("Moved", "移动"),
    "split": label("Split", "拆分"),
    "merged": label("Merged", "合并"),
    "new": label("New", "新增"),
    "gone": label("Not in the second", "不见于后文"),
}
FORCES: dict[Force, Bilingual] = {
    "stronger": label("stronger", "加强"),
    "weaker": label("weaker", "减弱"),
    "other": label("other word", "换词"),
}


_HEDGES = re.compile(
    "|".join(f"(?:{pattern})" for _, pattern, _ in (*hedges.BEFORE, *hedges.AFTER)) + "|达到?|至|到|[余多]$"
)

_MARKS = re.compile("[，,；;。、：:（）()]")
"""What ends a clause, or a thing of a list, so that each figure stands with its own words."""
ALIKE = 80
"""Of 100: what two clauses say before their figures, 今年赤字率拟按 and 赤字率拟按, so that the figures count the same."""


@dataclass(frozen=True, slots=True)
class Shown:
    """`was`: the lines of A, none where the words are the same; `at`: where they stand; `now`: those of B."""

    kind: Kind
    name: Bilingual
    anchor: str
    force: Force | None
    shifts: tuple[Shift, ...]
    was: list[Line]
    now: list[Line]
    at: list[Line]
    figures: list[Bilingual]


def shown(corpus: Corpus, row: Row, page: str, names: Mapping[Kind, Bilingual]) -> Shown:
    """A row on `page`; `names` of the kinds."""
    was = list(_lines(corpus, row.a, [c.a for c in row.changes], "del", page))
    now = list(_lines(corpus, row.b, [c.b for c in row.changes], "ins", page))
    same = bool(row.a and row.b and not row.changes)
    return Shown(
        kind=row.kind,
        name=names[row.kind],
        anchor=str((row.b or row.a)[0].ident),
        force=row.force,
        shifts=row.shifts,
        was=[] if same else was,
        now=now,
        at=was if same else [],
        figures=[_figure(a, b) for a, b in figures_that_changed(row)],
    )


def _lines(corpus: Corpus, side: Sequence[Sentence], spans: Sequence[Span], tag: str, page: str) -> Iterator[Line]:
    """Spans count through all sentences of the side."""
    at = 0
    for sentence in side:
        ident, end = str(sentence.ident), at + len(sentence.zh)
        passage, speech = passage_of(ident), corpus.speech_of[ident]
        marks = [
            Mark(max(a, at) - at, min(b, end) - at, f"<{tag}>", f"</{tag}>")
            for a, b in spans
            if a < b and a < end and b > at
        ]
        yield Line(
            ident=ident,
            href=urls.relative(urls.part_url(ident), page),
            reference=reference(corpus, ident),
            strand=speech.strand_of(passage),
            document=speech.meta.id,
            zh=marked(sentence.zh, 0, len(sentence.zh), marks),
            en=corpus.sentence_en(passage, parse_id(ident).sentence or 1),
            draft=corpus.is_draft(passage),
        )
        at = end


def figures_that_changed(row: Row) -> list[tuple[Quantity, Quantity]]:
    """Those that stand in the same words on both sides."""
    return [(c.a, c.b) for c in row.figures if c.a and c.b and _alone(row, c.a, c.b)]


def _alone(row: Row, a: Quantity, b: Quantity) -> bool:
    """Whether both figures are said of the same: 从50元提高到84元 beside 再提高5元 are a level and a step."""
    before_a, after_a = _clause(joined(row.a), a)
    before_b, after_b = _clause(joined(row.b), b)
    shorter = min(len(after_a), len(after_b))
    return fuzz.ratio(before_a, before_b) >= ALIKE and after_a[:shorter] == after_b[:shorter]


def _clause(text: str, q: Quantity) -> tuple[str, str]:
    """The words of its clause before a figure and after it, without hedges."""
    before, after = _MARKS.split(text[: q.start])[-1], _MARKS.split(text[q.end :])[0]
    return _HEDGES.sub("", before), _HEDGES.sub("", after)


def _figure(a: Quantity, b: Quantity) -> Bilingual:
    """153 million → 181 million (+28 million)."""
    change = FigureChange(a, b).change
    en, zh = f"{amount(a).en} → {amount(b).en}", f"{a.zh} → {b.zh}"
    if change:
        sign = "+" if change > 0 else "−"
        unit = "%" if b.unit_en == "%" else ""
        en += f" ({sign}{compact(abs(change))}{unit and (' percentage point' if abs(change) == 1 else ' percentage points')})"
        zh += f"（{sign}{myriads(abs(change)).replace(',', '')}{unit and '个百分点'}）"
    return Bilingual(en=en, zh=zh)
