"""`document.yml`: which documents a seed holds, and the editor's corrections, notes and what else is declared beside them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from yuedu.sources.document import Document, Words
from yuedu.sources.shape import Bilingual, Shape
from yuedu.text.clean import Correction

FileName = Annotated[str, StringConstraints(pattern=r"^[^/\\\x00-\x1f]+$", min_length=1)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Source(Shape):
    """The seed's file as received, beside `document.yml`, and the SHA-256 of its bytes.

    Where the file is no plain text in UTF-8 or GB18030, `text` is the file of the text that `converter` (name and version)
    made of it once; ids rest on that text, so that a newer converter moves none. `notes` say what it left out or guessed.
    """

    file: FileName
    sha256: Sha256
    text: FileName | None = None
    text_sha256: Sha256 | None = None
    converter: Words | None = None
    notes: list[Words] = Field(default_factory=list)

    @model_validator(mode="after")
    def _text_is_whole(self) -> Source:
        given = [value is not None for value in (self.text, self.text_sha256, self.converter)]
        if any(given) and not all(given):
            raise ValueError("text, text_sha256 and converter belong together: `yuedu add` writes all three")
        return self


class EditorCorrection(Shape):
    """Words of the seed that are plainly damaged, and what stands for them; shown to the reader with its reason."""

    kind: Literal["doubled word", "stray Latin", "misprint"]
    find: Words
    replace: str
    times: Annotated[int, Field(ge=1)] = 1
    reason: Bilingual

    def correction(self) -> Correction:
        return Correction(self.kind, self.find, self.replace, self.times)


class EditorNote(Shape):
    """A note beside a passage about words that stay as they are."""

    passage: str
    quote: Words
    zh: Words
    en: Words
    kind: Literal["editor", "translator"] = "editor"


class Override(Shape):
    """What the reader of figures cannot know: fields of one figure, by id, with the reason."""

    figure: str
    not_a_figure: bool = False
    type: str | None = None
    status: str | None = None
    period: str | None = None
    unit: Bilingual | None = None
    counts: Bilingual | None = None
    reason: str


class NamedActor(Shape):
    """Who is told to do something: words of the sentence, and their English."""

    zh: Words
    en: Words


class CommitmentOverride(Shape):
    """What the rule for commitments cannot know of one sentence, by its id; every Chinese word must stand in it.

    `word` is the word that directs, for a sentence that the rule finds none in or the wrong one; `who` and `when` take
    the place of what it found, and an empty list says that the text states none; `period` is ISO 8601.
    """

    sentence: str
    not_a_commitment: bool = False
    word: Words | None = None
    who: list[NamedActor] | None = None
    when: list[Words] | None = None
    period: (
        Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d\d(-\d\d)?)?(/(\.\.|\d{4}(-\d\d(-\d\d)?)?))?$")] | None
    ) = None
    reason: Bilingual


class Framework(Shape):
    """A framework that the text itself lays out: a name and its parts, each in words of the passage or heading `at`."""

    zh: Words
    en: Words
    at: str
    parts: list[Framework] = Field(default_factory=list)


class City(Shape):
    """A city, by the name that the text would use; `not_in` are longer names that hold it and are not the city."""

    zh: Words
    en: Words
    not_in: list[Words] = Field(default_factory=list)


class Cities(Shape):
    """The cities of the province that the documents speak of: background, for the text does not list them."""

    title: Bilingual
    basis: Bilingual
    stated_at: str
    stated: Words
    cities: Annotated[list[City], Field(min_length=1)]


class Collection(Shape):
    """A seed and all that its editor declared. `actors` are its own words for whom a sentence may tell to act (省里)."""

    source: Source
    documents: Annotated[list[Document], Field(min_length=1)]
    corrections: list[EditorCorrection] = Field(default_factory=list)
    notes: list[EditorNote] = Field(default_factory=list)
    figures: list[Override] = Field(default_factory=list)
    commitments: list[CommitmentOverride] = Field(default_factory=list)
    actors: list[NamedActor] = Field(default_factory=list)
    frameworks: list[Framework] = Field(default_factory=list)
    cities: Cities | None = None
