"""Whether the same Chinese sentence or heading has the same English everywhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from yuedu.checks.pair import Pair
from yuedu.checks.rule import Mark, Rule
from yuedu.checks.words import bare_words

ENDS = "。！？；：，"
VOICE = re.compile(r"^(?:We (?:will|must|should|need to)|All \w+ (?:must|should)) ")  # We will build
SHORTEST = 4
"""Han characters below which the same words may well mean different things."""


@dataclass
class Memory:
    """Chinese sentence → its English, and the ids of the texts where it stands so.

    `order`: ids in reading order; `reviewed`: those whose English stands already.
    """

    order: Mapping[str, int]
    reviewed: Collection[str]
    said: dict[str, dict[str, list[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def learn(self, pair: Pair) -> None:
        """Take in the sentences of a pair that have English of their own."""
        for zh, en, _ in sentences(pair):
            self.said[zh][en].append(pair.id or pair.place)

    def before(self, ident: str, zh: str) -> Iterator[tuple[str, list[str]]]:
        """Other English of this Chinese in texts that `ident` has to agree with.

        Of two texts that differ the later is told, so that it is said once; but one not yet reviewed is told of any that is.
        """
        here, settled = self.order.get(ident, len(self.order)), ident in self.reviewed
        for en, places in self.said.get(zh, {}).items():
            others = [p for p in places if p != ident]
            if found := [p for p in others if self.order.get(p, -1) < here or (p in self.reviewed and not settled)]:
                yield en, found


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
        """The same Chinese sentence or heading has the same English as elsewhere, unless a note is about it.

        Who directs and who plans may differ: Build a platform, We will build a platform.
        """
        for zh, en, n in sentences(pair):
            if zh in notes.get(pair.id or "", ""):
                continue
            for other, places in memory.before(pair.id or pair.place, zh):
                if _words(other) != _words(en):
                    at = pair.zh.find(zh)
                    message = f"the same Chinese has other English in {', '.join(places)}"
                    yield Mark(message, en, other, (at, at + len(zh)), pair.segment_spans[n])

    return Rule("text.consistency", "warning", check)


def _words(en: str) -> tuple[str, ...]:
    return bare_words(VOICE.sub("", en).rstrip(".;:"))
