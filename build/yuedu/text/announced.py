"""What a text announces, counted against what was found: 三点意见, 五个方面, 三大支撑, 四大…方向.

An announcement counts where structure follows it: in a heading (for the sections or points under it) and in the last
sentence before points or sections begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yuedu.findings import Finding
from yuedu.text.grammar import NUMERAL
from yuedu.text.numerals import label_number
from yuedu.text.points import points
from yuedu.text.tree import Passage, Section, Tree

ANNOUNCED = re.compile(
    rf"(?P<n>{NUMERAL})(?:点(?:意见|要求|希望|建议)|个方面|大支撑|大[^，。；：]{{0,6}}方向|个(?:突出)?亮点|项(?:重点)?任务|件事)"
)


def count_findings(tree: Tree, place: str) -> Iterator[Finding]:
    """`structure.count` warnings for one document."""
    parts = tree.parts
    for n, part in enumerate(parts):
        if isinstance(part, Section) and part.title:
            words = part.title
        elif isinstance(part, Passage) and n + 1 < len(parts) and _opens_structure(parts[n + 1]):
            words = part.zh[slice(*part.sentences[-1])]
        else:
            continue
        match = ANNOUNCED.search(words)
        announced = label_number(match["n"]) if match else None
        if not match or not announced or announced < 2:
            continue
        found = _following(tree, n)
        if found and announced != found:
            message = f"the text announces {match[0]}, and {found} were found"
            yield Finding("warning", "structure.count", place, message, str(found), str(announced), part.id)


def _opens_structure(part: object) -> bool:
    return isinstance(part, Section) or (isinstance(part, Passage) and bool(points(part.zh, 0)[0]))


def _following(tree: Tree, n: int) -> int:
    """How many points, else sections, follow part `n` and belong under it."""
    part = tree.parts[n]
    home = part.id if isinstance(part, Section) else part.section if isinstance(part, Passage) else None
    enumerated = last = 0
    for later in tree.parts[n + 1 :]:
        if isinstance(later, Section):
            break
        if isinstance(later, Passage):
            cuts, last = points(later.zh, last)
            if enumerated and 0 in cuts and last == 1:  # another enumeration begins
                break
            enumerated += 0 in cuts
    return enumerated or sum(1 for s in tree.sections if s.parent == home)
