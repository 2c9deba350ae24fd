"""A Chinese text and its English, as a rule sees them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from yuedu.glossary.match import Hit
from yuedu.glossary.shape import Term
from yuedu.quantities.model import Quantity
from yuedu.sources.summaries import Omission, Segment

Kind = Literal["passage", "heading", "front", "synopsis", "pair"]
Span = tuple[int, int]
_NUMBER = re.compile(
    r"[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|half|double|first|second|third)\b",
    re.I,
)


@dataclass(frozen=True)
class Pair:
    """What is compared.

    `place`: `file:line` of the English. `zh`: cleaned Chinese; `sentences`: its sentences as offsets, numbered from 1.
    `segments`: the English with the sentences it stands on; a bare pair is one segment that stands on all.
    `quantities`: of `zh`, every type and status. `hits`: the terms in `zh`; `terms`: the term base by slug.
    `year`: of the text, where it is known; `currency`: what its 元 and $ are where they name no country (ISO 4217).
    `kind`: `pair` is a line of a file that `yuedu compare` reads, where nothing is aligned and no term base need apply.
    """

    place: str
    zh: str
    segments: tuple[Segment, ...]
    sentences: tuple[Span, ...]
    quantities: tuple[Quantity, ...]
    hits: tuple[Hit, ...] = ()
    terms: Mapping[str, Term] = field(default_factory=lambda: MappingProxyType({}))
    kind: Kind = "passage"
    id: str | None = None
    omitted: tuple[Omission, ...] = ()
    year: int | None = None
    currency: str | None = None

    @cached_property
    def en(self) -> str:
        """The segments as one text, a space between; `en` spans of marks are offsets into it."""
        return " ".join(s.text for s in self.segments)

    @cached_property
    def segment_spans(self) -> tuple[Span, ...]:
        """Where each segment stands in `en`."""
        spans, position = [], 0
        for segment in self.segments:
            spans.append((position, position + len(segment.text)))
            position += len(segment.text) + 1
        return tuple(spans)

    def sentence_at(self, offset: int) -> int:
        """The number of the Chinese sentence that holds an offset of `zh`."""
        return next((n for n, (_, end) in enumerate(self.sentences, 1) if offset < end), len(self.sentences))

    @cached_property
    def segments_of(self) -> tuple[tuple[int, int, tuple[Span, ...]], ...]:
        """Each Chinese sentence, as start and end in `zh`, with the places in `en` of the segments that stand on it."""
        return tuple(
            (
                start,
                end,
                tuple(span for s, span in zip(self.segments, self.segment_spans, strict=True) if n in s.stands_on),
            )
            for n, (start, end) in enumerate(self.sentences, 1)
        )

    @cached_property
    def names_en(self) -> tuple[Span, ...]:
        """Renderings with a number in them, of terms that stand in the Chinese: their numbers are the name's."""
        texts = {
            r
            for h in self.hits
            if (term := self.terms.get(h.slug))
            for r in (term.en.preferred, *(a.text for a in term.en.accepted))
            if _NUMBER.search(r)
        }
        found = (
            m.span() for r in sorted(texts, key=len, reverse=True) for m in re.finditer(re.escape(r), self.en, re.I)
        )
        return tuple(sorted(found))
