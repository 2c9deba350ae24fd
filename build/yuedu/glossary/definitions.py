"""Where a document itself says what its terms mean: the entries of its 名词解释, and notes of the same form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yuedu.text.definitions import ENTRY, GLOSSARY, bare

SAYS = re.compile(
    "(?:“[^”]*”)?(?:是)?(?:指|系指|即指|是指|简称|是“|是一种|是对|包括)|[^。]{0,40}(?:的简称|的统称|的总称)"
)
"""How an entry begins whose number alone marks it: (1)四梁八柱：指… A lead with a colon, 主要目标：…, does not."""


@dataclass(frozen=True, slots=True)
class Defined:
    """A term and the document's own words on it; `part` is where they stand."""

    text: str
    definition: str
    part: str


def definitions(texts: Mapping[str, str]) -> list[Defined]:
    """Definitions in reading order; `texts` maps the parts of documents to their Chinese, in that order."""
    found: dict[str, Defined] = {}
    for entry in _entries(texts):
        found.setdefault(entry.text, entry)
    return list(found.values())


def _entries(texts: Mapping[str, str]) -> Iterator[Defined]:
    listed = False  # below 名词解释
    waiting: str | None = None  # a term whose definition is the next part
    for part, zh in texts.items():
        line = zh.strip()
        if GLOSSARY.fullmatch(line):
            listed, waiting = True, None
            continue
        if waiting is not None:
            if line:
                yield Defined(waiting, line, part)
            waiting = None
            continue
        match = ENTRY.fullmatch(line)
        if match is None:
            continue
        if match["said"] and (listed or SAYS.match(match["said"])):
            yield Defined(bare(match["term"]), match["said"], part)
        elif listed and not match["said"]:
            waiting = bare(match["term"])
