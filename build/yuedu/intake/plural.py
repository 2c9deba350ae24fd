"""How many of what, for the notes of readers: 1 picture, 2 pictures."""

from __future__ import annotations


def plural(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
