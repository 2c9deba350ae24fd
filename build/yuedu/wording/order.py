"""Which pairs stand in the same order on both sides: the longest run does, and the rest has moved.

Two runs of the same length: the one with more words (the longest increasing subsequence, by a Fenwick tree of maxima,
O(n log n)).
"""

from __future__ import annotations

from collections.abc import Sequence

Weight = tuple[int, int]


def longest_run(pairs: Sequence[tuple[int, int, int]]) -> set[int]:
    """Of (place in A, place in B, characters), no place twice: the numbers of those in the longest run."""
    by_b = sorted(range(len(pairs)), key=lambda n: pairs[n][1])
    rank = {a: n for n, a in enumerate(sorted(a for a, _, _ in pairs), 1)}
    tree: list[tuple[Weight, int]] = [((0, 0), -1)] * (len(pairs) + 1)
    before = [-1] * len(pairs)
    best: tuple[Weight, int] = ((0, 0), -1)
    for n in by_b:
        at = rank[pairs[n][0]]
        weight, before[n] = _greatest(tree, at - 1)
        grown = ((weight[0] + 1, weight[1] + pairs[n][2]), n)
        best = max(best, grown)
        while at < len(tree):
            tree[at] = max(tree[at], grown)
            at += at & -at
    run: set[int] = set()
    at = best[1]
    while at >= 0:
        run.add(at)
        at = before[at]
    return run


def _greatest(tree: Sequence[tuple[Weight, int]], at: int) -> tuple[Weight, int]:
    best: tuple[Weight, int] = ((0, 0), -1)
    while at > 0:
        best = max(best, tree[at])
        at -= at & -at
    return best
