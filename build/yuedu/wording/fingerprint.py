"""What is kept of a document's wording, so that it can be compared with a thousand without their texts.

Of every sentence the hash of its normal form, and the hashes that winnowing picks of its shingles: of every `WINDOW` shingles
in a row the least, so that whatever `SHINGLE + WINDOW - 1` characters two sentences share in a row is found by both (Schleimer,
Wilkerson and Aiken, Winnowing, SIGMOD 2003). A report of 25,000 characters takes some 40 kB.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

from yuedu.wording.normal import normal

SHINGLE = 4
"""Characters of a shingle."""
WINDOW = 4
"""Shingles of which one is kept: 7 shared characters in a row are never missed."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """`whole`: 64-bit hashes of the sentences' normal forms. `picked`: 32-bit hashes of the shingles picked, sentence by
    sentence, those of sentence n (from 0) up to `ends[n]`. `lengths`: characters of the normal forms. Picklable."""

    whole: array[int]
    picked: array[int]
    ends: array[int]
    lengths: array[int]

    def of(self, sentence: int) -> array[int]:
        """The shingles picked of a sentence, numbered from 0."""
        return self.picked[self.ends[sentence - 1] if sentence else 0 : self.ends[sentence]]

    def count(self, sentence: int) -> int:
        """How many shingles are picked of a sentence, numbered from 0."""
        return self.ends[sentence] - (self.ends[sentence - 1] if sentence else 0)

    @property
    def size(self) -> int:
        """Bytes of the hashes."""
        return sum(len(kept) * kept.itemsize for kept in (self.whole, self.picked, self.ends, self.lengths))


def fingerprint(sentences: Iterable[str]) -> Fingerprint:
    """Of the sentences of a document, in order; the same on every machine."""
    made = Fingerprint(array("Q"), array("I"), array("I"), array("I"))
    for zh in sentences:
        text = normal(zh).text
        made.whole.append(int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big"))
        made.picked.extend(_winnowed(text))
        made.ends.append(len(made.picked))
        made.lengths.append(len(text))
    return made


def _winnowed(text: str) -> Iterator[int]:
    """Of every window the least hash, the last of equals; once for each place."""
    hashes = [crc32(text[n : n + SHINGLE].encode()) for n in range(max(1, len(text) - SHINGLE + 1))]
    last = -1
    for start in range(max(1, len(hashes) - WINDOW + 1)):
        window = hashes[start : start + WINDOW]
        least = min(window)
        at = start + len(window) - 1 - window[::-1].index(least)
        if at != last:
            yield hashes[at]
            last = at
