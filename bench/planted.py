"""A text changed in known places: sentences moved, reworded, split, merged, deleted, added; and what became of each.

The same text, donor and seed give the same changes. A sentence that recurs, or is nearly another, is left as it is.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from yuedu.quantities.zh import read
from yuedu.wording.normal import normal
from yuedu.wording.shape import Cut

LOTS = {"moved": 12, "word": 12, "clause": 12, "number": 12, "split": 10, "merged": 10, "gone": 12, "new": 12}
"""How many of each are planted in a text, where it has so many sentences that can bear it."""
FAR = 5
"""A sentence moves by so many sentences at least."""
_CLAUSE = re.compile(r"[^，；：]+[，；：。！？]?")

Truth = tuple[str, tuple[int, ...], tuple[int, ...]]
"""A kind, and the numbers of its sentences in A and in B."""


@dataclass(frozen=True, slots=True)
class Planted:
    """The changed text; what became of every sentence; how each reworded one was changed, by its number in A."""

    b: list[str]
    truth: set[Truth]
    how: dict[int, str]


def plant(a: Sequence[str], donor: Sequence[str], seed: int, cut: Cut) -> Planted:
    """Change a text by `LOTS`. `donor`: sentences of another text, for words, clauses and what is added."""
    chance = random.Random(seed)
    texts = [normal(s).text for s in a]
    times = Counter(texts)
    free = [n for n in range(len(a)) if times[texts[n]] == 1 and len(texts[n]) >= 6]
    chance.shuffle(free)
    used: set[int] = set()
    how: dict[int, str] = {}
    new_words: dict[int, list[str]] = {}
    foreign = [s for s in donor if normal(s).text not in times and len(s) >= 8]
    change: dict[str, Callable[[str], str | None]] = {
        "word": lambda s: _word(s, foreign, chance, cut),
        "clause": lambda s: _clause(s, foreign, chance),
        "number": lambda s: _number(s, chance),
    }
    for kind, make in change.items():
        for n, words in _changed(a, free, used, LOTS[kind], make):
            new_words[n], how[n] = [words], kind
    for n, words in _changed(a, free, used, LOTS["split"], lambda s: _split(s, chance)):
        new_words[n] = words.split("\n")
    merged: set[int] = set()
    for n in free:
        if len(merged) < LOTS["merged"] and n + 1 < len(a) and n + 1 in free and not used & {n, n + 1}:
            used |= {n, n + 1}
            merged.add(n)
            new_words[n] = [a[n].rstrip("。；！？") + "，" + a[n + 1]]
    gone = {n for n, _ in _changed(a, free, used, LOTS["gone"], str)}
    moved = [n for n, _ in _changed(a, free, used, LOTS["moved"], str)]
    order: list[tuple[tuple[int, ...], str]] = []
    for n in range(len(a)):
        if n in gone or n in moved or (n - 1 in merged):
            continue
        order.append(((n, n + 1) if n in merged else (n,), ""))
    for n in moved:
        at = chance.choice(
            [p for p in range(len(order)) if abs(order[p][0][0] - n) > FAR and not _beside(order, p, moved)]
        )
        order.insert(at, ((n,), ""))
    for sentence in chance.sample(foreign, min(LOTS["new"], len(foreign))):
        order.insert(chance.randrange(len(order)), ((), sentence))
    return _written(a, order, new_words, how, gone, set(moved))


def _written(
    a: Sequence[str],
    order: Sequence[tuple[tuple[int, ...], str]],
    new_words: dict[int, list[str]],
    how: dict[int, str],
    gone: set[int],
    moved: set[int],
) -> Planted:
    b: list[str] = []
    truth: set[Truth] = {("gone", (n,), ()) for n in gone}
    for old, added in order:
        words = [added] if not old else new_words.get(old[0], [a[old[0]]])
        where = tuple(range(len(b), len(b) + len(words)))
        b += words
        kind = "new" if not old else "merged" if len(old) > 1 else "split" if len(words) > 1 else "same"
        if kind == "same" and old[0] in moved:
            kind = "moved"
        elif kind == "same" and old[0] in how:
            kind = "reworded"
        truth.add((kind, old, where))
    return Planted(b, truth, how)


def _changed(
    a: Sequence[str], free: Sequence[int], used: set[int], most: int, make: Callable[[str], str | None]
) -> Iterator[tuple[int, str]]:
    """So many sentences that are free and can bear the change, and what it makes of them."""
    found = 0
    for n in free:
        if found < most and n not in used and (words := make(a[n])):
            used.add(n)
            found += 1
            yield n, words


def _beside(order: Sequence[tuple[tuple[int, ...], str]], at: int, moved: Sequence[int]) -> bool:
    """Whether a moved sentence stands there already: two beside each other would be a run of their own."""
    return any(old and old[0] in moved for old, _ in order[max(0, at - 1) : at + 1])


def _word(sentence: str, foreign: Sequence[str], chance: random.Random, cut: Cut) -> str | None:
    """One word of two characters and more for another."""
    own = [(x, y) for x, y in cut(sentence) if y - x > 1 and sentence[x:y].isalpha()]
    if len(own) < 3:
        return None
    start, end = chance.choice(own)
    other = chance.choice(foreign)
    words = [
        other[x:y] for x, y in cut(other) if y - x > 1 and other[x:y].isalpha() and other[x:y] != sentence[start:end]
    ]
    return sentence[:start] + chance.choice(words) + sentence[end:] if words else None


def _clause(sentence: str, foreign: Sequence[str], chance: random.Random) -> str | None:
    """One clause put in, left out, or said anew; it has no more than half of the words."""
    own = _CLAUSE.findall(sentence)
    other = [c for c in _CLAUSE.findall(chance.choice(foreign)) if len(c) >= 4]
    if len(own) < 2 or not other:
        return None
    at = chance.randrange(len(own))
    clause = chance.choice(other).rstrip("，；：。！？") + "，"
    if 2 * len(clause) > len(sentence):
        return None
    way = chance.choice(("in", "out", "anew"))
    if way != "in" and 2 * len(own[at]) > len(sentence):
        return None
    kept = [*own[:at], *([clause] if way != "out" else []), *own[at + (way != "in") :]]
    return "".join(kept).rstrip("，；：。！？") + sentence[-1]


def _number(sentence: str, chance: random.Random) -> str | None:
    """The digits of one measured quantity for others."""
    found = [q for q in read(sentence) if q.measured and re.search(r"[1-9]", q.zh)]
    if not found:
        return None
    q = chance.choice(found)
    digits = re.search(r"\d+", q.zh)
    assert digits
    other = str(int(digits[0]) + chance.randint(1, 8))
    return sentence[: q.start] + q.zh[: digits.start()] + other + q.zh[digits.end() :] + sentence[q.end :]


def _split(sentence: str, chance: random.Random) -> str | None:
    """In two lines, at a comma, neither shorter than eight characters."""
    commas = [n for n, c in enumerate(sentence) if c == "，" and 8 <= n < len(sentence) - 9]
    if not commas:
        return None
    at = chance.choice(commas)
    return f"{sentence[:at]}。\n{sentence[at + 1 :]}"
