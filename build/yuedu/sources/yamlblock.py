"""Values as the lines of YAML that an editor writes: one field a line however long, lists of numbers and ids in brackets."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

DATES = {"reviewed_on", "date"}
"""Fields that hold a date and nothing else: written without quotation marks."""
_DATE = re.compile(r"\d{4}-\d\d(-\d\d)?")
_ID = re.compile(r"[a-z][a-z0-9-]*(\.[a-z0-9-]+)*", re.ASCII)


class OneLine(dict[str, Any]):
    """A mapping that is written in braces, on the line of its key."""


def field(key: str, value: Any) -> list[str]:
    """A field as lines: `key: value`, or `key:` with the lines of its value below."""
    name = scalar(key)
    if isinstance(value, Mapping) and value and not isinstance(value, OneLine):
        return [f"{name}:", *(f"  {line}" for line in fields(value))]
    if isinstance(value, Sequence) and not isinstance(value, str) and value and not _in_brackets(value):
        return [f"{name}:", *(line for one in value for line in item(one))]
    return [f"{name}: {value if key in DATES and _DATE.fullmatch(str(value)) else _on_one_line(value)}"]


def fields(value: Mapping[str, Any]) -> list[str]:
    """The fields of a mapping."""
    return [line for key, inner in value.items() for line in field(key, inner)]


def item(value: Any) -> list[str]:
    """An item of a list: its first line begins with a dash, the others are set in below it."""
    if isinstance(value, Mapping) and value:
        first, *rest = fields(value)
        return [f"- {first}", *(f"  {line}" for line in rest)]
    return [f"- {_on_one_line(value)}"]


def scalar(text: str) -> str:
    """Plain where YAML reads it back as the same text, else in quotation marks; on one line."""
    written = _dump(text, None)
    return written if len(written.splitlines()) == 1 else _dump(text, '"')


def _dump(text: str, style: str | None) -> str:
    """PyYAML's own dumper, everywhere: libyaml's chooses other quotation marks."""
    out: str = yaml.safe_dump(text, allow_unicode=True, width=1 << 30, default_style=style)
    return out.removesuffix("\n").removesuffix("\n...")


def _in_brackets(value: Sequence[Any]) -> bool:
    return all(isinstance(v, int) or (isinstance(v, str) and _ID.fullmatch(v)) for v in value)


def _on_one_line(value: Any) -> str:
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{in_flow(k)}: {in_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(in_flow, value)) + "]"
    return json.dumps(value)  # null, true, false and whole numbers are written alike


def in_flow(value: Any) -> str:
    """Inside brackets, where more than elsewhere must stand in quotation marks: a comma, a bracket, a colon in front."""
    if not isinstance(value, str):
        return _on_one_line(value)
    written = yaml.safe_dump([value], allow_unicode=True, width=1 << 30, default_flow_style=True).strip()
    plain = written[1:-1]
    sound = len(written.splitlines()) == 1 and not plain.startswith((":", "?"))
    return plain if sound else _dump(value, '"')
