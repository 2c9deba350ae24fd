"""The words of the texts: English ones with their stems, Chinese ones with their pinyin."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import snowballstemmer
from pypinyin import lazy_pinyin

from yuedu.glossary.load import HAN
from yuedu.glossary.match import Matcher

MOST_ENGLISH = 12_000
MOST_CHINESE = 6_000
"""Words that a browser is given for misspellings, beginnings of words and pinyin; the most frequent ones."""

_PARTS = re.compile("[\u3400-\u9fff\uf900-\ufaff]|[^\u3400-\u9fff\uf900-\ufaff\\s]+")


class Stems(dict[str, str]):
    """Word → the key of its stem (`~stem`), by the Porter 2 algorithm of Snowball; remembers every word it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self._stemmer = snowballstemmer.stemmer("english")

    def __missing__(self, word: str) -> str:
        stem = self._stemmer.stemWord(word) if word.isascii() and word.isalpha() else word
        self[word] = key = f"~{stem}"
        return key


@dataclass(frozen=True, slots=True)
class Words:
    """What a text adds to the vocabulary: English words with the keys of their stems, and in how many units those stand;
    Chinese words with how often they stand; the Chinese characters."""

    stems: Mapping[str, str]
    units: Mapping[str, int]
    chinese: Mapping[str, int]
    characters: str


def words_of(
    stems: Mapping[str, str], tables: Iterable[Mapping[str, Sequence[int]]], texts: Iterable[str], matcher: Matcher
) -> Words:
    """The words of some units: their stems, their postings kind by kind, and their Chinese."""
    held = list(tables)
    units = {key: n for key in stems.values() if (n := sum(len(table.get(key, ())) for table in held))}
    chinese: Counter[str] = Counter()
    for text in texts:
        chinese.update(text[start:end] for start, end in matcher.tokens(text) if end - start > 1)
    known = {word: n for word, n in chinese.items() if all(map(HAN.match, word))}
    return Words(dict(stems), units, known, "".join(sorted({key for table in held for key in table if len(key) == 1})))


def added(words: Iterable[Words]) -> Words:
    """The words of several texts."""
    stems: dict[str, str] = {}
    units: Counter[str] = Counter()
    chinese: Counter[str] = Counter()
    characters: set[str] = set()
    for each in words:
        stems.update(each.stems)
        units.update(each.units)
        chinese.update(each.chinese)
        characters.update(each.characters)
    return Words(stems, units, chinese, "".join(sorted(characters)))


def english_words(words: Words) -> list[tuple[str, str, int]]:
    """Words with their stems and in how many units those stand; the most frequent first, then by spelling."""
    counted = ((w, s[1:], words.units.get(s, 0)) for w, s in words.stems.items())
    return sorted(counted, key=lambda row: (-row[2], row[0]))[:MOST_ENGLISH]


def chinese_words(words: Words) -> list[tuple[str, str]]:
    """Words of at least two characters with their pinyin; the most frequent first."""
    counts = words.chinese
    frequent = sorted(counts, key=lambda word: (-counts[word], word))[:MOST_CHINESE]
    return [(word, " ".join(syllables(word))) for word in frequent]


def syllables(zh: str, pinyin: str = "") -> list[str]:
    """One toneless syllable for each character, and each run of anything else as it is.

    `pinyin` is an editor's own, with tones; it is taken where it has as many syllables.
    """
    guessed = [toneless(s) for part in _PARTS.findall(zh) for s in lazy_pinyin(part)]
    given = toneless(pinyin)
    if not given or given == "".join(guessed):
        return guessed
    return _cut(given, len(guessed)) or guessed


def toneless(pinyin: str) -> str:
    """Small letters without tones, ü as v, nothing between them."""
    plain = unicodedata.normalize("NFD", pinyin.lower()).replace("u\u0308", "v")
    return "".join(c for c in plain if c.isalnum())


@cache
def _cut(pinyin: str, count: int) -> list[str] | None:
    """So many syllables that make up this pinyin."""
    if count == 0:
        return None if pinyin else []
    for size in range(min(6, len(pinyin)), 0, -1):
        if pinyin[:size] in sounds() and (rest := _cut(pinyin[size:], count - 1)) is not None:
            return [pinyin[:size], *rest]
    return None


@cache
def sounds() -> dict[str, str]:
    """Syllable → the characters of GB 2312 that are read so, one reading each."""
    table: dict[str, list[str]] = {}
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                char = bytes((row, cell)).decode("gb2312")
            except UnicodeDecodeError:
                continue
            table.setdefault(toneless(lazy_pinyin(char)[0]), []).append(char)
    return {s: "".join(chars) for s, chars in sorted(table.items())}
