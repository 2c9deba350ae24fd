"""Two lines as one: nothing between Chinese, a space between Latin words."""

from __future__ import annotations


def run_on(text: str, following: str) -> str:
    """A line and the one that goes on with it."""
    if not text or not following or not (text[-1] + following[0]).isascii():
        return text + following
    last, first = text[-1], following[0]
    words = (last.isalpha() or last in ",.;:!?)'\"%") and first.isalnum()
    return f"{text} {following}" if words or (last.isdecimal() and first.isalpha()) else text + following
