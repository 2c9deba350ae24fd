"""Whether the end of one line and the beginning of the next make one word of jieba's dictionary: 实施条 · 例."""

from __future__ import annotations

import logging

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


def dictionary(cache_dir: str | None = None) -> jieba.Tokenizer:
    """A tokenizer of one's own, to which words can be added: jieba's dictionary is read once, and copied for each.

    `cache_dir`: where jieba keeps what it read, for the next process; its own choice where none is named.
    """
    read = _tokenizer(cache_dir)
    own = jieba.Tokenizer()
    own.FREQ, own.total, own.initialized = dict(read.FREQ), read.total, True
    return own


_read: list[jieba.Tokenizer] = []


def _tokenizer(cache_dir: str | None = None) -> jieba.Tokenizer:
    """A private one: the terms of a glossary must not change how a text is joined."""
    if not _read:
        logging.getLogger("jieba").setLevel(logging.WARNING)
        tokenizer = jieba.Tokenizer()
        tokenizer.tmp_dir = cache_dir
        tokenizer.initialize()
        _read.append(tokenizer)
    return _read[0]
