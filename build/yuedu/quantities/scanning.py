"""The walk of both readers over a text: from one place where a quantity may begin to the next, names left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from yuedu.quantities.reading import Reading

At = Callable[[int, int], Reading | int | None]
"""From a position and the floor that a hedge may reach back to: what is read there, the end of a number that is no
quantity, or None."""


def scan(
    text: str, blocked: Sequence[tuple[int, int]], start: re.Pattern[str], run: re.Pattern[str], at: At
) -> list[Reading]:
    """The readings of a text, in order, never overlapping. `blocked`: sorted spans whose numbers are their own.

    `start`: where a quantity may begin; `run`: what is passed over as a whole where none does.
    """
    readings: list[Reading] = []
    position = floor = index = 0
    while begins := start.search(text, position):
        position = begins.start()
        while index < len(blocked) and blocked[index][1] <= position:
            index += 1
        if index < len(blocked) and blocked[index][0] <= position:
            position = floor = blocked[index][1]
            continue
        found = at(position, floor)
        if isinstance(found, Reading):
            readings.append(found)
            position = floor = found.end
        elif found is not None:
            position = floor = found
        else:
            passed = run.match(text, position)
            position = passed.end() if passed else position + 1
    return readings
