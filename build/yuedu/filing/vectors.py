"""Texts as vectors of tf-idf of length 1 (a little less for a short one), kept as the features that are there, and the middle of several (Rocchio)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from yuedu.filing.features import Feature

Vector = Mapping[Feature, float]

UNSAID = 3  # every text counts as if it had so many more words that nobody knows: a line of one word proves little


class Weights:
    """How much a feature counts: the rarer in the texts learnt from, the more.

    A feature that none of them has counts like their mean, so that a text of another field, of which a few words
    only are known, is like nothing much.
    """

    def __init__(self, texts: Sequence[Counter[Feature]]) -> None:
        holding = Counter(feature for text in texts for feature in text)
        self._idf = {f: math.log((1 + len(texts)) / (1 + n)) + 1 for f, n in holding.items()}
        total = sum(holding.values())
        self._unknown = sum(n * self._idf[f] for f, n in sorted(holding.items())) / total if total else 1.0

    def vector(self, text: Counter[Feature]) -> Vector:
        """The text's direction; empty for a text without features."""
        raw = {f: (1 + math.log(n)) * self._idf.get(f, self._unknown) for f, n in text.items()}
        whole = math.sqrt(length(raw) ** 2 + UNSAID * self._unknown**2)
        return {f: x / whole for f, x in raw.items()}


@dataclass(frozen=True, slots=True)
class Example:
    """A text of a topic; `hidden_with` names what is hidden together (see `rule`), None for the topic's own description."""

    topic: str
    vector: Vector
    weight: float
    hidden_with: str | None = None


class Centroids:
    """The middle of each topic's examples; what is like a topic points the same way."""

    def __init__(self, topics: Iterable[str], examples: Iterable[Example]) -> None:
        self.sums: dict[str, dict[Feature, float]] = {topic: {} for topic in topics}
        for example in examples:
            self._add(example, example.weight)
        self._lengths = {topic: length(middle) for topic, middle in self.sums.items()}

    def without(self, examples: Sequence[Example]) -> Centroids:
        """The same, had it never seen these."""
        touched = {e.topic for e in examples}
        less = Centroids((), ())
        less.sums = {topic: dict(s) if topic in touched else s for topic, s in self.sums.items()}
        for example in examples:
            less._add(example, -example.weight)
        less._lengths = {t: length(s) if t in touched else self._lengths[t] for t, s in less.sums.items()}
        return less

    def shares(self, vector: Vector, topic: str) -> dict[Feature, float]:
        """What each feature adds to the likeness."""
        middle, whole = self.sums[topic], self._lengths[topic]
        return {f: x * middle[f] / whole for f, x in vector.items() if f in middle}

    def likeness(self, vector: Vector) -> dict[str, float]:
        """Topic → the cosine of the text and the topic's middle, 0 to 1."""
        return {topic: min(1.0, max(0.0, sum(self.shares(vector, topic).values()))) for topic in self.sums}

    def _add(self, example: Example, weight: float) -> None:
        middle = self.sums[example.topic]
        for feature, x in example.vector.items():
            middle[feature] = middle.get(feature, 0.0) + weight * x


def length(vector: Vector) -> float:
    """Euclidean; 1 for the empty vector, so that it can be divided by."""
    return math.sqrt(sum(x * x for x in vector.values())) or 1.0


def dot(a: Vector, b: Vector) -> float:
    """The cosine of two directions."""
    if len(b) < len(a):
        a, b = b, a
    return sum(x * b[f] for f, x in a.items() if f in b)
