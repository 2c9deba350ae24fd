"""Lines of a terminal for text without spaces: Han may break anywhere but before 。 and after （, other words stay whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

NOT_FIRST = set("。，、；：？！）》〉」』】〕”’…—·,.;:?!)]}%％")
NOT_LAST = set("（《〈「『【〔“‘([{$")


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A text in lines no wider than the room there is, in columns of the terminal."""

    text: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self.text.divide(list(_breaks(self.text.plain, options.max_width))):
            line.rstrip()
            line.no_wrap = True
            yield line

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(2, max(2, cell_len(self.text.plain)))


def _breaks(text: str, width: int) -> Iterator[int]:
    """The offsets at which lines begin, the first left out."""
    start, used, last = 0, 0, 0
    for n, character in enumerate(text):
        if n > start and _may_break(text, n):
            last = n
        cells = cell_len(character)
        if used + cells > width and not character.isspace() and n > start:
            start = last if last > start else n
            yield start
            used = cell_len(text[start:n])
        used += cells


def _may_break(text: str, n: int) -> bool:
    before, after = text[n - 1], text[n]
    if after in NOT_FIRST or before in NOT_LAST or after.isspace():
        return False
    return before.isspace() or cell_len(before) == 2 or cell_len(after) == 2
