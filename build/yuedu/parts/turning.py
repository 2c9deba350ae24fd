"""Chinese as a page turns it into traditional characters: which words of a text take other forms than their characters do.

Made with OpenCC, word by word, so that 要素发展 is 要素發展 and not 要素髮展 for the sake of 素发 (unbleached hair).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from yuedu.glossary.load import traditional
from yuedu.glossary.match import Matcher

_TAG = re.compile(r"<(?!/?(?:a|b|i|p|span|strong|mark|data|del|ins)\b)[^>]*>|</p>")
_INLINE = re.compile(r"<[^>]+>")
_INSIDE = "\u3400-\u9fff0-9A-Za-z+“”《》（）、，。；：！？…—-"
_RUN = re.compile(f"[{_INSIDE}]*[\u3400-\u9fff][{_INSIDE}]*")


@dataclass(frozen=True, slots=True)
class Turning:
    """Stretches of Chinese, one a line; and of each word in them that takes another form than its characters do where it
    begins, and that form."""

    text: str
    words: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """The same in short: its characters, each once, and the words that take another form, with that form."""

    characters: str
    words: Mapping[str, str]


def in_short(text: Turning) -> Turned:
    words = {text.text[at : at + len(turned)]: turned for at, turned in text.words}
    return Turned("".join(sorted({*text.text})), words)


def turning(runs: Iterable[str], matcher: Matcher) -> Turning:
    """The stretches in order, each once; the tokenizer of the terms cuts them into words."""
    lines = sorted({*runs})
    words = []
    at = 0
    for line in lines:
        for start, end in matcher.tokens(line):
            word = line[start:end]
            if (turned := by_word(word)) != by_character(word):
                words.append((at + start, turned))
        at += len(line) + 1
    return Turning("\n".join(lines), tuple(words))


def in_data(text: str) -> Iterator[str]:
    """The stretches of Chinese of a file of data."""
    return iter(_RUN.findall(text))


def in_page(text: str) -> Iterator[str]:
    """The stretches of Chinese of a page, as its elements hold them: inline tags do not break a stretch."""
    for piece in _TAG.split(text):
        yield from _RUN.findall(html.unescape(_INLINE.sub("", piece)))


@lru_cache(maxsize=1 << 16)
def by_word(word: str) -> str:
    """A word in traditional characters; none of its forms has another length."""
    turned = traditional(word)
    return turned if len(turned) == len(word) else word


def by_character(word: str) -> str:
    """The same, each character for itself."""
    return "".join(map(by_word, word))
