"""Who is to act where a sentence does not say, as far as the text supports it; always apart from what is stated.

Nothing is inferred about a sentence that names somebody itself, 我们 and its like aside, nor where no row below holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Basis = Literal["we", "carried", "plan", "addressees"]

BASES: tuple[tuple[Basis, str], ...] = (
    # basis, example
    ("we", "我们要坚持稳中求进。"),  # the office that speaks
    ("carried", "省教育厅要统一标准。加快建设平台。"),  # who an earlier sentence of the passage, or its lead, is told
    ("plan", "（报告的工作安排）推进政务服务一网通办。"),  # the side that presents the plan
    ("addressees", "（主送各市的意见）加强统筹协调。"),  # whom the document is addressed to
)
"""The first that holds."""

WE = re.compile("^(?:我们|我[国省市区县镇乡局厅委部院]|本级|全[国省市区县镇乡](?!面|部|体))")
"""我们要抓好落实, 我省将建成: the side that speaks."""


@dataclass(frozen=True, slots=True)
class Side:
    """What a document says of who speaks and who is spoken to, in both languages; None where it does not say."""

    speaks: tuple[str, str | None] | None = None
    addressed: tuple[str, str | None] | None = None


def inferred(
    strand: str, stated: tuple[str, ...], clause: str, before: tuple[str, str | None] | None, side: Side
) -> tuple[tuple[str, str | None], Basis] | None:
    """Whom a sentence is about, and on what basis. `stated`: whom it names; `clause`: how it begins; `before`: whom an
    earlier sentence of the passage, or its lead, tells to act."""
    if stated:
        only_we = all(WE.match(who) for who in stated)
        return (side.speaks, "we") if only_we and side.speaks else None
    if WE.match(clause) and side.speaks:
        return side.speaks, "we"
    if before and side.speaks and WE.match(before[0]):
        return side.speaks, "carried"
    if before:
        return before, "carried"
    if strand == "planned" and side.speaks:
        return side.speaks, "plan"
    if strand == "asked" and side.addressed:
        return side.addressed, "addressees"
    return None


def named(own: Mapping[str, str]) -> re.Pattern[str] | None:
    """The end of a subject that is one of a collection's own words for somebody."""
    words = sorted(map(re.escape, own), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(words)})$") if words else None
