"""Two texts against each other, sentence by sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz.distance import Postfix, Prefix

from yuedu.wording.arrangement import arranged, kind_of
from yuedu.wording.changes import blocks, changes, figure_changes
from yuedu.wording.clauses import clauses
from yuedu.wording.force import force_of, shifts
from yuedu.wording.normal import normal
from yuedu.wording.pairing import in_order, pair
from yuedu.wording.shape import KINDS, Change, Cut, Kind, Row, Sentence, joined
from yuedu.wording.words import words

_NUMERAL = re.compile("[0-9０-９.．,〇零一二两三四五六七八九十百千]+")


def align(a: Sequence[Sentence], b: Sequence[Sentence], cut: Cut) -> list[Row]:
    """The rows in the order of B, what is gone at the place where it stood; `cut` parts a text into words.

    Seconds for two reports of a thousand sentences; the work grows with what they share.
    """
    texts_a, texts_b = [normal(s.zh).text for s in a], [normal(s.zh).text for s in b]
    ties = pair(texts_a, texts_b, [_without_values(s) for s in a], [_without_values(s) for s in b])
    rows: list[Row] = []
    for x, y, standing in arranged(ties, in_order(ties, texts_a), (len(a), len(b))):
        same = "".join(texts_a[slice(*x)]) == "".join(texts_b[slice(*y)])
        row = Row(kind_of(x, y, standing, same), tuple(a[slice(*x)]), tuple(b[slice(*y)]), standing)
        rows.append(row if same or not row.a or not row.b else _compared(row, cut))
    return rows


def _without_values(sentence: Sentence) -> str:
    """The normal form, in measured quantities 0 for the numeral: 三座书屋 and 五座书屋 are as near as 3座 and 5座."""
    zh, at, out = sentence.zh, 0, ""
    for q in sentence.figures:
        if q.measured:
            out += zh[at : q.start] + _NUMERAL.sub("0", q.zh)
            at = q.end
    return normal(out + zh[at:]).text


def counted(rows: Iterable[Row]) -> dict[Kind, int]:
    """How many rows there are of each kind, in the order of the kinds."""
    count = Counter(row.kind for row in rows)
    return {kind: count[kind] for kind in KINDS}


def _marks(a: str, b: str) -> Change:
    """What differs where no word does: a mark between two numbers."""
    start = Prefix.similarity(a, b)
    end = Postfix.similarity(a[start:], b[start:])
    return Change((start, len(a) - end), (start, len(b) - end))


def _compared(row: Row, cut: Cut) -> Row:
    """With what became of the words."""
    a, b, texts = words(row.a, cut), words(row.b, cut), (joined(row.a), joined(row.b))
    found = blocks(a, b)
    shifted = tuple(shifts(found, a, b))
    return replace(
        row,
        changes=changes(found, a, b, texts) or (_marks(*texts),),
        figures=figure_changes(found, a, b),
        force=force_of(shifted),
        shifts=shifted,
        clauses=clauses(*texts),
    )
