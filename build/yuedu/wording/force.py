"""Whether a change made the wording stronger or weaker: by the tables of `ladders` alone, never by a guess.

A change counts where directing words open it on both sides (力争到… against 确保到…), or where it consists of nothing else:
加快 put before a verb that both sides have. What the tables do not order is `other`; what directs nothing is None.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yuedu.wording.changes import Block
from yuedu.wording.ladders import DIRECTING, EVERY, LADDERS, MODAL, MODIFIERS, Ladder
from yuedu.wording.shape import Force, Shift
from yuedu.wording.words import Word


def shifts(found: Sequence[Block], a: Sequence[Word], b: Sequence[Word]) -> Iterator[Shift]:
    """Of each change that is one of directing words, in order."""
    for n, block in enumerate(found):
        if block.equal:
            continue
        after = found[n + 1] if n + 1 < len(found) else None
        verb = b[after.b[0]].text if after and _close(a, block.a) and _close(b, block.b) else ""
        old, new = a[slice(*block.a)], b[slice(*block.b)]
        shift = _shift(_directing(old), _directing(new), verb, opens=_opens(b, block.b[0]))
        if shift is None and old and new and after:
            shift = _before(old, new, a[after.a[0]], b[after.b[0]])
        if shift:
            yield shift


def force_of(found: Iterable[Shift]) -> Force | None:
    """Of a whole row: stronger or weaker where no change says the opposite."""
    named = {shift.force for shift in found}
    if {"stronger", "weaker"} <= named or named == {"other"}:
        return "other"
    return "stronger" if "stronger" in named else "weaker" if "weaker" in named else None


FEW = 3
"""Words that may follow a directing word in its change, such as another date: after more it directs something else."""


@dataclass(frozen=True, slots=True)
class _Side:
    """Directing words that open a change; `rest`: how many words follow them in it."""

    words: tuple[str, ...]
    rest: int = 0

    @property
    def whole(self) -> bool:
        """Whether the change consists of nothing else."""
        return not self.rest

    @property
    def text(self) -> str:
        return "".join(self.words)


def _before(old: Sequence[Word], new: Sequence[Word], verb_a: Word, verb_b: Word) -> Shift | None:
    """What stands at the end of a longer change, right before a verb that both sides have: …，提高 against …，全面提高."""
    x, y = _leading_up(old, verb_a), _leading_up(new, verb_b)
    if x is None or y is None or x == y or verb_b.text not in DIRECTING.verb:
        return None
    return _shift(_Side(x), _Side(y), verb_b.text, opens=False)


def _leading_up(change: Sequence[Word], verb: Word) -> tuple[str, ...] | None:
    """The words between the head of the verb's clause and the verb, where they only modify it."""
    start, words = verb.start, ""
    for word in reversed(change):
        if word.end != start:
            return _parts(words) or ()
        if word.quantity or word.text not in DIRECTING.modifier | DIRECTING.word:
            return None
        start, words = word.start, word.text + words
    return None


def _directing(change: Sequence[Word]) -> _Side:
    words: list[str] = []
    for n, word in enumerate(change):
        parted = n > 0 and change[n - 1].end != word.start
        own = None if word.quantity or parted else _parts(word.text)
        if own is None:
            return _Side(_parts("".join(words)) or (), len(change) - n)
        words += own
    return _Side(_parts("".join(words)) or ())


def _parts(text: str) -> tuple[str, ...] | None:
    """The directing words that a text consists of; None where it holds anything else."""
    out: list[str] = []
    at = 0
    while at < len(text):
        match = EVERY.match(text, at)
        if match is None:
            return None
        out.append(match[0])
        at = match.end()
    return tuple(out)


def _shift(a: _Side, b: _Side, verb: str, *, opens: bool) -> Shift | None:
    if a.whole and b.whole:
        if verb in DIRECTING.verb:
            full_a, full_b = _parts(a.text + verb) or (), _parts(b.text + verb) or ()
        else:
            full_a, full_b = _to_verb(a.words), _to_verb(b.words)
    elif a.words and b.words and max(a.rest, b.rest) <= FEW:
        full_a, full_b = a.words[:1], b.words[:1]
    else:
        return None
    named_a, named_b = "".join(full_a), "".join(full_b)
    for ladder in LADDERS if a.whole and b.whole else MODAL:
        x, y = _highest(ladder, full_a), _highest(ladder, full_b)
        if x is not None and y is not None and x != y:
            return Shift(named_a, named_b, "stronger" if y > x else "weaker", ladder.source)
    if not (a.whole and b.whole):
        both = {full_a[0], full_b[0]} <= DIRECTING.word and full_a != full_b
        return Shift(named_a, named_b, "other") if both else None
    if found := _modified(full_a, full_b):
        return Shift(named_a, named_b, *found)
    said = {*a.words, *b.words}
    replaced = bool(a.words and b.words) and opens
    modal = bool(said & DIRECTING.word) and (verb in DIRECTING.verb or bool(a.words and b.words))
    return Shift(named_a, named_b, "other") if replaced or modal or _modifies(said, verb) else None


def _to_verb(words: Sequence[str]) -> tuple[str, ...]:
    """Without modifiers at the end, which belong to a noun that follows: 强化|基本 医疗."""
    end = len(words)
    while end and words[end - 1] in DIRECTING.modifier:
        end -= 1
    return tuple(words[:end])


def _modified(a: Sequence[str], b: Sequence[str]) -> tuple[Force, str] | None:
    """What modifiers before the same verb say, where all of them that speak say the same."""
    a, b = [w for word in a for w in _apart(word)], [w for word in b for w in _apart(word)]
    bare_a, bare_b = ([w for w in side if w not in DIRECTING.modifier] for side in (a, b))
    if bare_a != bare_b or not bare_a or bare_a[-1] not in DIRECTING.verb:
        return None
    spoken: dict[Force, str] = {}
    for ladder in MODIFIERS:
        x, y = _highest(ladder, a), _highest(ladder, b)
        bare = ladder.rungs.index("")
        x, y = bare if x is None else x, bare if y is None else y
        if x != y:
            spoken.setdefault("stronger" if y > x else "weaker", ladder.source)
    return next(iter(spoken.items())) if len(spoken) == 1 else None


def _apart(word: str) -> tuple[str, ...]:
    """全面实施 as modifier and verb; any other word as it is."""
    return (word[:2], word[2:]) if word[:2] in DIRECTING.modifier and word[2:] in DIRECTING.verb else (word,)


def _modifies(said: set[str], verb: str) -> bool:
    return bool(said & DIRECTING.modifier) and (verb in DIRECTING.verb or bool(said & DIRECTING.verb))


def _highest(ladder: Ladder, words: Sequence[str]) -> int | None:
    return max((n for w in words if (n := ladder.rung(w)) is not None), default=None)


def _close(side: Sequence[Word], place: tuple[int, int]) -> bool:
    """Whether the word after a change stands next to it, with no mark between."""
    start, end = place
    return start == end or (end < len(side) and side[end - 1].end == side[end].start)


def _opens(side: Sequence[Word], at: int) -> bool:
    """Whether a change stands where a verb does: at the head of a clause, or after a word that directs."""
    if at == 0 or at >= len(side):
        return at == 0
    before = side[at - 1]
    return before.end != side[at].start or before.text in DIRECTING.word | DIRECTING.modifier
