"""What the rule learns from, is asked, and answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

Cut = Callable[[str], Sequence[tuple[int, int]]]
"""A tokenizer: the half-open spans of a text's words, in order."""


@dataclass(frozen=True, slots=True)
class PassageWords:
    """A passage as it stands in its document.

    `headings` are those above it, the outermost first; `terms` are (slug, the words as they stand in the passage);
    `section` is the id of the nearest heading, None under none; `edge` marks a document's first and last passage.
    """

    id: str
    zh: str
    section: str | None = None
    headings: tuple[str, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    edge: Literal["first", "last"] | None = None


@dataclass(frozen=True, slots=True)
class Filed:
    """A passage that an editor filed: under `topic` first; `also` are further topics of the whole passage, `sentences`
    those of single sentences, as (topic, the sentence's words)."""

    passage: PassageWords
    topic: str
    also: tuple[str, ...] = ()
    sentences: tuple[tuple[str, str], ...] = ()

    @property
    def topics(self) -> frozenset[str]:
        """Every topic the passage touches on."""
        return frozenset((self.topic, *self.also, *(topic for topic, _ in self.sentences)))


@dataclass(frozen=True, slots=True)
class TopicWords:
    """A topic, and how its editor describes it in Chinese; `terms` as those of a passage."""

    slug: str
    title: str
    abstract: str
    terms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A topic with its score from 0 to 1, how likely it is to be the right one, and what speaks for it, most telling
    first: `words` stand in the passage, `headings` only in the headings above it."""

    topic: str
    score: float
    words: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the rule says of a passage: at most three topics, the likeliest first; `topic` is None where none will do."""

    id: str
    topic: str | None
    best: tuple[Candidate, ...]

    @property
    def score(self) -> float:
        """How likely the likeliest topic is to be right."""
        return self.best[0].score if self.best else 0.0
