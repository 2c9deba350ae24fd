"""How likely a string is a term: how often it stands here, how much oftener than in general Chinese, how fixed it is.

- Keyness: the logarithm of its share here over its share in general Chinese, of a phrase over what its words would come to.
- Fixedness of a phrase: the normalised pointwise mutual information at its weakest joint, and how freely its neighbours
  change on either side (branching entropy; Matrix67, 互联网时代的社会语言学, 2012).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log, log2

from yuedu.glossary.background import Background
from yuedu.glossary.joining import LIGHT
from yuedu.glossary.phrases import MOST_UNITS, NUMERALS, Unit

KEYNESS_MOST = 18.0
COINAGE_KEYNESS = 26.0
NAME_KEYNESS = 18.0
TITLE_KEYNESS = 26.0
PLAIN_WORD = 0.4
"""A word of general Chinese that somebody puts in quotation marks, “绿色”, is seldom more than that word."""
COMMON = 20
COUNTING = 1.2
"""Official prose abbreviates by counting: “两个维护”, “三农”, “双减”."""
WORD_OF = {2: 0.35, 3: 0.6, 4: 0.8}
"""Short words are seldom terms: what one weighs by its length; a longer one weighs 1."""
WORD_TAGS = ("n", "vn", "j", "l", "i", "b", "eng")
VERB_FIRST = 0.6
"""A verb and its object, 捍卫国家主权, are more often a free combination than an expression."""
PLACE_TAGS = ("ns", "nr")


class Likelihood:
    """Measures strings against the runs of units they stand in."""

    def __init__(self, texts: Mapping[str, str], runs: Sequence[Sequence[Unit]], general: Background) -> None:
        self.general = general
        self.counts: Counter[tuple[str, ...]] = Counter()
        self.before: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        self.after: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        self.total = sum(map(len, runs)) or 1
        for n, run in enumerate(runs):
            names = [u.text for u in run]
            for first in range(len(run)):
                for last in range(first + 1, min(first + MOST_UNITS, len(run)) + 1):
                    key = tuple(names[first:last])
                    self.counts[key] += 1
                    self.before[key][names[first - 1] if first else f"^{n}"] += 1
                    self.after[key][names[last] if last < len(run) else f"${n}"] += 1

    def score(self, parts: Sequence[Unit], source: str, count: int) -> float:
        """Nought or less: no term. `parts` are the units of the string, none for a title."""
        often = log2(1 + count)
        if source == "title":
            return often * TITLE_KEYNESS
        if source == "name":
            return often * NAME_KEYNESS
        if source in ("definition", "coinage"):
            plain = len(parts) == 1 and self._is_plain(parts[0].text)
            counting = source == "coinage" and self._counts("".join(u.text for u in parts))
            return often * COINAGE_KEYNESS * (PLAIN_WORD if plain else COUNTING if counting else 1.0)
        often = log2(count)  # nothing but its recurrence speaks for it
        key = tuple(u.text for u in parts)
        keyness = min(self._keyness(key, count), KEYNESS_MOST)
        if len(key) == 1:
            return often * keyness * self._weight(parts[0])
        object_of = VERB_FIRST if parts[0].tag == "v" and max(len(u.text) for u in parts[:2]) > 1 else 1.0
        return often * keyness * self._fixedness(key) * object_of

    def _is_plain(self, word: str) -> bool:
        counted = self.general.words.get(word, (0, ""))[0]
        return len(word) < 3 and counted > COMMON and NUMERALS.isdisjoint(word)

    def _counts(self, coinage: str) -> bool:
        """Whether a number is in it that counts no things: 两个维护 and 一带一路, not 一张办公桌."""
        measured = coinage[:1] == "一" and self.general.tag(coinage[1:2]) == "q"
        return not measured and not NUMERALS.isdisjoint(coinage)

    def _weight(self, word: Unit) -> float:
        if not word.tag.startswith(WORD_TAGS) and word.tag:
            return 0.0
        if any(word.text.startswith(w) for w in LIGHT if len(w) > 1):
            return 0.0
        return WORD_OF.get(len(word.text), 1.0) * (0.3 if word.tag.startswith(PLACE_TAGS) else 1.0)

    def _keyness(self, key: tuple[str, ...], count: int) -> float:
        """In bits."""
        expected = self._expected(key)
        if len(key) == 1 and len(key[0]) > 3:  # the dictionary counts few compounds: what would its halves come to?
            halves = (key[0][:2], key[0][2:])
            if all(h in self.general.words for h in halves):
                expected = max(expected, self._expected(halves))
        return (log(count / self.total) - expected) / log(2)

    def _expected(self, words: Sequence[str]) -> float:
        shares = sorted(self.general.log_share(w) for w in words)
        return shares[0] + sum(shares[1:]) / 2

    def _fixedness(self, key: tuple[str, ...]) -> float:
        count = self.counts[key]
        if count < 2:
            return 0.0
        bond = min(self._bond(key, n) for n in range(1, len(key)))
        free = min(_entropy(self.before[key]), _entropy(self.after[key])) / log(count)
        return max(bond, 0.0) * (0.3 + 0.7 * min(free, 1.0))

    def _bond(self, key: tuple[str, ...], n: int) -> float:
        """Normalised pointwise mutual information of what stands before and after joint `n`: 1 where they never part."""
        share = self.counts[key] / self.total
        left, right = self.counts[key[:n]], self.counts[key[n:]]
        joint = log(share * self.total**2 / (left * right))
        return (joint / -log(share) + self.counts[key] / min(left, right)) / 2


def _entropy(neighbours: Counter[str]) -> float:
    total = sum(neighbours.values())
    return -sum(n / total * log(n / total) for n in neighbours.values())
