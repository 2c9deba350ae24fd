"""A YAML file changed in place: it reads as the new value, and what says the same keeps its bytes, comments included."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from yuedu.errors import EditorError
from yuedu.sources import yamlblock
from yuedu.sources.yamlfile import Where, YamlFile, parse_yaml
from yuedu.sources.yamllines import Entry, Lines, position


@dataclass(frozen=True, slots=True)
class Layout:
    """How a kind of file is laid out.

    `order`: of the keys of a mapping, for those that are new. `spaced`: whether a blank line stands between its entries;
    such an entry is a record.
    """

    order: Callable[[Where], Sequence[str]]
    spaced: Callable[[Where], bool]


def rewrite(text: str, file: YamlFile, value: dict[str, Any], layout: Layout) -> str:
    """The text of a file, so changed that it reads as `value`; a value that it has already changes nothing.

    Raises `EditorError` for a file that is not laid out one record a block, so that no record can be set in it.
    """
    old = file.value or {}
    if not isinstance(old, dict):
        raise _unfit(file)
    if value == old:
        return text
    for fine in (True, False):
        out = _Edit(file, text.split("\n"), layout, fine).whole(old, value)
        if _reads_as(out, file.path, value):
            return out
    raise _unfit(file)


def _reads_as(text: str, name: str, value: dict[str, Any]) -> bool:
    try:
        found = parse_yaml(text, name).value or {}
    except EditorError:
        return False
    return _same(found, value)


def _same(a: Any, b: Any) -> bool:
    """Equal, and 1 is not true."""
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(_same(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(_same, a, b))
    return type(a) is type(b) and bool(a == b)


def _unfit(file: YamlFile) -> EditorError:
    message = "the file is not laid out one record a block, so that no record can be set in it"
    return file.error((), message, "write each record as a block that begins with its id at the margin")


@dataclass(slots=True)
class _Edit:
    """One try. `fine`: inside records too, where their lines allow it; else a changed record is written anew."""

    file: YamlFile
    lines: list[str]
    layout: Layout
    fine: bool
    at: Lines = field(init=False)
    end: str = field(init=False)

    def __post_init__(self) -> None:
        self.at = Lines(self.file, self.lines)
        self.end = "\r" if any(line.endswith("\r") for line in self.lines) else ""

    def whole(self, old: dict[str, Any], new: dict[str, Any]) -> str:
        out = self._mapping((), old, new, 0, len(self.lines), "")
        return "\n".join(out if not out or out[-1] == "" else [*out, ""])

    def _mapping(
        self, where: Where, old: dict[str, Any], new: dict[str, Any], start: int, stop: int, indent: str
    ) -> list[str]:
        """The lines `start` to `stop`, which hold `old`, so that they hold `new`."""
        parts, below = self.at.entries(where, old, start, stop)
        kept: list[Entry] = []
        loose: list[str] = []  # comments above an entry that goes
        for part, (begin, end) in parts:
            if part.key not in new:
                loose += [line for line in part.above if line.strip()]
                continue
            part.above, loose = [*part.above, *loose], []
            part.lines = self._entry((*where, part.key), old[part.key], new[part.key], begin, end, indent)
            kept.append(part)
        below = [*loose, *below]
        order = {key: n for n, key in enumerate(self.layout.order(where))}
        for key in new:
            if key in old:
                continue
            made = Entry(key, [], self._made(self._new((*where, key), new[key]), indent))
            at = position(kept, key, order)
            if self.layout.spaced(where):
                below = self._space(where, kept, made, at, below)
            kept.insert(at, made)
        return [line for part in kept for line in (*part.above, *part.lines)] + below

    def _new(self, where: Where, value: Any) -> list[str]:
        """An entry that was not there; the records in it stand apart."""
        key = str(where[-1])
        if not (self.layout.spaced(where) and isinstance(value, dict)):
            return yamlblock.field(key, value)
        records = [[f"  {line}" for line in self._new((*where, k), v)] for k, v in value.items()]
        head, *rest = records
        return [f"{yamlblock.scalar(key)}:", *head, *(line for lines in rest for line in ("", *lines))]

    def _space(self, where: Where, kept: list[Entry], made: Entry, at: int, below: list[str]) -> list[str]:
        """A blank line above the new entry, or below it where it is the first; returns what stands below all."""
        if at:
            made.above = [self.end]
        elif kept and not where:  # what stands above the first record is about the file
            made.above, kept[0].above = kept[0].above, [self.end]
        elif kept:
            kept[0].above = [self.end, *(line for line in kept[0].above if line.strip())]
        elif not where:
            made.above, below = [line for line in below if line.strip()], [""]
        return below

    def _entry(self, where: Where, old: Any, new: Any, begin: int, end: int, indent: str) -> list[str]:
        """The lines of an entry whose value was `old`."""
        if old == new:
            return self.lines[begin:end]
        below = (begin + 1, end)
        if isinstance(old, dict) and isinstance(new, dict) and new and self._apart(where, [*old], begin):
            inner = self.at.indent(where, next(iter(old)))
            return [self.lines[begin], *self._mapping(where, old, new, *below, inner)]
        if isinstance(old, list) and isinstance(new, list) and new and self._apart(where, range(len(old)), begin):
            return [self.lines[begin], *self._sequence(where, old, new, *below)]
        made = self._made(yamlblock.field(str(where[-1]), new), indent)
        if len(made) == 1 and end == begin + 1:
            return [self._with_comment(made[0], yamlblock.field(str(where[-1]), old), begin)]
        return made

    def _sequence(self, where: Where, old: list[Any], new: list[Any], start: int, stop: int) -> list[str]:
        """Items that stay keep their lines; one that changed is changed in place."""
        spans = [(begin, end) for _, begin, end in self.at.spans(where, range(len(old)), stop)]
        out = self.lines[start : spans[0][0]]
        indent = self.at.indent(where, 0)
        same = SequenceMatcher(None, [json.dumps(v) for v in old], [json.dumps(v) for v in new], autojunk=False)
        for what, a, b, c, d in same.get_opcodes():
            if what == "equal":
                out += self.lines[spans[a][0] : spans[b - 1][1]]
            elif what == "replace" and b - a == d - c:
                for n, m in zip(range(a, b), range(c, d), strict=True):
                    out += self._item((*where, n), old[n], new[m], *spans[n], indent)
            else:
                out += [line for value in new[c:d] for line in self._made(yamlblock.item(value), indent)]
        return out

    def _item(self, where: Where, old: Any, new: Any, begin: int, end: int, indent: str) -> list[str]:
        dash = f"{indent}- "
        if isinstance(old, dict) and isinstance(new, dict) and self.lines[begin].startswith(dash):
            inner = " " * len(dash)
            self.lines[begin] = inner + self.lines[begin].removeprefix(dash)
            out = self._mapping(where, old, new, begin, end, inner)
            first = next(n for n, line in enumerate(out) if line.strip() and not line.lstrip().startswith("#"))
            out[first] = dash + out[first].removeprefix(inner)
            return out
        return self._made(yamlblock.item(new), indent)

    def _apart(self, where: Where, keys: Sequence[Any], begin: int) -> bool:
        """Whether the entries below line `begin` may be changed one by one."""
        return (self.fine or self.layout.spaced(where)) and self.at.in_blocks(where, keys, begin)

    def _with_comment(self, made: str, before: list[str], begin: int) -> str:
        """With the comment that stood at the end of the line, where it is certain that it is one."""
        line = self.lines[begin].removesuffix("\r")
        rest = line.lstrip().removeprefix(before[0]) if len(before) == 1 else ""
        comment = rest if rest.lstrip().startswith("#") and rest[0].isspace() else ""
        return made.removesuffix("\r") + comment + self.end

    def _made(self, lines: list[str], indent: str) -> list[str]:
        return [(indent + line if line else "") + self.end for line in lines]
