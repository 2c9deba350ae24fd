"""What two changed stretches have in common at their ends, where the tokenizer parted the two sides differently.

诚挚|感谢 against 衷心感谢: 感谢 is a word of one side, and has not changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from yuedu.wording.shape import Change
from yuedu.wording.words import Word


def trimmed(change: Change, texts: tuple[str, str], words: tuple[Sequence[Word], Sequence[Word]]) -> Change:
    """The change without the words that both sides begin or end with; a quantity is never parted. `words`: those changed."""
    (a, end_a), (b, end_b) = change.a, change.b
    x, y = texts[0][a:end_a], texts[1][b:end_b]
    ends = [_borders(words[0], a), _borders(words[1], b)]
    begins = _common(x, y, ends)
    x, y = x[begins:], y[begins:]
    turned = [{len(x) + begins - at for at in ends[0]}, {len(y) + begins - at for at in ends[1]}]
    closes = _common(x[::-1], y[::-1], turned)
    return Change((a + begins, end_a - closes), (b + begins, end_b - closes))


def _common(x: str, y: str, borders: Sequence[set[int]]) -> int:
    """How many characters are common from the start, up to a border of either side."""
    most = 0
    for n, (one, other) in enumerate(zip(x, y, strict=False), 1):
        if one != other:
            break
        if n in borders[0] or n in borders[1]:
            most = n
    return most


def _borders(words: Sequence[Word], start: int) -> set[int]:
    """Where words begin and end, counted from the start of the change; none where a quantity is among them."""
    if any(w.quantity for w in words):
        return set()
    return {at - start for w in words for at in (w.start, w.end)} - {0}
