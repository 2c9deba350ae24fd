"""Whether the end of one line and the beginning of the next make one word of jieba's dictionary: 实施条 · 例."""

from __future__ import annotations

import logging
from functools import cache

import jieba

AROUND = 8
"""Characters on each side of a border that a word could reach over."""


def one_word(before: str, after: str) -> bool:
    """Whether jieba, with its dictionary alone, reads a word of two characters or more across the border."""
    left, right = before[-AROUND:], after[:AROUND]
    at = 0
    for word in _tokenizer().cut(left + right, HMM=False):
        end = at + len(word)
        if at < len(left) < end:
            return len(word) > 1 and not word.isascii() and not word.isdecimal()
        at = end
    return False


def last_word(words: str) -> str:
    """The last word of a line as jieba cuts it."""
    return str(list(_tokenizer().cut(words[-2 * AROUND :], HMM=False))[-1])


@cache
def _tokenizer() -> jieba.Tokenizer:
    """A private one: the terms of a glossary must not change how a text is joined."""
    logging.getLogger("jieba").setLevel(logging.WARNING)
    return jieba.Tokenizer()
