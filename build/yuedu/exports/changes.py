"""The wording between two texts, row by row: as JSON, the same that `yuedu diff --json` prints, and as a table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from yuedu.exports.tables import BOM, as_text
from yuedu.quantities.model import Quantity
from yuedu.quantities.units import plain
from yuedu.wording.shape import FigureChange, Kind, Row, Sentence

COLUMNS = ["kind", "a", "b", "a_zh", "b_zh", "a_en", "b_en", "force", "words", "figures"]


def changes_json(pair: Mapping[str, Any], counts: Mapping[Kind, int], rows: Sequence[Row]) -> str:
    """`{"pair": …, "summary": …, "rows": […]}`, one row a line."""
    inside = ",\n".join(json.dumps(record(row), ensure_ascii=False) for row in rows)
    head = json.dumps(pair, ensure_ascii=False), json.dumps(counts)
    return f'{{\n"pair": {head[0]},\n"summary": {head[1]},\n"rows": [\n{inside}\n]\n}}\n'


def changes_csv(rows: Sequence[Row], english: Callable[[Sentence], str | None]) -> str:
    """A row of the comparison a line; the ids of several sentences are parted by a space."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for row in rows:
        ids = (" ".join(str(s.ident) for s in side) for side in (row.a, row.b))
        zh = ("".join(s.zh for s in side) for side in (row.a, row.b))
        en = (" ".join(filter(None, map(english, side))) for side in (row.a, row.b))
        words = "; ".join(f"{s.a or '–'} → {s.b or '–'} ({s.force})" for s in row.shifts)
        figures = "; ".join(f"{f.a.zh if f.a else '–'} → {f.b.zh if f.b else '–'}" for f in row.figures)
        table.writerow(map(as_text, [row.kind, *ids, *zh, *en, row.force or "", words, figures]))
    return BOM + out.getvalue()


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
