"""A row as the JSON object that `yuedu diff --json` prints (design: the command line)."""

from __future__ import annotations

from typing import Any

from yuedu.quantities.model import Quantity
from yuedu.quantities.units import plain
from yuedu.wording.shape import FigureChange, Row, Sentence


def record(row: Row) -> dict[str, Any]:
    """Offsets are in characters of the sentences' `zh`, several joined with nothing between."""
    return {
        "kind": row.kind,
        "a": [_sentence(s) for s in row.a],
        "b": [_sentence(s) for s in row.b],
        "changes": [{"a": list(c.a), "b": list(c.b)} for c in row.changes],
        "figures": [_figure(f) for f in row.figures],
        "force": row.force,
        "shifts": [{"a": s.a, "b": s.b, "force": s.force, "source": s.source} for s in row.shifts],
        "clauses": [{"kind": c.kind, "a": c.a and list(c.a), "b": c.b and list(c.b)} for c in row.clauses],
        "in_order": row.in_order,
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    key = "id" if isinstance(sentence.ident, str) else "n"
    return {key: sentence.ident, "zh": sentence.zh, "place": sentence.place}


def _figure(figure: FigureChange) -> dict[str, Any]:
    a, b = figure.a, figure.b
    stated = b or a
    assert stated
    out: dict[str, Any] = {
        "a": a and a.value,
        "b": b and b.value,
        "type": stated.type,
        "unit": {"zh": stated.unit_zh, "en": stated.unit_en},
        "change": plain(figure.change) if figure.change is not None else None,
        "zh": {"a": a and a.zh, "b": b and b.zh},
        "spans": {"a": _span(a), "b": _span(b)},
    }
    if (a and a.value_max) or (b and b.value_max):
        out["max"] = {"a": a and a.value_max, "b": b and b.value_max}
    return out


def _span(quantity: Quantity | None) -> list[int] | None:
    return [quantity.start, quantity.end] if quantity else None
