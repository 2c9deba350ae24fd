"""What became of a file: its text, and how it was come by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """A file's text, its format and SHA-256, and what the text's reader should know, in English.

    Of plain text `encoding` is that of the bytes, and `converter` is empty where they are their own text for ever (UTF-8 and
    GB18030); else it names what made the text, with its version.
    """

    text: str
    format: str
    encoding: str
    sha256: str
    converter: str
    notes: tuple[str, ...] = ()
