"""The clauses of sentences that belong together, where they tell more than the words: one is new or gone, or stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yuedu.wording.arrangement import arranged, kind_of
from yuedu.wording.normal import normal
from yuedu.wording.pairing import in_order, pair
from yuedu.wording.shape import Clause, Span

_CLAUSE = re.compile(r"(?s:.)+?(?:[，；：。！？,;:!?][”’》）)」』】]*(?!\d)|\Z)")


def clauses(a: str, b: str) -> tuple[Clause, ...]:
    """The clauses in the order of B, what is gone where it stood; nothing where all stand against each other in order."""
    spans_a, spans_b = _spans(a), _spans(b)
    if min(len(spans_a), len(spans_b)) < 1 or max(len(spans_a), len(spans_b)) < 2:
        return ()
    texts_a, texts_b = [normal(a[x:y]).text for x, y in spans_a], [normal(b[x:y]).text for x, y in spans_b]
    ties = pair(texts_a, texts_b)
    out: list[Clause] = []
    for x, y, standing in arranged(ties, in_order(ties, texts_a), (len(texts_a), len(texts_b))):
        kind = kind_of(x, y, standing, texts_a[slice(*x)] == texts_b[slice(*y)])
        out.append(Clause(kind, _whole(spans_a, x), _whole(spans_b, y)))
    kinds = {c.kind for c in out}
    return tuple(out) if kinds & {"moved", "new", "gone"} and kinds & {"same", "reworded", "moved"} else ()


def _spans(text: str) -> list[Span]:
    return [m.span() for m in _CLAUSE.finditer(text)]


def _whole(spans: Sequence[Span], place: tuple[int, int]) -> Span | None:
    start, end = place
    return (spans[start][0], spans[end - 1][1]) if start < end else None
