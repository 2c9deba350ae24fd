"""Where an entry goes in the text of `glossary.yml`, and the lines it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml
from rich.cells import cell_len

from yuedu.errors import EditorError
from yuedu.sources.yamlblock import field, in_flow, item
from yuedu.sources.yamlfile import YamlFile

WIDTH = 120
"""Columns that a line of a list in brackets may have; a Han character takes two."""


def position(slugs: list[str], slug: str) -> int:
    """Before the first that comes after it."""
    return next((n for n, other in enumerate(slugs) if other > slug), len(slugs))


def with_record(text: str, file: YamlFile, record: Mapping[str, Any], slugs: list[str]) -> str:
    """A record among the others, whose slugs are given, a blank line between; comments stay above what they are about."""
    made = item(record)
    if not slugs:
        line = file.line(["terms"])
        lines = text.split("\n")
        if line is None or not lines[line - 1].replace(" ", "").startswith("terms:[]"):
            raise unfit(file)
        return "\n".join([*lines[: line - 1], "terms:", *made, *lines[line:]])
    node = _child(yaml.compose(text, Loader=yaml.SafeLoader), "terms")
    lines = text.split("\n")
    at = position(slugs, str(record["slug"]))
    indent = " " * max(0, node.value[0].start_mark.column - 2)
    made = [indent + line for line in made]
    if at < len(slugs):
        first = node.value[at].start_mark.line
        while first and lines[first - 1].lstrip().startswith("#"):  # the comment above belongs to that record
            first -= 1
        return "\n".join([*lines[:first], *made, "", *lines[first:]])
    last = _last_line(node.value[-1]) + 1
    return "\n".join([*lines[:last], "", *made, *lines[last:]])


def with_string(text: str, string: str, reason: str) -> str:
    """A string at the end of the list of its reason, which is made where there is none."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    written = in_flow(string)
    base = _child(root, "not_terms")
    if not isinstance(base, yaml.MappingNode) or not base.value:
        if base is not None:  # not_terms: {} or nothing
            return text[: base.start_mark.index] + f"{{{reason}: [{written}]}}" + text[base.end_mark.index :]
        return f"{text.rstrip(chr(10))}\n\nnot_terms:\n  {reason}: [{written}]\n"
    strings = _child(base, reason)
    if strings is None:
        last = base.value[-1][1]
        if base.flow_style:
            return _inserted(text, last.end_mark.index, f", {reason}: [{written}]")
        indent = " " * base.value[0][0].start_mark.column
        lines = text.split("\n")
        at = _last_line(last) + 1
        return "\n".join([*lines[:at], f"{indent}{reason}: [{written}]", *lines[at:]])
    if not strings.value:
        return text[: strings.start_mark.index] + f"[{written}]" + text[strings.end_mark.index :]
    last = strings.value[-1]
    if strings.flow_style:
        line = text[text.rfind("\n", 0, last.end_mark.index) + 1 : last.end_mark.index]
        wide = cell_len(f"{line}, {written},") > WIDTH and strings.start_mark.line < last.start_mark.line
        indent = " " * strings.value[0].start_mark.column
        return _inserted(text, last.end_mark.index, f",\n{indent}{written}" if wide else f", {written}")
    lines = text.split("\n")
    at = _last_line(last) + 1
    dash = lines[last.start_mark.line][: last.start_mark.column]
    return "\n".join([*lines[:at], dash + field("x", string)[0].removeprefix("x: "), *lines[at:]])


def _inserted(text: str, at: int, words: str) -> str:
    return text[:at] + words + text[at:]


def _last_line(node: Any) -> int:
    """The last line of what a node says: a block ends where the next begins, its blank lines and comments apart."""
    if isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last)
    end = int(node.end_mark.line)
    return end - 1 if node.end_mark.column == 0 and end > node.start_mark.line else end


def _child(node: Any, key: str) -> Any:
    return next((value for name, value in getattr(node, "value", ()) if name.value == key), None)


def unfit(file: YamlFile) -> EditorError:
    message = "the file is not laid out so that an entry can be set in it"
    return file.error((), message, "write each term as a block, and each list of not_terms in brackets or line by line")
