"""What became of the words of sentences that belong together: word by word, quantities as quantities.

Words are aligned by the longest common subsequence (rapidfuzz, Indel). A word or two that both sides have between two
changes longer than it are taken into the change, so that a clause said anew reads as one change and not as its 的.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from yuedu.quantities.model import Quantity
from yuedu.wording.shape import Change, FigureChange
from yuedu.wording.trimming import trimmed
from yuedu.wording.words import Word

ISLAND = 2
"""Characters of what is taken into the changes around it."""


@dataclass(frozen=True, slots=True)
class Block:
    """Words of A and of B, from and up to; `equal`: they are the same."""

    equal: bool
    a: tuple[int, int]
    b: tuple[int, int]


def blocks(a: Sequence[Word], b: Sequence[Word]) -> list[Block]:
    """Blocks that tile both, equal ones and changed ones by turns; a quantity of another value is changed."""
    found: list[Block] = []
    for op in Indel.opcodes([w.key for w in a], [w.key for w in b]):
        if op.tag == "equal":
            for n in range(op.src_end - op.src_start):
                i, j = op.src_start + n, op.dest_start + n
                _add(found, Block(a[i].text == b[j].text, (i, i + 1), (j, j + 1)))
        else:
            _add(found, Block(False, (op.src_start, op.src_end), (op.dest_start, op.dest_end)))
    return _without_islands(found, a, b)


def changes(found: Sequence[Block], a: Sequence[Word], b: Sequence[Word], texts: tuple[str, str]) -> tuple[Change, ...]:
    """The changed blocks as offsets into the texts; where one side has nothing, the place at which the other has something."""
    out = []
    for x in (block for block in found if not block.equal):
        span_a, span_b = _span(x.a, a, after=_follows(x.b, b)), _span(x.b, b, after=_follows(x.a, a))
        out.append(trimmed(Change(span_a, span_b), texts, (a[slice(*x.a)], b[slice(*x.b)])))
    return tuple(c for c in out if c.a[0] < c.a[1] or c.b[0] < c.b[1])


def figure_changes(found: Sequence[Block], a: Sequence[Word], b: Sequence[Word]) -> tuple[FigureChange, ...]:
    """The quantities that changed, in order; within a change those of one kind and unit stand for each other by turn.

    What stands on one side alone is told where it is measured: a count of the text's own points (三大支撑) is not.
    """
    out: list[FigureChange] = []
    for block in found:
        if not block.equal:
            out += _paired(a[slice(*block.a)], b[slice(*block.b)])
    return tuple(out)


def _paired(a: Sequence[Word], b: Sequence[Word]) -> Iterator[FigureChange]:
    old, new = [w for w in a if w.quantity], [w for w in b if w.quantity]
    for op in Indel.opcodes([w.key for w in old], [w.key for w in new]):
        if op.tag == "equal":
            pairs = zip(old[op.src_start : op.src_end], new[op.dest_start : op.dest_end], strict=True)
            yield from (FigureChange(x.quantity, y.quantity) for x, y in pairs if _value(x) != _value(y))
        else:
            yield from (FigureChange(q, None) for q in _measured(old[op.src_start : op.src_end]))
            yield from (FigureChange(None, q) for q in _measured(new[op.dest_start : op.dest_end]))


def _measured(side: Sequence[Word]) -> Iterator[Quantity]:
    return (w.quantity for w in side if w.quantity and w.quantity.measured)


def _value(word: Word) -> tuple[str, str | None]:
    assert word.quantity
    return word.quantity.value, word.quantity.value_max


def _add(found: list[Block], block: Block) -> None:
    """A block after the others, as one with the last where that is of its kind."""
    last = found[-1] if found else None
    if last and last.equal == block.equal:
        found[-1] = Block(block.equal, (last.a[0], block.a[1]), (last.b[0], block.b[1]))
    else:
        found.append(block)


def _without_islands(found: Sequence[Block], a: Sequence[Word], b: Sequence[Word]) -> list[Block]:
    out: list[Block] = []
    for n, block in enumerate(found):
        if block.equal and 0 < n < len(found) - 1:
            inside = a[slice(*block.a)]
            length = sum(len(w.text) for w in inside)
            around = min(_length(found[n - 1], a, b), _length(found[n + 1], a, b))
            if length <= ISLAND and length < around and not any(w.quantity for w in inside):
                block = Block(False, block.a, block.b)
        _add(out, block)
    return out


def _length(block: Block, a: Sequence[Word], b: Sequence[Word]) -> int:
    return max(sum(len(w.text) for w in side) for side in (a[slice(*block.a)], b[slice(*block.b)]))


def _follows(place: tuple[int, int], side: Sequence[Word]) -> bool:
    """Whether words stand right behind those before them, with no mark between."""
    start, end = place
    return 0 < start < end and side[start - 1].end == side[start].start


def _span(place: tuple[int, int], side: Sequence[Word], *, after: bool) -> tuple[int, int]:
    """From the first word to the last; of none, the end of the word before or the start of the next."""
    start, end = place
    if start < end:
        return side[start].start, side[end - 1].end
    if start > 0 and (after or start == len(side)):
        return side[start - 1].end, side[start - 1].end
    at = side[start].start if start < len(side) else 0
    return at, at
