"""A row of a comparison as a template shows it: its sentences with the words that changed, its figures, its force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.pages.amounts import amount, compact, myriads
from yuedu.pages.chinese import Mark, marked
from yuedu.pages.labels import both as label
from yuedu.pages.passages import Line, reference
from yuedu.sources.shape import Bilingual
from yuedu.text.ids import parse_id, passage_of
from yuedu.wording.shape import FigureChange, Force, Kind, Row, Sentence, Shift, Span

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
        figures=[f for change in row.figures if (f := _figure(change))],
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


def _figure(change: FigureChange) -> Bilingual | None:
    """153 million → 181 million (+28 million); a figure that stands on one side alone is seen in the words."""
    if not change.a or not change.b:
        return None
    en, zh = f"{amount(change.a).en} → {amount(change.b).en}", f"{change.a.zh} → {change.b.zh}"
    if change.change:
        sign = "+" if change.change > 0 else "−"
        unit = "%" if change.b.unit_en == "%" else ""
        en += f" ({sign}{compact(abs(change.change))}{unit and ' points'})"
        zh += f"（{sign}{myriads(abs(change.change)).replace(',', '')}{unit and '个百分点'}）"
    return Bilingual(en=en, zh=zh)
