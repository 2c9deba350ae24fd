"""A sentence as words to compare: its tokens without marks and white space, each quantity as one word."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from yuedu.quantities.model import Quantity
from yuedu.wording.ladders import DIRECTING
from yuedu.wording.normal import head, normal
from yuedu.wording.shape import Cut, Sentence


@dataclass(frozen=True, slots=True)
class Word:
    """Its place; what it is compared by: a quantity by its kind and unit alone; its normal form."""

    start: int
    end: int
    key: Hashable
    text: str
    quantity: Quantity | None = None


def words(sentences: Sequence[Sentence], cut: Cut) -> list[Word]:
    """The words of sentences in a row; offsets count in all of them joined."""
    out: list[Word] = []
    at = 0
    for sentence in sentences:
        out += _words(sentence, at, cut)
        at += len(sentence.zh)
    return out


def _words(sentence: Sentence, offset: int, cut: Cut) -> Iterator[Word]:
    zh, first = sentence.zh, head(sentence.zh)
    figures = [q for q in sentence.figures if q.start >= first]
    taken = [(q.start, q.end) for q in figures]
    for start, end, quantity in sorted(
        [
            *((q.start, q.end, q) for q in figures),
            *((a, b, None) for a, b in _outside(_parted(zh, cut(zh)), taken, first)),
        ],
        key=lambda w: w[:2],
    ):
        text = normal(zh[start:end]).text
        if not any(c.isalnum() or c in "%‰" for c in text):
            continue
        if quantity is None:
            yield Word(start + offset, end + offset, text, text)
            continue
        unit = quantity.currency or quantity.unit_en or quantity.unit_zh
        own = replace(quantity, start=start + offset, end=end + offset)
        yield Word(start + offset, end + offset, (quantity.type, unit), text, own)


def _parted(zh: str, tokens: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The tokens, a modifier and its verb as two: 全面提高 is one word of the dictionary, 加快提高 is none."""
    for start, end in tokens:
        at = start + 2
        if end - start == 4 and zh[start:at] in DIRECTING.modifier and zh[at:end] in DIRECTING.verb:
            yield start, at
            start = at
        yield start, end


def _outside(
    tokens: Iterable[tuple[int, int]], taken: Sequence[tuple[int, int]], first: int
) -> Iterator[tuple[int, int]]:
    """What is left of tokens beside the quantities and the numeral at the head."""
    for start, end in tokens:
        start = max(start, first)
        for a, b in taken:
            if a < end and start < b:
                if start < a:
                    yield start, a
                start = b
        if start < end:
            yield start, end
