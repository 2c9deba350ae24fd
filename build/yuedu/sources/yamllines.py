"""Where in the lines of a YAML file each entry stands, with the comments above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from yuedu.sources.yamlfile import Where, YamlFile


@dataclass(slots=True)
class Entry:
    """An entry of a mapping: the blank lines and comments above it, its own lines."""

    key: str
    above: list[str]
    lines: list[str]


@dataclass(slots=True)
class Lines:
    """The lines of a file, and the value that was read from them."""

    file: YamlFile
    lines: list[str]

    def entries(
        self, where: Where, old: dict[str, Any], start: int, stop: int
    ) -> tuple[list[tuple[Entry, tuple[int, int]]], list[str]]:
        """Each entry of `old` with its lines, and the lines below the last."""
        parts = []
        free = start
        for key, begin, end in self.spans(where, list(old), stop):
            while end > begin + 1 and self._between(self.lines[end - 1], where):
                end -= 1
            parts.append((Entry(key, self.lines[free:begin], self.lines[begin:end]), (begin, end)))
            free = end
        return parts, self.lines[free:stop]

    def _between(self, line: str, where: Where) -> bool:
        """Blank, or a comment; a comment that is set in belongs to the record it stands in."""
        return not line.strip() or (line.lstrip() if where else line).startswith("#")

    def spans(self, where: Where, keys: Sequence[Any], stop: int) -> Iterator[tuple[Any, int, int]]:
        """Each key or number with its first line and the one after its last; the last goes on to `stop`."""
        starts = [self.file.lines[(*where, key)] - 1 for key in keys]
        yield from zip(keys, starts, [*starts, stop][1:], strict=True)

    def in_blocks(self, where: Where, keys: Sequence[Any], begin: int) -> bool:
        """Whether each entry has lines of its own below line `begin`."""
        if not keys:
            return False
        starts = [begin, *(self.file.lines[(*where, key)] - 1 for key in keys)]
        return all(a < b for a, b in pairwise(starts))

    def indent(self, where: Where, key: Any) -> str:
        """The white space before an entry."""
        line = self.lines[self.file.lines[(*where, key)] - 1]
        return line[: len(line) - len(line.lstrip())]


def position(parts: list[Entry], key: str, order: dict[str, int]) -> int:
    """After the last entry that comes before it; entries whose order nobody knows stay where they are."""
    rank = order.get(key, len(order))
    return max((n for n, part in enumerate(parts, 1) if order.get(part.key, len(order)) <= rank), default=0)
