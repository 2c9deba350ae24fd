"""«A topic of its own?»: passages that nothing filed is like, gathered where they are like each other.

Average linkage over tf-idf: the two groups that are most alike become one, as long as two are alike enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from yuedu.filing import features
from yuedu.filing.features import Feature
from yuedu.filing.shape import Cut, PassageWords
from yuedu.filing.vectors import Vector, Weights, dot

ALIKE = 0.1  # the mean cosine of their passages at which two groups are of one subject
FEW = 3  # passages that make a topic
COMMON = 6
SHARED = 3  # a word is shared where one in so many says it


@dataclass(frozen=True, slots=True)
class Group:
    """Passages that may be a topic of its own, in the order given, and the words they share, most telling first."""

    passages: tuple[str, ...]
    words: tuple[str, ...]


def belong_together(passages: Sequence[PassageWords], cut: Cut) -> list[Group]:
    """Groups of at least three passages, the largest first; what shares a heading alone, or one word, stands in none."""
    texts = [features.of_passage(p, cut) for p in passages]
    weights = Weights(texts)
    vectors = [weights.vector(t) for t in texts]
    linked = sorted((g for g in _linked(vectors) if len(g) >= FEW), key=lambda g: (-len(g), g))
    groups = [Group(tuple(passages[n].id for n in g), _common(g, passages, vectors)) for g in linked]
    return [g for g in groups if len(g.words) > 1]


def _linked(vectors: Sequence[Vector]) -> list[list[int]]:
    members = {n: [n] for n in range(len(vectors))}
    alike: dict[int, dict[int, float]] = {n: {} for n in members}
    for a in members:
        for b in range(a):
            alike[a][b] = alike[b][a] = dot(vectors[a], vectors[b])
    pairs = [(-x, a, b) for a, row in alike.items() for b, x in row.items() if b < a and x >= ALIKE]
    heapify(pairs)
    while pairs:
        _, a, b = heappop(pairs)
        if a not in members or b not in members:
            continue
        new = len(alike)
        of_a, of_b = len(members[a]), len(members[b])
        members[new] = sorted(members.pop(a) + members.pop(b))
        alike[new] = {}
        for other in members:
            if other != new:
                x = (of_a * alike[a][other] + of_b * alike[b][other]) / (of_a + of_b)
                alike[new][other] = alike[other][new] = x
                if x >= ALIKE:
                    heappush(pairs, (-x, new, other))
    return list(members.values())


def _common(group: Sequence[int], passages: Sequence[PassageWords], vectors: Sequence[Vector]) -> tuple[str, ...]:
    """What at least a third of the group says in its own sentences, and the others say less."""
    inside: defaultdict[Feature, float] = defaultdict(float)
    everywhere: defaultdict[Feature, float] = defaultdict(float)
    holding: defaultdict[Feature, int] = defaultdict(int)
    chosen = set(group)
    for n, vector in enumerate(vectors):
        for feature, x in vector.items():
            everywhere[feature] += x / len(vectors)
            if n in chosen:
                inside[feature] += x / len(group)
                holding[feature] += feature[1] in passages[n].zh
    telling = {
        f[1]: x - everywhere[f] for f, x in inside.items() if f[0] == "word" and SHARED * holding[f] >= len(group)
    }
    order = sorted((w for w, x in telling.items() if x > 0), key=lambda w: (-telling[w], w))
    return tuple(order[:COMMON])
