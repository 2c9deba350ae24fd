"""Ids: one pair of inverse functions, `format_id` and `parse_id`, and nothing else makes or reads one.

    wang-2023               a document          wang-2023.byline        a line of its front matter
    wang-2023.2.4           its section 二（四）  wang-2023.byline-2      the second line of that role
    wang-2023.2.4.p3        a passage           wang-2023.2.4.p3.s1     a sentence of it
    wang-2023.2.4.p3.f12    the figure that starts at offset 12 of the passage
    wang-2023.a1            its first annex         wang-2023.a1.2.p1       a passage of section 2 of that annex
    wang-2023.3.4-1         article 第四条之一, or the first heading without a number after the fourth
    wang-2023.3.p56-1       the first passage without a number after paragraph 56 of a text that numbers its paragraphs

An id is ASCII, is made of printed numerals and positions, never of a heading's words, and does not change once published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

DOCUMENT = r"[a-z]+(?:-[a-z0-9]+)*"
TERM = r"[a-z0-9]+"
NUMBER = r"(?:0|[1-9]\d*)(?:-[1-9]\d*)?"
"""A printed numeral: 4; 4-1 is 第四条之一, or the first that has none after 4."""
PASSAGE = r"(?:[1-9]\d*(?:-[1-9]\d*)?|0-[1-9]\d*)"
TOPIC = r"[a-z]+(?:-[a-z0-9]+)*"

_ID = re.compile(
    rf"(?P<document>{DOCUMENT})(?:\.(?P<role>[a-z]+(?:-[1-9]\d*)?))?(?P<section>(?:\.a[1-9]\d*)?(?:\.{NUMBER})*)"
    rf"(?:\.p(?P<passage>{PASSAGE})(?:\.s(?P<sentence>[1-9]\d*)|\.f(?P<figure>0|[1-9]\d*))?)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Ref:
    """What an id names. `section` is the path of printed numerals, below an annex or not; a role excludes all that follows it."""

    document: str
    section: tuple[str, ...] = ()
    passage: str | None = None
    sentence: int | None = None
    figure: int | None = None
    role: str | None = None


def format_id(ref: Ref) -> str:
    """The id of a reference."""
    if ref.role:
        return f"{ref.document}.{ref.role}"
    parts = [ref.document, *ref.section]
    if ref.passage is not None:
        parts.append(f"p{ref.passage}")
    if ref.sentence is not None:
        parts.append(f"s{ref.sentence}")
    if ref.figure is not None:
        parts.append(f"f{ref.figure}")
    return ".".join(parts)


@lru_cache(maxsize=1 << 16)
def parse_id(text: str) -> Ref:
    """The reference an id names; raises `ValueError` for what is no id."""
    match = _ID.fullmatch(text)
    if not match or (match["role"] and (match["section"] or match["passage"])):
        raise ValueError(f"not an id: {text!r} (an id looks like li-2031.2.4.p3.s1)")
    number = {k: int(v) if v is not None else None for k, v in match.groupdict().items() if k in _NUMBERS}
    section = tuple(match["section"].split(".")[1:])
    return Ref(match["document"], section, match["passage"], role=match["role"], **number)


_NUMBERS = ("sentence", "figure")


def passage_of(text: str) -> str:
    """The passage that a passage, sentence or figure id belongs to."""
    above, _, last = text.rpartition(".")
    if last[1:].isdecimal() and ".p" in text:  # nearly always, and many times a build
        if last[0] == "p":
            return text
        if last[0] in "sf" and above.rpartition(".")[2].startswith("p"):
            return above
    ref = parse_id(text)
    return format_id(Ref(ref.document, ref.section, ref.passage))
