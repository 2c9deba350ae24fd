"""`document.yml`: which documents a seed holds, who spoke when, and the editor's corrections and notes."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from yuedu.sources.filing import Also, Filed
from yuedu.sources.shape import Bilingual, IsoDate, Shape
from yuedu.text.clean import Correction
from yuedu.text.ids import DOCUMENT
from yuedu.text.outline import Aspects, Outline, PlacedSection, Placement
from yuedu.text.seed import Begin

DocumentId = Annotated[str, StringConstraints(pattern=rf"^{DOCUMENT}$")]
Words = Annotated[str, StringConstraints(min_length=1)]


def _path(text: str) -> str:
    if not re.fullmatch(r"(\d+(\.\d+)*)?", text):
        raise ValueError("a section is written as its numbers, such as 2.4, or as '' for the document itself")
    return text


SectionPath = Annotated[str, AfterValidator(_path)]

Strand = Literal["asked", "done", "planned", "gaps", "context", "occasion"]
"""What a passage does: asks, reports what was done, plans, admits a gap, gives the policy it rests on, or belongs to
the occasion."""


class Source(Shape):
    """The seed's file, beside `document.yml`, and the SHA-256 of its bytes."""

    file: Words
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class EditorialSection(Shape):
    """A section whose heading the text lacks: it opens before the line that begins with `before`."""

    section: SectionPath
    before: Words
    title: Bilingual
    reason: Bilingual


class Place(Shape):
    """The paragraph that begins with `begins` belongs to `section` and not to the one before it."""

    begins: Words
    section: SectionPath
    reason: Bilingual


class Split(Shape):
    """The paragraph that begins with `begins` is cut before each of `at`: aspects that have no number."""

    begins: Words
    at: list[Words]
    reason: Bilingual


PROPOSABLE = (
    *(
        "title",
        "short",
        "number",
        "date",
        "date_basis",
        "occasion",
        "speaker",
        "office",
        "issuer",
        "addressees",
        "signatory",
    ),
    *("period", "strands"),
)
"""Fields of a document that `yuedu add` fills in from the text; filings say for themselves who filed."""


class Document(Shape):
    """One speech or notice. What the seed does not state stays null.

    `period`: what its review covers, in words of the text. `proposed`: the fields that a rule filled in and nobody has
    confirmed, each with the words of the text it rests on; who confirms one takes it out of this list.
    """

    id: DocumentId
    begins: str
    short: Bilingual
    title: Bilingual
    speaker: Bilingual | None = None
    office: Bilingual | None = None
    issuer: Bilingual | None = None
    addressees: Bilingual | None = None
    signatory: Bilingual | None = None
    date: IsoDate | None = None
    date_basis: Bilingual | None = None
    occasion: Bilingual | None = None
    number: str | None = None
    part_of: DocumentId | None = None
    abstract: Bilingual = Bilingual()
    period: Bilingual | None = None
    strands: dict[str, Strand] = Field(default_factory=dict)
    topics: dict[str, Filed] = Field(default_factory=dict)
    also: dict[str, Also] = Field(default_factory=dict)
    sections: list[EditorialSection] = Field(default_factory=list)
    places: list[Place] = Field(default_factory=list)
    splits: list[Split] = Field(default_factory=list)
    proposed: dict[str, Words] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _proposed_are_filled(self) -> Document:
        for name in self.proposed:
            if name not in PROPOSABLE:
                raise ValueError(f"proposed: {name!r} is no field that a rule fills in ({', '.join(PROPOSABLE)})")
            if not getattr(self, name):
                raise ValueError(f"proposed: {name!r} is empty; take it out of the list, or fill it in")
        return self

    def begin(self) -> Begin:
        """The document as the parser takes it."""
        return Begin(
            self.id,
            self.begins,
            Outline(
                tuple(PlacedSection(_numbers(s.section), s.before) for s in self.sections),
                tuple(Placement(p.begins, _numbers(p.section)) for p in self.places),
                tuple(Aspects(s.begins, tuple(s.at)) for s in self.splits),
            ),
        )


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


def _numbers(path: str) -> tuple[int, ...]:
    return tuple(int(n) for n in path.split(".")) if path else ()
