"""Numbers as few letters, for postings in scripts."""

from __future__ import annotations

from collections.abc import Sequence

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class _Codes(dict[int, str]):
    """A number in base 32, the lowest digit first; a digit over 31 says that more follow. Every one is made once."""

    def __missing__(self, number: int) -> str:
        out, step = "", number
        while step > 31:
            out += DIGITS[32 + (step & 31)]
            step >>= 5
        self[number] = out = out + DIGITS[step]
        return out


CODES = _Codes()


def encoded(numbers: Sequence[int]) -> str:
    """Numbers, one behind the other.

    >>> encoded([0, 1, 39])
    'ABnB'
    """
    return "".join([CODES[n] for n in numbers])
