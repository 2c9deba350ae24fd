"""How much two sentences share: their pairs of neighbouring characters, each weighed by how rare it is in the two texts.

A pair of characters weighs log(1 + N/n), where n of N sentences have it, so that 推进 and 建设, which every paragraph has,
count for little and a name for much. The share is Dice's: twice the common weight by the weight of both (Dice, 1945).
Digits count as one sign, so that a figure that changed does not part two sentences.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from yuedu.wording.ladders import EVERY

Signs = frozenset[str]
"""The pairs of a sentence."""
_NUMBER = re.compile(r"\d+(?:[.、\-]\d+)*")
_DIRECTS = re.compile(f"(?:{EVERY.pattern})+")
LEAST_OBJECT = 3
"""Characters that have to be left of a sentence without the words that direct."""
EDGE = "\N{END OF TEXT}"


def signs(text: str) -> Signs:
    """The pairs of neighbouring characters of a normal form, its numbers as one sign."""
    plain = _NUMBER.sub("0", text)
    return frozenset(plain[n : n + 2] for n in range(len(plain) - 1)) or frozenset((plain + EDGE,))


def object_of(text: str) -> Signs:
    """The same without the words that direct at its head: 探索通借通还 and 全面实施通借通还 are of one thing."""
    opens = _DIRECTS.match(text)
    return signs(text[opens.end() :] if opens and len(text) - opens.end() >= LEAST_OBJECT else text)


class Weights:
    """The weight of every pair in two texts."""

    def __init__(self, sentences: Iterable[Signs]) -> None:
        count: Counter[str] = Counter()
        total = 0
        for found in sentences:
            count.update(found)
            total += 1
        self._of: Mapping[str, float] = {sign: math.log1p(total / n) for sign, n in count.items()}
        self._unknown = math.log1p(total or 1)

    def of(self, found: Iterable[str]) -> float:
        """The weight of pairs together."""
        of, unknown = self._of, self._unknown
        return math.fsum(of.get(sign, unknown) for sign in found)  # exact: in whatever order a set is read

    def share(self, a: Signs, b: Signs) -> float:
        """How much of both is common, from 0 to 1."""
        common = self.of(a & b)
        both = self.of(a) + self.of(b)
        return 2 * common / both if both else 0.0

    def inside(self, part: Signs, whole: Signs) -> float:
        """How much of a part stands in a whole, from 0 to 1."""
        own = self.of(part)
        return self.of(part & whole) / own if own else 0.0


def united(parts: Sequence[Signs]) -> Signs:
    """The pairs of several sentences in a row."""
    return frozenset().union(*parts)
