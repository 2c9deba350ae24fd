"""YAML as editors write it: every value keeps its line, duplicate keys and unknown fields are errors with a place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from yuedu.errors import EditorError

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's loader where PyYAML was built with it: the same reading, ten times as fast."""

Where = tuple[str | int, ...]
"""The keys and indexes that lead to a value."""

LARGEST = 50_000_000
"""Characters of a file: the declarations of a desk of ten years have some millions."""
DEEPEST = 40
"""Values in values: the deepest that an editor's file needs is eight."""

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file's value and the line (from 1) of each value in it."""

    path: str
    value: Any
    lines: dict[Where, int]

    def line(self, where: Iterable[str | int]) -> int | None:
        """The line of a value, or of the nearest one that holds it."""
        keys = tuple(where)
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys)

    def place(self, *where: str | int) -> str:
        line = self.line(where)
        return self.path if line is None else f"{self.path}:{line}"

    def error(self, where: Iterable[str | int], message: str, remedy: str = "") -> EditorError:
        return EditorError(self.path, self.line(where), message, remedy)

    def under(self, *where: str | int) -> YamlFile:
        """A value of the file as a file of its own, at the same lines; its value is None where there is none."""
        value = self.value
        for key in where:
            value = value.get(key) if isinstance(value, dict) else None
        depth = len(where)
        lines = {keys[depth:]: line for keys, line in self.lines.items() if keys[:depth] == where}
        return YamlFile(self.path, value, lines)

    def shaped(self, model: type[M], remedy: str = "see the published schema for the field") -> M:
        """The value as `model`; raises `EditorError` for the first thing that does not fit."""
        try:
            return model.model_validate(self.value)
        except ValidationError as error:
            raise self._misfit(min(error.errors(), key=self._order), model, remedy) from None

    def _order(self, error: Any) -> tuple[int, bool, int]:
        """By record, then what is there before what is missing: a misspelt field is both."""
        keys = _keys(error["loc"])
        return self.line(keys[:-1]) or 0, error["type"] == "missing", self.line(keys) or 0

    def _misfit(self, error: Any, model: type[BaseModel], remedy: str) -> EditorError:
        keys = _keys(error["loc"])
        name = ".".join(map(str, keys)) or "the file"
        if error["type"] == "extra_forbidden":
            known = sorted(_fields_at(model, keys[:-1]))
            near = get_close_matches(str(keys[-1]), known, 1)
            hint = f"write {near[0]!r}, or " if near else ""
            return self.error(keys, f"unknown field {keys[-1]!r}", f"{hint}use one of: {', '.join(known)}")
        if error["type"] == "missing":
            return self.error(keys[:-1], f"the field {keys[-1]!r} is missing", f"add {keys[-1]}: …")
        value = error.get("input")
        return self.error(keys, f"{name}: {error['msg'].lower()} (found {value!r})", remedy)


def parse_yaml(text: str, name: str) -> YamlFile:
    """Read YAML text. Raises `EditorError` for what is malformed, has a key twice, or is past the limits above."""
    try:
        _within_limits(text, name)
        root = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        found = text.split("\n")[mark.line].strip() if mark and mark.line < text.count("\n") + 1 else ""
        message = f"malformed YAML: {error.problem or error.context} (found {found!r})"
        raise EditorError(
            name, line, message, "check the indentation, the colons and the quotation marks here"
        ) from None
    except yaml.YAMLError as error:
        raise EditorError(
            name, None, f"malformed YAML: {error}", "remove the character that YAML does not allow"
        ) from None
    lines: dict[Where, int] = {}
    value = None if root is None else _value(root, (), lines, name)
    return YamlFile(name, value, lines)


def _within_limits(text: str, name: str) -> None:
    """Told while the text is gone through, before anything is made of it: nine aliases of aliases are a billion values, and
    libyaml follows nested values until its stack ends."""
    if len(text) > LARGEST:
        message = f"{len(text):,} characters; a file may have {LARGEST:,}"
        raise EditorError(name, None, message, "make several documents or collections of it")
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.AliasEvent):
            message = f"malformed YAML: the alias *{event.anchor}"
            raise EditorError(name, _line_of(event), message, "write the value out")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                message = f"malformed YAML: values are nested more than {DEEPEST} deep"
                raise EditorError(name, _line_of(event), message, "close the brackets that are open")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _line_of(event: yaml.Event) -> int | None:
    return event.start_mark.line + 1 if event.start_mark else None


def _value(node: Any, where: Where, lines: dict[Where, int], name: str) -> Any:
    lines.setdefault(where, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        out: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                message = "malformed YAML: a list or a mapping stands where a key must be"
                raise EditorError(name, line, message, "put text that begins with { or [ in quotation marks")
            key = _scalar(key_node)
            if key in out:
                first = lines[(*where, key)]
                raise EditorError(
                    name, line, f"the key {key!r} stands twice (first in line {first})", "keep one of the two"
                )
            lines[(*where, key)] = line
            out[key] = _value(value_node, (*where, key), lines, name)
        return out
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*where, n), lines, name) for n, item in enumerate(node.value)]
    return _scalar(node)


def _scalar(node: Any) -> Any:
    """Text stays text, a date too: only null, true and false and integers become something else."""
    value = node.value
    if node.tag == "tag:yaml.org,2002:null":
        return None
    if node.tag == "tag:yaml.org,2002:bool":
        return value.lower() in ("true", "yes", "on")
    if node.tag == "tag:yaml.org,2002:int" and value.isdecimal():
        return int(value)
    return value


def _keys(loc: Iterable[Any]) -> Where:
    """The path in the file: pydantic adds the names of the types it tried in a union, which the file does not have."""
    return tuple(k for k in loc if isinstance(k, int) or not (k[:1].isupper() or "[" in k))


def _fields_at(model: Any, keys: Where) -> set[str]:
    """The fields allowed at a place in a model."""
    for key in keys:
        if isinstance(key, str) and isinstance(model, type) and issubclass(model, BaseModel):
            field = model.model_fields.get(key)
            model = field.annotation if field else None
            if getattr(model, "__origin__", None) is dict:
                continue  # the next key is the mapping's own
        while not (isinstance(model, type) and issubclass(model, BaseModel)):
            inner = [a for a in getattr(model, "__args__", ()) if a is not type(None) and a is not str]
            if not inner:
                return set()
            model = inner[-1]
    is_model = isinstance(model, type) and issubclass(model, BaseModel)
    return {field.alias or name for name, field in model.model_fields.items()} if is_model else set()
