"""Ties in reading order: that of B, and what is gone at the place where it stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yuedu.wording.nearness import Tie
from yuedu.wording.shape import Kind

Places = tuple[int, int]


def arranged(ties: Sequence[Tie], run: set[int], lengths: tuple[int, int]) -> Iterator[tuple[Places, Places, bool]]:
    """Spans of A and of B, one of them empty for what is gone or new, and whether they stand in order.

    What is gone follows the last sentence before it in A that stands in order. `ties` are in the order of B.
    """
    tied = {n for t in ties for n in range(*t.a)}
    gone = [n for n in range(lengths[0]) if n not in tied]
    by_start = {t.b[0]: n for n, t in enumerate(ties)}
    standing = sorted(ties[n].a[0] for n in run)
    bounds = [*standing[1:], lengths[0]] if standing else []
    ends = dict(zip(standing, bounds, strict=True))
    at = 0

    def gone_before(end: int) -> Iterator[tuple[Places, Places, bool]]:
        nonlocal at
        while at < len(gone) and gone[at] < end:
            yield (gone[at], gone[at] + 1), (j, j), True
            at += 1

    j = 0
    yield from gone_before(standing[0] if standing else 0)
    while j < lengths[1]:
        n = by_start.get(j)
        if n is None:
            yield (0, 0), (j, j + 1), True
            j += 1
            continue
        tie = ties[n]
        yield tie.a, tie.b, n in run
        j = tie.b[1]
        if n in run:
            yield from gone_before(ends[tie.a[0]])
    yield from gone_before(lengths[0])


def kind_of(a: Places, b: Places, in_order: bool, same: bool) -> Kind:
    """What became of the sentences; a sentence split or merged stays so wherever it stands."""
    if a[0] == a[1]:
        return "new"
    if b[0] == b[1]:
        return "gone"
    if b[1] - b[0] > 1:
        return "split"
    if a[1] - a[0] > 1:
        return "merged"
    if not in_order:
        return "moved"
    return "same" if same else "reworded"
