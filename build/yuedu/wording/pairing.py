"""Who belongs to whom: equal sentences first, then the nearest, each sentence once.

    anchors (equal) → near (whatever their place) → fair, within the gaps between those that stand in order → fair, anywhere

The nearest of all is taken first, and so on down, as in greedy sequence alignment between anchors; what stands between the
same two neighbours on both sides needs less in common than what would have moved.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from yuedu.wording.anchors import anchors
from yuedu.wording.likeness import Signs, Weights, object_of, signs, united
from yuedu.wording.nearness import Tie, candidates
from yuedu.wording.order import longest_run

NEAR = 0.6
"""Share of common words from which two sentences belong together wherever they stand."""
IN_PLACE = 0.28
"""The same, where both stand between the same neighbours and much is common."""
ELSEWHERE = 0.36
"""The same, where one has moved, once all others have found theirs."""
MUCH, MORE = 12, 0.15
"""Where fewer than `MUCH` pairs of characters are common, the share has to be greater, by `MORE` where there are none:
深化全民国防教育 and 深化全民阅读活动 have a third in common, and are two things."""
EVEN = 0.03
"""Of two candidates that are so near to each other, the one in its place is taken."""


def pair(a: Sequence[str], b: Sequence[str], like_a: Sequence[str] = (), like_b: Sequence[str] = ()) -> list[Tie]:
    """Ties between two texts as normal forms, in the order of B; no sentence is in two. A and B exchanged give them mirrored.

    `like_a`, `like_b`: the same with their quantities as `0`, to be near by; the forms themselves where none are given.
    """
    if tuple(a) > tuple(b):
        return sorted((t.mirrored() for t in pair(b, a, like_b, like_a)), key=lambda t: t.b)
    like_a, like_b = like_a or a, like_b or b
    ties = [Tie((i, i + 1), (j, j + 1), 1.0) for i, j in anchors(a, b)]
    signs_a, signs_b = [signs(t) for t in like_a], [signs(t) for t in like_b]
    weights = Weights([*signs_a, *signs_b])
    free_a, free_b = _free(len(a), [t.a for t in ties]), _free(len(b), [t.b for t in ties])
    found = [(t, _wanting(t, signs_a, signs_b)) for t in candidates(signs_a, signs_b, free_a, free_b, weights)]
    lengths = len(a), len(b)
    ties = _take(ties, [t for t, _ in found if t.share >= NEAR], lengths, a, only_in_place=False)
    fair = [t for t, more in found if t.share >= IN_PLACE + more or _of_one_thing(t, like_a, like_b, weights)]
    ties = _take(ties, fair, lengths, a, only_in_place=True)
    ties = _take(ties, [t for t, more in found if t.share >= ELSEWHERE + more], lengths, a, only_in_place=False)
    return sorted(ties, key=lambda t: t.b)


def in_order(ties: Sequence[Tie], a: Sequence[str]) -> set[int]:
    """The numbers of the ties that stand in the same order on both sides: the longest run."""
    return longest_run([(t.a[0], t.b[0], sum(map(len, a[slice(*t.a)]))) for t in ties])


def _take(
    ties: list[Tie], found: Sequence[Tie], lengths: tuple[int, int], a: Sequence[str], *, only_in_place: bool
) -> list[Tie]:
    """The ties, and of those found the nearest first, as long as their sentences are free."""
    standing = [ties[n] for n in in_order(ties, a)]
    before_a, before_b = sorted(t.a[0] for t in standing), sorted(t.b[0] for t in standing)

    def placed(tie: Tie) -> bool:
        return bisect(before_a, tie.a[0]) == bisect(before_b, tie.b[0])

    def rank(tie: Tie) -> tuple[float, float, int, int]:
        i, j = tie.a[0], tie.b[0]
        share = tie.share + EVEN * placed(tie)
        return -round(share, 9), abs(i * lengths[1] - j * lengths[0]), i + j, min(i, j)

    used_a = {n for t in ties for n in range(*t.a)}
    used_b = {n for t in ties for n in range(*t.b)}
    taken = list(ties)
    for tie in sorted((t for t in found if placed(t) or not only_in_place), key=rank):
        if used_a.isdisjoint(range(*tie.a)) and used_b.isdisjoint(range(*tie.b)):
            used_a.update(range(*tie.a))
            used_b.update(range(*tie.b))
            taken.append(tie)
    return taken


def _wanting(tie: Tie, a: Sequence[Signs], b: Sequence[Signs]) -> float:
    """How much greater the share has to be, because little is common."""
    common = united(a[slice(*tie.a)]) & united(b[slice(*tie.b)])
    return MORE * max(0.0, 1 - len(common) / MUCH)


def _of_one_thing(tie: Tie, a: Sequence[str], b: Sequence[str], weights: Weights) -> bool:
    """Whether two sentences are near but for the directing words at their heads."""
    if tie.a[1] - tie.a[0] > 1 or tie.b[1] - tie.b[0] > 1:
        return False
    return weights.share(object_of(a[tie.a[0]]), object_of(b[tie.b[0]])) >= NEAR


def _free(length: int, spans: Sequence[tuple[int, int]]) -> list[int]:
    used = {n for span in spans for n in range(*span)}
    return [n for n in range(length) if n not in used]
