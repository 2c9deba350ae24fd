"""White space inside figures: 3 000 元, 1 270 万件, 8.5 %. What is read is the text without it; places are those of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from yuedu.quantities.model import Quantity

_GAP = "[ \u00a0\u2009\u202f]"
_INSIDE = re.compile(
    rf"(?<=[0-9]){_GAP}+(?=[\u4e00-\u9fff%％‰℃])|(?<=[\u4e00-\u9fff]){_GAP}+(?=[0-9])"  # 3 000 元, 8.5 %, 共 12
    rf"|(?<![0-9.,])(?P<number>[1-9][0-9]{{0,2}}(?:{_GAP}[0-9]{{3}})+)(?![0-9])(?={_GAP}*[\u4e00-\u9fff%％‰.]|$|[，。；、])"
)
_ANY = re.compile(_GAP)


def squeezed(text: str) -> tuple[str, list[int]]:
    """The text without the white space of its figures, and for each of its places the place in `text`, the end included."""
    dropped: set[int] = set()
    for match in _INSIDE.finditer(text):
        first, last = match.span()
        dropped |= {n for n in range(first, last) if _ANY.match(text, n)}
    for match in re.finditer(rf"(?<=[0-9]){_GAP}+(?=[\u4e00-\u9fff%％‰℃])", text):
        dropped |= set(range(*match.span()))
    places = [n for n in range(len(text)) if n not in dropped]
    return "".join(text[n] for n in places), [*places, len(text)]


def placed(quantity: Quantity, text: str, places: Sequence[int]) -> Quantity:
    """A quantity of the squeezed text where it stands in the text."""
    start, end = places[quantity.start], places[quantity.end - 1] + 1
    change = quantity.change
    if change:
        change = replace(change, start=places[change.start], end=places[max(change.end - 1, 0)] + 1)
    return replace(quantity, start=start, end=end, zh=text[start:end], change=change)
