"""JSON for people and diffs: Chinese as it is, one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def record_lines(records: Iterable[Any]) -> Iterator[str]:
    """Each record as a line, without its end."""
    return (json.dumps(record, ensure_ascii=False) for record in records)


def to_json(value: Mapping[str, Any], lines: Mapping[str, Iterable[str]] | None = None) -> str:
    """A whole file. `lines`: the records of some of its lists, each a line already."""
    given = lines or {}
    fields = [f"{json.dumps(key)}: {_list(given[key]) if key in given else _field(v)}" for key, v in value.items()]
    return "{\n" + ",\n".join(fields) + "\n}\n"


def _field(value: Any) -> str:
    return _list(record_lines(value)) if isinstance(value, list) else json.dumps(value, ensure_ascii=False)


def _list(lines: Iterable[str]) -> str:
    inside = ",\n".join(lines)
    return f"[\n{inside}\n]" if inside else "[]"
