"""What a comparison takes and gives: sentences in, rows out.

    two texts as sentences ─ normal (words alone) ─ anchors, likeness, nearness (who belongs to whom) ─ order (who stayed)
                           ─ changes, figures, force, clauses (what became of the words) → [Row]

Guarantees, each with a test:
1. Every sentence of both sides is in exactly one row.
2. A text against itself is all `same`.
3. As few sentences as possible are `moved`: the longest run that stands in the same order in both stays.
4. Offsets count code points of the sentences' `zh`, several sentences joined with nothing between.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from yuedu.quantities.model import Quantity

Span = tuple[int, int]
Cut = Callable[[str], Sequence[Span]]
"""A tokenizer: the spans of a text's words, which tile it."""

Kind = Literal["same", "reworded", "moved", "split", "merged", "new", "gone"]
KINDS: tuple[Kind, ...] = ("same", "reworded", "moved", "split", "merged", "new", "gone")
Force = Literal["stronger", "weaker", "other"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text: its id, or its number where it is in no corpus; its words; the id of the passage or section
    it stands in; the quantities read in it, with offsets in `zh`."""

    ident: str | int
    zh: str
    place: str = ""
    figures: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one side and what stands for them on the other; an empty span where nothing does."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A quantity that is another on the other side; None where the other side has none in its place."""

    a: Quantity | None
    b: Quantity | None

    @property
    def change(self) -> Decimal | None:
        """By how much the value rose, in the base unit; None for dates, ranges, and what has no counterpart."""
        if not self.a or not self.b or "date" in (self.a.type, self.b.type) or self.a.value_max or self.b.value_max:
            return None
        return Decimal(self.b.value) - Decimal(self.a.value)


@dataclass(frozen=True, slots=True)
class Shift:
    """Directing words of A and of B, none where one side has none; what the tables say, and what that rests on."""

    a: str
    b: str
    force: Force
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of two sentences that belong together, as spans; None on the side where it does not stand."""

    kind: Kind
    a: Span | None
    b: Span | None


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences that belong together: one on each side, one against several in a row, or one alone.

    `in_order`: whether it is of the run that stands in the same order in both; what does not and is one against one is
    `moved`. `changes` are the words that differ, none where the words are the same; `clauses` is empty where all clauses
    stand against each other in order.
    """

    kind: Kind
    a: tuple[Sentence, ...]
    b: tuple[Sentence, ...]
    in_order: bool = True
    changes: tuple[Change, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    force: Force | None = None
    shifts: tuple[Shift, ...] = ()
    clauses: tuple[Clause, ...] = ()


def joined(sentences: Sequence[Sentence]) -> str:
    """The words of several sentences as one, to which offsets refer."""
    return "".join(s.zh for s in sentences)
