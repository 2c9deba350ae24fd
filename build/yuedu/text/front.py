"""Which lines of a document are front matter, and in what role."""

from __future__ import annotations

from collections.abc import Sequence

from yuedu.text.grammar import SIGNATURE_ROLES
from yuedu.text.lines import front_role, heading, is_whole

LONGEST_LINE = 60
"""A line longer than this (characters) is text, whatever its end."""


def roles(lines: Sequence[str]) -> dict[int, str]:
    """Line number → role, for the lines before the first heading or paragraph and after the last."""
    body = next((n for n, line in enumerate(lines) if line and _is_body(line)), len(lines))
    found = _head(lines, body)
    for n in range(len(lines) - 1, body, -1):
        role = front_role(lines[n])
        if role not in SIGNATURE_ROLES and (_is_body(lines[n]) or len(lines[n]) > LONGEST_LINE):
            break
        found[n] = role if role in SIGNATURE_ROLES and role else "signature"
    return found


def _is_body(line: str) -> bool:
    long = len(line) > LONGEST_LINE and "，" in line
    return heading(line) is not None or (front_role(line) is None and (is_whole(line) or "。" in line or long))


def _head(lines: Sequence[str], body: int) -> dict[int, str]:
    found: dict[int, str] = {}
    for n, line in enumerate(lines[:body]):
        if not line:
            continue
        role = front_role(line)
        if role == "title" and "title" in found.values():
            role = "other"
        elif role is None:
            role = "byline" if "title" in found.values() and len(line) <= 30 else "other"
        found[n] = role
    if found and "title" not in found.values():
        plain = [n for n, role in found.items() if role in ("other", "issuer", "subtitle")]
        if plain:
            found[max(plain, key=lambda n: len(lines[n]))] = "title"
    return found
