"""`summaries/*.yml`: the English of headings, front matter and passages, by id, with its state and the hash it was made for.

States: missing → draft → reviewed; a summary whose Chinese has changed since is stale, and one whose English was edited
since its review is a draft again, whatever the file says (see `reviews`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from yuedu.sources.reviews import Reviewable, Words, canonical
from yuedu.sources.shape import Shape

Drafts = Literal["hide", "mark"]


class Segment(Shape):
    """One English sentence, or two, and the numbers of the Chinese sentences it stands on."""

    text: Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
    stands_on: Annotated[list[Annotated[int, Field(ge=1)]], Field(alias="from", min_length=1)]


class Omission(Shape):
    """A Chinese sentence that the English leaves out, and why."""

    sentence: Annotated[int, Field(ge=1)]
    reason: Annotated[str, StringConstraints(min_length=1)]


class TranslatorNote(Shape):
    """A translator's note, in both languages. `about`: the sentences it is about, where it is not the whole passage."""

    zh: str
    en: str
    about: list[Annotated[int, Field(ge=1)]] = Field(default_factory=list)


class FigureLabel(Shape):
    """What a quantity counts, short enough for a table, in both languages."""

    zh: Words
    en: Words


class Summary(Reviewable):
    """One text's English. A heading or a line of front matter is one sentence.

    `figures`: what each measured quantity of a passage counts, by the last part of the figure's id (f127).
    """

    segments: Annotated[list[Segment], Field(min_length=1)]
    omitted: list[Omission] = Field(default_factory=list)
    notes: list[TranslatorNote] = Field(default_factory=list)
    figures: dict[str, FigureLabel] = Field(default_factory=dict)

    @property
    def text(self) -> str:
        return " ".join(s.text for s in self.segments)

    @property
    def approval(self) -> str:
        """The hash a review writes into `approved`: of all that a reader sees of this English."""
        seen = {"segments", "omitted", "notes", "figures"}
        shown = self.model_dump(mode="json", by_alias=True, include=seen)
        for note in shown["notes"]:
            if not note["about"]:
                del note["about"]  # a note on the whole passage was approved before notes could be on a part
        return canonical(shown)
