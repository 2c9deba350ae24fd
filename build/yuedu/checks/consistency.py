"""Whether the same Chinese sentence or heading has the same English everywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from yuedu.checks.pair import Pair
from yuedu.checks.rule import Mark, Rule
from yuedu.checks.words import bare_words

ENDS = "。！？；：，"
SHORTEST = 4
"""Han characters below which the same words may well mean different things."""


@dataclass
class Memory:
    """Chinese sentence → its English, and the ids of the texts where it stands so."""

    said: dict[str, dict[str, list[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def learn(self, pair: Pair) -> None:
        """Take in the sentences of a pair that have English of their own."""
        for zh, en, _ in sentences(pair):
            self.said[zh][en].append(pair.id or pair.place)

    @classmethod
    def of(cls, pairs: Iterable[Pair]) -> Memory:
        memory = cls()
        for pair in pairs:
            memory.learn(pair)
        return memory

    def others(self, zh: str) -> Mapping[str, list[str]]:
        """The English of a sentence, wherever it stands."""
        return self.said.get(zh, {})


def sentences(pair: Pair) -> Iterator[tuple[str, str, int]]:
    """The sentences that one segment stands on and that stand alone in it: Chinese, English and the segment's index."""
    for n, segment in enumerate(pair.segments):
        numbers = set(segment.stands_on)
        alone = len(numbers) == 1 and sum(bool(numbers & set(s.stands_on)) for s in pair.segments) == 1
        if alone and min(numbers) <= len(pair.sentences):
            start, end = pair.sentences[min(numbers) - 1]
            zh = pair.zh[start:end].rstrip(ENDS)
            if len(zh) >= SHORTEST:
                yield zh, segment.text, n


def consistency_rule(memory: Memory, notes: Mapping[str, str]) -> Rule:
    """The rule for a corpus that says this. `notes`: id → the Chinese of its translator's notes, which may say why."""

    def check(pair: Pair) -> Iterator[Mark]:
        """The same Chinese sentence or heading has the same English as elsewhere, unless a note is about it."""
        for zh, en, n in sentences(pair):
            if zh in notes.get(pair.id or "", ""):
                continue
            for other, places in memory.others(zh).items():
                elsewhere = [p for p in places if p != pair.id]
                if elsewhere and bare_words(other.rstrip(".;:")) != bare_words(en.rstrip(".;:")):
                    at = pair.zh.find(zh)
                    message = f"the same Chinese has other English in {', '.join(elsewhere)}"
                    yield Mark(message, en, other, (at, at + len(zh)), pair.segment_spans[n])

    return Rule("text.consistency", "warning", check)
