"""Which blocks of a page are the document: the smallest element that holds nearly all of what reads as Chinese prose.

Links, and lines without a mark of a sentence, count for little. What stands between the title of the page and the text (who
published it, and when) is kept, for a later reader to tell what it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from yuedu.intake.html.blocks import Block, Page

NEARLY_ALL = 0.9
MOST_BETWEEN = 8
"""Lines between the title of a page and its text."""
LONGEST_BETWEEN = 80

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_SENTENCE = re.compile("[。；，！？]")


@dataclass(frozen=True, slots=True)
class Found:
    """The lines of the document, and what of the page was left out."""

    lines: list[str]
    left_out: list[str]


def main_text(page: Page, title: str) -> Found:
    """Find the document on a page whose <title> is `title`. No lines where nothing on it is prose."""
    scores = [score(block) for block in page.blocks]
    before = [0, *accumulate(scores)]
    if before[-1] == 0:
        return Found([], [b.text for b in page.blocks])
    held = [e for e in page.elements if before[e.end] - before[e.start] >= NEARLY_ALL * before[-1]]
    start, end = min(((e.start, e.end) for e in held), key=lambda span: span[1] - span[0], default=(0, len(scores)))
    head = _headed(page.blocks, start, end, title)
    kept = [*head, *(n for n in range(start, end) if not page.blocks[n].chrome or scores[n])]
    chosen = set(kept)
    return Found([page.blocks[n].text for n in kept], [b.text for n, b in enumerate(page.blocks) if n not in chosen])


def score(block: Block) -> int:
    """How much of a block reads as prose: its characters of Chinese that are in no link, where a sentence is or a row."""
    if block.chrome or not (block.tag == "tr" or _SENTENCE.search(block.text)):
        return 0
    return max(0, len(_HAN.findall(block.text)) - block.linked)


def _headed(blocks: Sequence[Block], start: int, end: int, title: str) -> list[int]:
    """The title of the page, where it stands above the text and not in it, and the lines between."""
    names = {_plain(part) for part in re.split("[_|]|(?<!—)-", title)} | {_plain(title)}
    inside = {_plain(b.text) for b in blocks[start : min(end, start + 15)]}
    for n in range(start - 1, -1, -1):
        block = blocks[n]
        if not (block.tag == "h1" or (len(_plain(block.text)) > 3 and _plain(block.text) in names)):
            continue
        if _plain(block.text) in inside or block.linked > len(block.text) / 2:
            return []
        between = [m for m in range(n + 1, start) if len(blocks[m].text) <= LONGEST_BETWEEN]
        between = [m for m in between if blocks[m].linked <= len(blocks[m].text) / 2 and not blocks[m].chrome]
        return [n, *(between if len(between) <= MOST_BETWEEN else [])]
    return []


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)
