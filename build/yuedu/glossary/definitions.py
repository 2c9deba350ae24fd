"""Where a document itself says what its terms mean: the entries of its 名词解释, and notes of the same form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LIST = re.compile(
    "(?:附件?[0-9一二三四五六七八九十]*[：:]?)?(?:有关|相关|部分|重要)?(?:名词|名词术语|术语|概念|缩略语)(?:解释|注释|说明)"
)
"""附件2 名词解释"""
NUMBER = r"(?:[(（\[【]?[0-9０-９]{1,3}[)）\]】.．、]?|[①-⑳])?\s*"
ENTRY = re.compile(rf"{NUMBER}([^：:。；！？，]{{2,32}})[：:]\s*(.*)", re.S)
"""1.“双一流”：指世界一流大学和一流学科。"""
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
        if LIST.fullmatch(line):
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
        if match[2] and (listed or SAYS.match(match[2])):
            yield Defined(bare(match[1]), match[2], part)
        elif listed and not match[2]:
            waiting = bare(match[1])


def bare(name: str) -> str:
    """A name without quotation marks or brackets that enclose the whole of it: “双一流”, 《条例》."""
    for marks in ("“”", "《》", "‘’", '""'):
        if name[:1] == marks[0] and name[-1:] == marks[1] and marks[0] not in name[1:-1]:
            return name[1:-1]
    return name
