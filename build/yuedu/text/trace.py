"""A text that remembers, for each of its characters, where in the seed it came from.

Guarantees, each with a test:
1. `repairs()` applied to the seed, in order, give the text.
2. Repairs are disjoint, ascending, and every one changes something.
3. An edit touches only the characters it names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Edit = tuple[int, int, str]
"""Start and end in the current text, and what stands there afterwards."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One named difference: the seed's characters `start` to `end` (`before`) became `after`."""

    kind: str
    start: int
    end: int
    before: str
    after: str


class Trace:
    """The current text and its origin: `index[i]` is the seed offset that character `i` came from."""

    def __init__(self, seed: str) -> None:
        self.seed = self.text = seed
        self.index = list(range(len(seed)))
        self._kinds: dict[int, str] = {}

    def apply(self, kind: str, edits: Iterable[Edit]) -> None:
        """Make ascending, disjoint, non-empty edits under one name."""
        self.apply_named((kind, edit) for edit in edits)

    def apply_named(self, edits: Iterable[tuple[str, Edit]]) -> None:
        """Make ascending, disjoint, non-empty edits, each under its own name."""
        pieces: list[str] = []
        index: list[int] = []
        at = 0
        for kind, (start, end, after) in list(edits):
            if not at <= start < end:
                raise ValueError(f"edits must ascend and not be empty: {start}-{end} after {at}")
            pieces += self.text[at:start], after
            index += self.index[at:start]
            index += [self.index[start + min(n, end - start - 1)] for n in range(len(after))]
            for origin in self.index[start:end]:
                self._kinds[origin] = kind
            at = end
        self.text = "".join([*pieces, self.text[at:]])
        self.index = index + self.index[at:]

    def repairs(self) -> list[Repair]:
        """Every difference between the seed and the text, as maximal runs of one kind."""
        after = dict.fromkeys(self._kinds, "")
        for char, origin in zip(self.text, self.index, strict=True):
            if origin in after:
                after[origin] += char
        runs: list[Repair] = []
        for origin in sorted(o for o in after if after[o] != self.seed[o]):
            kind, last = self._kinds[origin], runs[-1] if runs else None
            if last and last.end == origin and last.kind == kind:
                runs[-1] = Repair(
                    kind, last.start, origin + 1, last.before + self.seed[origin], last.after + after[origin]
                )
            else:
                runs.append(Repair(kind, origin, origin + 1, self.seed[origin], after[origin]))
        return runs


def replay(seed: str, repairs: Iterable[Repair]) -> str:
    """The text that the repairs make of the seed."""
    pieces: list[str] = []
    at = 0
    for repair in repairs:
        pieces += seed[at : repair.start], repair.after
        at = repair.end
    return "".join([*pieces, seed[at:]])
