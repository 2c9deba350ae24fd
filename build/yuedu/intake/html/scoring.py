"""Where on a page the prose is: lines scored, and the element that holds them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yuedu.intake.html.chrome import is_named, is_surrounding
from yuedu.intake.html.line import Line
from yuedu.intake.html.tree import Node, Page

NEARLY_ALL = 0.95
_SENTENCE = re.compile("[。；，？！;]")
_PHRASE = re.compile("[：、:]")
_LONG_PHRASE = 40  # characters from which a line without the end of a sentence is prose all the same


def named_elements(page: Page, lines: Sequence[Line]) -> list[bool]:
    """Of each element: whether it, or one around it, says that it surrounds the text; never one that holds half of it."""
    held = _sums(page, lines, [line.length if _is_sentence(line) else 0 for line in lines])
    named = [False] * len(page.nodes)
    for node in page.nodes:
        above = node.parent is not None and named[node.parent.index]
        named[node.index] = above or (held[node.index] * 2 < max(held[0], 1) and is_named(node))
    return named


def scores(page: Page, lines: Sequence[Line], named: list[bool]) -> list[int]:
    """Of each line: its length where it is prose among prose, else 0."""
    all_of = _sums(page, lines, [line.length for line in lines])
    linked = _sums(page, lines, [line.linked for line in lines])

    def prose(line: Line) -> bool:
        return _is_sentence(line) and line.link_share < 0.5 and not is_surrounding(line)

    def among_prose(line: Line) -> bool:
        around = line.node.parent or line.node
        return not named[line.node.index] and linked[around.index] * 4 < max(all_of[around.index], 1)

    found = [line.length if prose(line) and among_prose(line) else 0 for line in lines]
    return found if any(found) else [line.length if prose(line) else 0 for line in lines]


def _is_sentence(line: Line) -> bool:
    return bool(_SENTENCE.search(line.text) or (line.length >= _LONG_PHRASE and _PHRASE.search(line.text)))


def _sums(page: Page, lines: Sequence[Line], values: Sequence[int]) -> list[int]:
    """Of each element: the sum over the lines in it."""
    sums = [0] * len(page.nodes)
    for line, value in zip(lines, values, strict=True):
        sums[line.node.index] += value
    for node in reversed(page.nodes):
        if node.parent is not None:
            sums[node.parent.index] += sums[node.index]
    return sums


def smallest(page: Page, lines: Sequence[Line], scored: Sequence[int]) -> Node:
    """The smallest element that holds nearly all of the score."""
    held = _sums(page, lines, scored)
    node = page.body
    while True:
        for child in node.children:
            if isinstance(child, Node) and held[child.index] >= held[0] * NEARLY_ALL:
                node = child
                break
        else:
            return node


def widened(node: Node, page: Page, lines: Sequence[Line], named: list[bool]) -> Node:
    """The element, or one around it that adds neither links nor buttons: short lines beside one long paragraph are text."""
    other = [
        line.length > 0 and (line.link_share >= 0.5 or named[line.node.index] or is_surrounding(line)) for line in lines
    ]
    others = _sums(page, lines, other)
    while node.parent is not None and others[node.parent.index] == others[node.index]:
        node = node.parent
    return node


def within(node: Node, page: Page, lines: Sequence[Line]) -> list[bool]:
    held = [False] * len(page.nodes)
    for one in page.nodes[node.index :]:
        held[one.index] = one is node or (one.parent is not None and held[one.parent.index])
    return [held[line.node.index] for line in lines]
