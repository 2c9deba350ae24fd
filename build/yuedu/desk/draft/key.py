"""The key to an endpoint: it leaves this object in one header and nowhere else, and is hidden wherever it comes back."""

from __future__ import annotations

from typing import NoReturn

from yuedu.errors import UsageError

HIDDEN = "[key]"
SHORTEST = 8
"""Shorter keys are the stand-ins that local servers accept (EMPTY, none); hiding those would damage English words."""


class Key:
    """A key, or none. `repr`, `str` and `pickle` do not give it away."""

    __slots__ = ("_text",)

    def __init__(self, text: str = "", source: str = "") -> None:
        """`source` is the file or variable it was read from; raises `UsageError` for what cannot be sent as one."""
        self._text = text.strip()
        if not all("!" <= c <= "~" for c in self._text):  # an HTTP library would quote it in its error
            raise UsageError(source, None, "the key holds a space, a line break or a character outside ASCII",
                             "put the key alone on one line")  # fmt: skip

    def __bool__(self) -> bool:
        return bool(self._text)

    def __repr__(self) -> str:
        return f"Key({HIDDEN if self._text else 'none'})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is not written anywhere")

    def header(self) -> dict[str, str]:
        """The header that carries it; none where there is no key."""
        return {"Authorization": f"Bearer {self._text}"} if self._text else {}

    def is_in(self, text: str) -> bool:
        """Whether a text gives the key away."""
        return len(self._text) >= SHORTEST and self._text in text

    def hide(self, text: str) -> str:
        """An answer without the key."""
        return text.replace(self._text, HIDDEN) if len(self._text) >= SHORTEST else text

    def hide_pieces(self, text: str) -> str:
        """A server's message without the key or any piece of it: some servers quote it half."""
        size, key = SHORTEST, self._text
        pieces = {key[n : n + size] for n in range(len(key) - size + 1)}
        out, at = "", 0
        while at < len(text):
            end = at
            while text[end : end + size] in pieces and len(text[end : end + size]) == size:
                end += 1
            out += HIDDEN if end > at else text[at]
            at = end + size - 1 if end > at else at + 1
        return out
