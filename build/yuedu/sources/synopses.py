"""`summaries/synopses.yml`: the short of it, in both languages: of a topic, of a document, and of the whole.

Every sentence names the passages, or the sentences of passages, it stands on; a synopsis is stale when one of them changes.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from pydantic import Field

from yuedu.sources.filing import Slug
from yuedu.sources.reviews import Reviewable, Words, canonical
from yuedu.sources.shape import Shape
from yuedu.sources.summaries import Segment
from yuedu.text.ids import parse_id, passage_of

FILE = "summaries/synopses.yml"


class Sentence(Shape):
    """One sentence in both languages, and the ids it stands on. `topic`: where the front page leads from it."""

    zh: Words
    en: Words
    stands_on: Annotated[list[str], Field(alias="from", min_length=1)]
    topic: Slug | None = None


class Synopsis(Reviewable):
    """The sentences in order. `source` is the hash of the passages they stand on: see `source_of`."""

    sentences: Annotated[list[Sentence], Field(min_length=1)]

    @property
    def passages(self) -> list[str]:
        """The passages that any sentence stands on, in order of their ids; what is no id is left out."""
        return sorted({passage_of(i) for s in self.sentences for i in s.stands_on if is_id(i)})

    @property
    def zh(self) -> str:
        return "".join(s.zh for s in self.sentences)

    @property
    def text(self) -> str:
        return " ".join(s.en for s in self.sentences)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The English as segments that stand on the synopsis's own Chinese, sentence by sentence."""
        return tuple(Segment(text=s.en, stands_on=[n]) for n, s in enumerate(self.sentences, 1))

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each Chinese sentence stands in `zh`."""
        ends = [0]
        for sentence in self.sentences:
            ends.append(ends[-1] + len(sentence.zh))
        return tuple(pairwise(ends))

    @property
    def approval(self) -> str:
        """The hash a review writes into `approved`."""
        kept = self.model_dump(mode="json", by_alias=True, include={"sentences"}, exclude_none=True)
        return canonical(kept)


class SynopsisFile(Shape):
    """The whole file: by topic, by document, and of everything."""

    topics: dict[str, Synopsis] = Field(default_factory=dict)
    documents: dict[str, Synopsis] = Field(default_factory=dict)
    front: Synopsis | None = None


def is_id(ident: str) -> bool:
    """Whether a text is an id of any kind."""
    try:
        parse_id(ident)
    except ValueError:
        return False
    return True
